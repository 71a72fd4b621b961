import type {RejectsLayer} from '../../app/layer.ts';
import {overlayBox} from '../../app/overlay-box.ts';
import {perform} from '../../keymap/command.ts';
import {commandById} from '../../keymap/commands.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
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

	const {width, height} = overlayBox(state, 'rejects');
	return scrollKeys(layer, press, {lines: rejectsLines(state, layer, width).length, height}) ?? [];
};
