import type {Action} from '../../app/actions.ts';
import type {ListLayer} from '../../app/layer.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {completePath} from '../line-editor/complete-path.ts';
import {editorAction} from '../line-editor/keys.ts';
import {editorOf, reduceEditor} from '../line-editor/state.ts';
import {listDraft} from './open-list.ts';

const complete = (layer: ListLayer): readonly Action[] => {
	const found = completePath(layer.path.text, layer.completions);
	return 'text' in found ? [{type: 'change', layer: {...layer, path: editorOf(found.text), status: {is: 'asking'}}}] : [{type: 'say', ...found}];
};

/** A list is looked at before it is joined; another path is another list. */
export const listKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as ListLayer;
	const {status, path} = layer;
	if (status.is === 'joining') {
		return [{type: 'say', message: 'The list is being joined.'}];
	}

	switch (press.chord) {
		case 'escape': {
			return [{type: 'keep', drafts: {[listDraft]: path.text}}, {type: 'close'}];
		}

		case 'tab': {
			return complete(layer);
		}

		case 'enter': {
			if (status.is === 'checked') {
				return [{type: 'change', layer: {...layer, status: {is: 'joining', list: status.list}}}];
			}

			return status.is === 'checking' ? [] : [{type: 'change', layer: {...layer, status: path.text.trim() === '' ? {is: 'asking', problem: 'Type the path of the list.'} : {is: 'checking'}}}];
		}

		default: {
			const action = editorAction(press);
			return action ? [{type: 'change', layer: {...layer, path: reduceEditor(path, action), status: {is: 'asking'}}}] : [];
		}
	}
};
