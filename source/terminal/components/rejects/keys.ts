import type {RejectsLayer} from '../../app/layer.ts';
import {overlayBox} from '../../app/overlay-box.ts';
import {perform} from '../../keymap/command.ts';
import {commandById} from '../../keymap/commands.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {extentOf} from '../scrolling/extent.ts';
import {scrollKeys} from '../scrolling/keys.ts';
import {rejectsLines} from './view.ts';

export const rejectsKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as RejectsLayer;
	if (['escape', 'q', 'enter'].includes(press.chord)) {
		return [{type: 'close'}];
	}

	if (press.chord === 'm') {
		return perform(commandById('mask'), state);
	}

	return scrollKeys(layer, press, extentOf(state, overlayBox(state, 'rejects'), width => rejectsLines(state, layer, width))) ?? [];
};
