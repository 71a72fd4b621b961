import type {CommandLayer} from '../../app/layer.ts';
import {overlayBox} from '../../app/overlay-box.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {scrollKeys} from '../scrolling/keys.ts';
import {exportForm} from '../export-form/command.ts';
import {shownCommand, shownCommandLines} from './shown.ts';

export const commandKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as CommandLayer;
	if (['escape', 'q', 'c', 'enter'].includes(press.chord)) {
		return [{type: 'close'}];
	}

	if (press.chord === 'y') {
		return [{type: 'copy', text: shownCommand(state), what: exportForm(state) ? 'the command' : 'the command of this view'}];
	}

	const {width, height} = overlayBox(state, 'command');
	return scrollKeys(layer, press, {lines: shownCommandLines(state, width).length, height}) ?? [];
};
