import type {Action} from '../../app/actions.ts';
import type {FilterLayer} from '../../app/layer.ts';
import {filterText, readFilter, typedShown} from '../../app/read-filter.ts';
import type {State} from '../../app/state.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import {editorAction} from '../line-editor/keys.ts';
import {editorOf, reduceEditor, type Editor} from '../line-editor/state.ts';

/** The layer with another text in its line; what is wrong with it is said as it is typed. */
export const withEditor = (state: State, layer: FilterLayer, editor: Editor): FilterLayer => {
	const reading = readFilter(editor.text, state);
	const {problem: _, ...rest} = layer;
	return {...rest, editor, ...('problem' in reading ? {problem: reading.problem} : {})};
};

const typed = (state: State, layer: FilterLayer, editor: Editor): readonly Action[] =>
	[{type: 'change', layer: {...withEditor(state, layer, editor), back: 0, typed: editor.text}}];

/** ↑ goes back through what was typed before, ↓ forward, down to the line itself. */
const lookBack = (state: State, layer: FilterLayer, by: 1 | -1): readonly Action[] => {
	const back = layer.back + by;
	if (back < 0 || back > state.history.length) {
		return [];
	}

	const text = back === 0 ? layer.typed : typedShown(state.history.at(-back)!, state);
	return [{type: 'change', layer: {...withEditor(state, layer, editorOf(text)), back}}];
};

/** Completions of another text are out of date: they are neither shown nor taken. */
export const currentCompletions = ({completions, editor}: FilterLayer) => completions && completions.of === editor && completions.items.length > 0 ? completions : undefined;

const chooseCompletion = (layer: FilterLayer, by: 1 | -1): readonly Action[] => {
	const completions = currentCompletions(layer);
	if (!completions) {
		return [];
	}

	const {items, cursor} = completions;
	return [{type: 'change', layer: {...layer, completions: {...completions, cursor: (cursor + by + items.length) % items.length}}}];
};

const takeCompletion = (state: State, layer: FilterLayer): readonly Action[] => {
	const completions = currentCompletions(layer);
	if (!completions) {
		return [];
	}

	const {items, cursor, from, to} = completions;
	const item = items[cursor]!;
	const text = layer.editor.text.slice(0, from) + item + layer.editor.text.slice(to);
	return typed(state, layer, {text, at: from + item.length});
};

/** A filter that is not understood stays in the line, with its mistake. */
const apply = (state: State, layer: FilterLayer): readonly Action[] => {
	const reading = readFilter(layer.editor.text, state);
	if ('problem' in reading) {
		return [{type: 'change', layer: {...layer, problem: reading.problem}}];
	}

	const unchanged = filterText(reading.filter) === filterText(state.view.filter);
	return [
		{type: 'close'},
		{type: 'remember', filterText: layer.editor.text.trim()},
		...(unchanged ? [] : [{type: 'view', change: {filter: reading.filter}} as const]),
	];
};

export const filterKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as FilterLayer;
	switch (press.chord) {
		case 'enter': {
			return apply(state, layer);
		}

		case 'escape': {
			return [{type: 'close'}, {type: 'remember', filterText: layer.editor.text.trim()}, {type: 'say', message: 'The filter stays as it was; f and ↑ bring back what was typed.'}];
		}

		case 'up': case 'down': {
			return lookBack(state, layer, press.chord === 'up' ? 1 : -1);
		}

		case 'tab': {
			return takeCompletion(state, layer);
		}

		case 'ctrl+n': case 'ctrl+p': case 'shift+tab': {
			return chooseCompletion(layer, press.chord === 'ctrl+n' ? 1 : -1);
		}

		default: {
			const action = editorAction(press);
			return action ? typed(state, layer, reduceEditor(layer.editor, action)) : [];
		}
	}
};
