import type {Action} from '../../app/actions.ts';
import type {ExportLayer} from '../../app/layer.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import type {Press} from '../../keymap/press.ts';
import {editorAction} from '../line-editor/keys.ts';
import {reduceEditor} from '../line-editor/state.ts';

const asking = (layer: ExportLayer, problem?: string): Action =>
	({type: 'change', layer: {...layer, status: {is: 'asking', ...(problem === undefined ? {} : {problem})}}});

/** Both fields are needed: a case file says where it is and why it was made. */
const start = (layer: ExportLayer): readonly Action[] => {
	if (layer.directory.text.trim() === '') {
		return [asking({...layer, field: 'directory'}, 'Name a folder for the case file: it must be absent or empty.')];
	}

	if (layer.reason.text.trim() === '') {
		return [asking({...layer, field: 'reason'}, 'Say why this is exported: the reason is written into the case file.')];
	}

	return [{type: 'change', layer: {...layer, status: {is: 'running', text: 'starting', done: 0, of: 0}}}];
};

/** What was typed is there again when the form is opened next. */
const leave = ({directory, reason}: ExportLayer): readonly Action[] => [
	{type: 'keep', drafts: {'export-directory': directory.text, 'export-reason': reason.text}},
	{type: 'close'},
];

const editing = (layer: ExportLayer, press: Press): readonly Action[] => {
	if (['tab', 'shift+tab', 'up', 'down'].includes(press.chord)) {
		return [asking({...layer, field: layer.field === 'directory' ? 'reason' : 'directory'})];
	}

	if (press.chord === 'enter') {
		return layer.field === 'directory' && layer.reason.text.trim() === '' ? [asking({...layer, field: 'reason'})] : start(layer);
	}

	const action = editorAction(press);
	return action ? [asking({...layer, [layer.field]: reduceEditor(layer[layer.field], action)})] : [];
};

export const exportKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as ExportLayer;
	switch (layer.status.is) {
		case 'running': {
			return [{type: 'say', message: 'The case file is being written; Ctrl-C stops it.'}];
		}

		case 'done': {
			return ['escape', 'enter', 'q'].includes(press.chord) ? [{type: 'close'}] : [];
		}

		default: {
			return press.chord === 'escape' ? leave(layer) : editing(layer, press);
		}
	}
};
