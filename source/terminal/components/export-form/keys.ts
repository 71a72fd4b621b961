import type {Action} from '../../app/actions.ts';
import type {ExportLayer, ExportPart} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import type {LayerKeys} from '../../keymap/layer-keys.ts';
import type {Press} from '../../keymap/press.ts';
import {openFacts} from '../facts-form/open-facts.ts';
import {editorAction} from '../line-editor/keys.ts';
import {editorOf, reduceEditor} from '../line-editor/state.ts';
import {blindExport} from './command.ts';
import {audiences, leaveExport, onRow, partsOf, placeFor} from './form.ts';
import {problemIn} from './plan.ts';

const asking = (layer: ExportLayer, problem?: string): readonly Action[] =>
	[{type: 'change', layer: {...layer, status: {is: 'asking', ...(problem === undefined ? {} : {problem})}}}];

/** What is wrong stands on its row; when nothing is, the work begins. */
const start = (layer: ExportLayer, {opened}: State): readonly Action[] => {
	const wrong = problemIn(layer, opened);
	return wrong ? asking({...layer, part: wrong.part}, wrong.problem) : [{type: 'change', layer: {...layer, status: {is: 'running', text: 'looking at what was typed', done: 0, of: 0}}}];
};

const step = (layer: ExportLayer, state: State, by: 1 | -1): readonly Action[] => {
	const parts = partsOf(state, layer);
	return asking({...layer, part: parts[(parts.indexOf(layer.part) + by + parts.length) % parts.length]!});
};

/** Another audience; the place follows as long as nobody typed another. */
const choose = (layer: ExportLayer, state: State, by: 1 | -1): readonly Action[] => {
	if (layer.part === 'pack') {
		return asking({...layer, zip: !layer.zip});
	}

	const audience = audiences[(audiences.indexOf(layer.audience) + by + audiences.length) % audiences.length]!;
	const next = {...layer, audience};
	return asking(layer.directory.text === placeFor(state, layer) ? {...next, directory: editorOf(placeFor(state, next))} : next);
};

const showCommand = (state: State): readonly Action[] => {
	const refusal = blindExport(state);
	return [refusal === undefined ? {type: 'open', layer: {kind: 'command', top: 0}} : {type: 'say', message: refusal}];
};

/** Rows on which nothing is typed: keys act there. */
const onChoice = (layer: ExportLayer, state: State, {chord}: Press): readonly Action[] => {
	switch (chord) {
		case 'left': case 'h': case 'right': case 'l': case 'space': {
			return layer.part === 'audience' || layer.part === 'pack' ? choose(layer, state, chord === 'left' || chord === 'h' ? -1 : 1) : [];
		}

		case 'j': case 'k': {
			return step(layer, state, chord === 'j' ? 1 : -1);
		}

		case 'c': {
			return showCommand(state);
		}

		default: {
			return [];
		}
	}
};

type TextPart = Exclude<ExportPart, 'audience' | 'facts' | 'pack' | 'start'>;

const textParts: ReadonlySet<ExportPart> = new Set<ExportPart>(['directory', 'reason', 'key', 'recipients']);

const isText = (part: ExportPart): part is TextPart => textParts.has(part);

const forward = (layer: ExportLayer, state: State): readonly Action[] => {
	switch (layer.part) {
		case 'start': {
			return start(layer, state);
		}

		case 'facts': {
			return openFacts(state, layer.audience);
		}

		default: {
			return step(layer, state, 1);
		}
	}
};

const editing = (layer: ExportLayer, state: State, press: Press): readonly Action[] => {
	switch (press.chord) {
		case 'escape': {
			return leaveExport(state, layer);
		}

		case 'tab': case 'down': {
			return step(layer, state, 1);
		}

		case 'shift+tab': case 'up': {
			return step(layer, state, -1);
		}

		case 'enter': {
			return forward(layer, state);
		}

		default: {
			const {part} = layer;
			if (!isText(part)) {
				return onChoice(layer, state, press);
			}

			const action = editorAction(press);
			return action ? asking({...layer, [part]: reduceEditor(layer[part], action)}) : [];
		}
	}
};

const afterwards = (layer: ExportLayer, state: State, {chord}: Press): readonly Action[] => {
	if (chord === 'y' && layer.status.is === 'done') {
		return [{type: 'copy', text: `${layer.status.commands.join('\n')}\n`, what: 'the commands that check it'}];
	}

	return chord === 'c' ? showCommand(state) : (['escape', 'enter', 'q'].includes(chord) ? leaveExport(state, layer) : []);
};

export const exportKeys: LayerKeys = (state, press) => {
	const layer = onRow(state, state.layers.at(-1) as ExportLayer);
	switch (layer.status.is) {
		case 'running': {
			return press.chord === 'escape' ? [{type: 'change', layer: {...layer, status: {is: 'stopping'}}}] : [{type: 'say', message: 'The case file is being written; Esc stops it.'}];
		}

		case 'stopping': {
			return [];
		}

		case 'done': {
			return afterwards(layer, state, press);
		}

		default: {
			return editing(layer, state, press);
		}
	}
};
