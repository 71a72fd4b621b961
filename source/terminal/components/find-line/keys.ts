import type {Action} from '../../app/actions.ts';
import {findFrom} from '../../app/find-in-pane.ts';
import type {FindLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {editorAction} from '../line-editor/keys.ts';
import {reduceEditor} from '../line-editor/state.ts';

/** The cursor goes to the first hit while one types. */
const typed = (state: State, layer: FindLayer): readonly Action[] => {
	const hit = findFrom(state, layer.editor.text, 1, true);
	return [{type: 'change', layer}, ...(hit === undefined ? [] : [{type: 'place', pane: layer.pane, cursor: hit} as const])];
};

const finish = (state: State, {editor, pane}: FindLayer): readonly Action[] => {
	const hit = findFrom(state, editor.text, 1, true);
	return [
		{type: 'close'},
		...(editor.text === '' ? [] : [{type: 'found', found: {pane, text: editor.text}} as const]),
		{type: 'say', message: hit === undefined ? `No “${editor.text}” in what is on hand here; f filters everything.` : 'n finds the next, N the one before.'},
	];
};

export const findKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as FindLayer;
	if (press.chord === 'escape') {
		return [{type: 'close'}];
	}

	if (press.chord === 'enter') {
		return finish(state, layer);
	}

	const action = editorAction(press);
	return action ? typed(state, {...layer, editor: reduceEditor(layer.editor, action)}) : [];
};
