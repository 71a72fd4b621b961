import type {CommandLayer} from '../../app/layer.ts';
import {overlayBox} from '../../app/overlay-box.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {scrollKeys} from '../scrolling/keys.ts';
import {commandLines} from './view.ts';

export const commandKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as CommandLayer;
	if (['escape', 'q', 'c', 'enter'].includes(press.chord)) {
		return [{type: 'close'}];
	}

	const {width, height} = overlayBox(state, 'command');
	return scrollKeys(layer, press, {lines: commandLines(state, width).length, height}) ?? [];
};
