import type {CommandLayer} from '../../app/layer.ts';
import {overlayBox} from '../../app/overlay-box.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {scrollKeys} from '../scrolling/keys.ts';
import {shownCommand, shownCommandLines} from './shown.ts';

export const commandKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as CommandLayer;
	if (['escape', 'q', 'c', 'enter'].includes(press.chord)) {
		return [{type: 'close'}];
	}

	const only = shownCommand(state);
	if (press.chord === 'y' && only !== undefined) {
		return [{type: 'copy', text: only, what: 'the command'}];
	}

	const {width, height} = overlayBox(state, 'command');
	return scrollKeys(layer, press, {lines: shownCommandLines(state, width).length, height}) ?? [];
};
