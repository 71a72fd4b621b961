import type {PaletteLayer} from '../../app/layer.ts';
import {perform} from '../../keymap/command.ts';
import {commands} from '../../keymap/commands.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {editorAction} from '../line-editor/keys.ts';
import {reduceEditor} from '../line-editor/state.ts';
import {listMoveBesideLine} from '../list/keys.ts';
import {paletteItems} from './state.ts';

const pageSize = 10;

export const paletteKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as PaletteLayer;
	const items = paletteItems(commands, layer.editor.text);
	if (press.chord === 'escape' || press.chord === 'ctrl+p') {
		return [{type: 'close'}];
	}

	if (press.chord === 'enter') {
		const command = items[layer.cursor];
		return command ? [{type: 'close'}, ...perform(command, state)] : [];
	}

	const move = listMoveBesideLine(press);
	if (move) {
		const by = 'by' in move ? move.by : ('pages' in move ? move.pages * pageSize : 0);
		return [{type: 'change', layer: {...layer, cursor: Math.max(0, Math.min(items.length - 1, layer.cursor + by))}}];
	}

	const action = editorAction(press);
	return action ? [{type: 'change', layer: {...layer, editor: reduceEditor(layer.editor, action), cursor: 0}}] : [];
};
