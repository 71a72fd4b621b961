import type {SourcesLayer} from '../../app/layer.ts';
import {overlayBox} from '../../app/overlay-box.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {scrollKeys} from '../scrolling/keys.ts';
import {sourcesLines} from './view.ts';

export const sourcesKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as SourcesLayer;
	if (['escape', 'q', 'o', 'enter'].includes(press.chord)) {
		return [{type: 'close'}];
	}

	const {width, height} = overlayBox(state, 'sources');
	return scrollKeys(layer, press, {lines: sourcesLines(state, width).length, height}) ?? [];
};
