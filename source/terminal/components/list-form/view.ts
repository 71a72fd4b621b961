import {visibleText} from '../../../document/visible-text.ts';
import {notesOfList} from '../../../investigation/event-lists/list-notes.ts';
import {saidText} from '../../app/blinding.ts';
import type {ListLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line, type Tone} from '../../drawing/line.ts';
import {maskText} from '../../drawing/masking.ts';
import {wrapVerbatim, wrapWords} from '../../drawing/wrap.ts';
import {editorLine, restingText} from '../line-editor/view.ts';

const label = 'list    ';

/** So many names that could be meant are shown. */
const offered = 3;

const words = (text: string, width: number, tone: Tone = 'quiet'): readonly Line[] => wrapWords(visibleText(text), width).map((row): Line => [span(row, tone)]);

const help = ({completions, path}: ListLayer, width: number): readonly Line[] => [
	...words('Whom the export reached, from the same report run again or from the file that was found: customer ids or e-mail addresses, one a line or in a column of a table. Enter looks at it; nothing is joined yet.', width),
	...(completions?.of === path.text && path.text !== '' ? completions.items.slice(0, offered).flatMap(item => wrapVerbatim(visibleText(item), width).map((row): Line => [span(row, 'accent')])) : []),
];

const outcome = (state: State, layer: ListLayer, width: number): readonly Line[] => {
	const {status} = layer;
	switch (status.is) {
		case 'asking': {
			return status.problem === undefined ? help(layer, width) : wrapWords(visibleText(saidText(status.problem, state)), width - 2).map((row, index): Line => [span(index === 0 ? '✕ ' : '  ', 'bad'), span(row, 'warning')]);
		}

		case 'checking': {
			return words('reading the list…', width);
		}

		case 'joining': {
			return words('joining it…', width);
		}

		case 'checked': {
			const notes = notesOfList(status.list).map(note => saidText(state.masked ? maskText(note) : note, state));
			return [
				...words(state.caseFolder === undefined ? 'Enter joins it: the exports are loaded again with it.' : 'Enter joins it: the case keeps a copy, its journal says so, and its exports are opened again with it.', width, 'strong'),
				...notes.flatMap(note => words(note, width)),
			];
		}
	}
};

/** Which event, which list, and what the list would come to. */
export const listLines = (state: State, layer: ListLayer, {width}: {readonly width: number}): readonly Line[] => [
	[span(layer.about, 'strong'), span(`   ${layer.said}`, 'quiet')],
	[],
	layer.status.is === 'joining' ? [span(label, 'quiet'), span(restingText(layer.path, width - label.length))] : [span(label, 'accent'), ...editorLine(layer.path, width - label.length)],
	[],
	...outcome(state, layer, width),
];
