import type {HelpLayer} from '../../app/layer.ts';
import {overlayBox} from '../../app/overlay-box.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {extentOf} from '../scrolling/extent.ts';
import {scrollKeys} from '../scrolling/keys.ts';
import {helpLines} from './shown.ts';

export const helpKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as HelpLayer;
	if (['escape', 'q', '?', 'enter', 'f1'].includes(press.chord)) {
		return [{type: 'close'}];
	}

	return scrollKeys(layer, press, extentOf(state, overlayBox(state, 'help'), width => helpLines(state, width))) ?? [];
};
