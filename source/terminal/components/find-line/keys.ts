import type {Action} from '../../app/actions.ts';
import {findFrom, findInEvents} from '../../app/find-in-pane.ts';
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

/** To where the cursor stood before one typed. */
const back = ({pane, from}: FindLayer): Action => ({type: 'place', pane, cursor: from});

/** Of the events all are asked for, from where the search began; other lists are on hand. */
const finish = (state: State, layer: FindLayer): readonly Action[] => {
	const {editor: {text}, pane, from} = layer;
	if (text === '') {
		return [{type: 'close'}];
	}

	const found = [{type: 'close'}, {type: 'found', found: {pane, text}}] as const;
	if (pane === 'events') {
		return [...found, back(layer), ...findInEvents(state, text, {after: from - 1, by: 1})];
	}

	const hit = findFrom(state, text, 1, true);
	return [...found, {type: 'say', message: hit === undefined ? `No “${text}” in what is on hand here; f filters everything.` : 'n finds the next, N the one before.'}];
};

export const findKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as FindLayer;
	if (press.chord === 'escape') {
		return [{type: 'close'}, back(layer)];
	}

	if (press.chord === 'enter') {
		return finish(state, layer);
	}

	const action = editorAction(press);
	return action ? typed(state, {...layer, editor: reduceEditor(layer.editor, action)}) : [];
};
