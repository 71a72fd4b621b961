import type {Action} from '../../app/actions.ts';
import type {FactsLayer} from '../../app/layer.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import type {Press} from '../../keymap/press.ts';
import {editorAction} from '../line-editor/keys.ts';
import {emptyEditor, reduceEditor} from '../line-editor/state.ts';
import type {FactName} from './fact-name.ts';

/** What was typed is there again when the form is opened next. */
export const factDraft = (name: FactName): string => `fact-${name}`;

const textOf = ({texts}: FactsLayer, name: FactName): string => texts[name]?.text.trim() ?? '';

/** The facts as they were typed. */
export const typedFacts = (layer: FactsLayer): Readonly<Partial<Record<FactName, string>>> => Object.fromEntries(layer.names.map(name => [name, textOf(layer, name)]));

const asking = (layer: FactsLayer, problem?: string): readonly Action[] => [{type: 'change', layer: {...layer, status: {is: 'asking', ...(problem === undefined ? {} : {problem})}}}];

const drafts = (layer: FactsLayer): Action => ({type: 'keep', drafts: Object.fromEntries(layer.names.map(name => [factDraft(name), textOf(layer, name)]))});

/** A time without an offset could be any of two dozen. */
const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));

const write = (layer: FactsLayer): readonly Action[] => {
	if (layer.names.every(name => textOf(layer, name) === '')) {
		return asking(layer, 'Nothing is stated yet; Esc goes back without it.');
	}

	const aware = textOf(layer, 'controllerAware');
	if (aware !== '' && !isMoment(aware)) {
		return asking({...layer, part: 'controllerAware'}, 'This is no moment with an offset, such as 2020-10-23T11:00+02:00.');
	}

	if (textOf(layer, 'controller') === '' && (aware !== '' || textOf(layer, 'controllerCountry') !== '')) {
		return asking({...layer, part: 'controller'}, 'Name the controller too.');
	}

	return [drafts(layer), {type: 'change', layer: {...layer, status: {is: 'running'}}}];
};

const step = (layer: FactsLayer, by: 1 | -1): FactsLayer => ({...layer, part: layer.names[(layer.names.indexOf(layer.part) + by + layer.names.length) % layer.names.length]!});

const editing = (layer: FactsLayer, press: Press): readonly Action[] => {
	switch (press.chord) {
		case 'tab': case 'down': {
			return asking(step(layer, 1));
		}

		case 'shift+tab': case 'up': {
			return asking(step(layer, -1));
		}

		case 'enter': {
			return layer.part === layer.names.at(-1) ? write(layer) : asking(step(layer, 1));
		}

		default: {
			const action = editorAction(press);
			return action ? asking({...layer, texts: {...layer.texts, [layer.part]: reduceEditor(layer.texts[layer.part] ?? emptyEditor, action)}}) : [];
		}
	}
};

export const factsKeys: LayerKeys = (state, press) => {
	const layer = state.layers.at(-1) as FactsLayer;
	if (layer.status.is === 'running') {
		return [{type: 'say', message: 'The facts are being written.'}];
	}

	return press.chord === 'escape' ? [drafts(layer), {type: 'close'}] : editing(layer, press);
};
