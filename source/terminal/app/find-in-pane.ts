import {accountShown, blindingOf} from './blinding.ts';
import {eventColumns, shownText, showingOf} from '../screens/explore/event-columns.ts';
import type {Action} from './actions.ts';
import {eventAt} from './reduce-answers.ts';
import {isFacetPane, type PaneName} from './pane.ts';
import type {State} from './state.ts';
import {chunkSize} from './state.ts';

/** The text of each row that is on hand, by its place in the list. Of the events these are the chunks that were fetched. */
const rowTexts = (state: State, pane: PaneName): ReadonlyArray<readonly [number, string]> => {
	const blinding = blindingOf(state);
	if (isFacetPane(pane)) {
		const rows = state.answers[pane]?.value.rows ?? [];
		return rows.map(({value, label}, index) => [index, pane === 'employees' && blinding ? accountShown(value, blinding) : `${value} ${label ?? ''}`] as const);
	}

	const chunks = [...state.answers.events?.value.chunks.keys() ?? []].toSorted((a, b) => a - b);
	const showing = {...showingOf(state), masked: false};
	return chunks.flatMap(chunk => Array.from({length: chunkSize}, (_, index) => chunk * chunkSize + index)).flatMap(position => {
		const event = eventAt(state, position);
		return event ? [[position, eventColumns.map(column => shownText(column, event, showing)).join(' ')] as const] : [];
	});
};

/** Looks through all events of the filter, also those that were not fetched. */
export const findInEvents = (state: State, text: string, {after, by}: {readonly after: number; readonly by: 1 | -1}): readonly Action[] =>
	[{type: 'find-event', finding: {text, after, by, blind: state.blind}}, {type: 'say', message: `Looking for “${text}” in all events of this filter… Esc gives it up.`}];

/** The next place after (or before) the cursor whose row holds the text, going around the end. ASCII case does not count. */
export const findFrom = (state: State, text: string, by: 1 | -1, inclusive = false): number | undefined => {
	const wanted = text.toLowerCase();
	const {cursor} = state.places[state.focus];
	const hits = rowTexts(state, state.focus).filter(([, row]) => row.toLowerCase().includes(wanted)).map(([position]) => position);
	if (wanted === '' || hits.length === 0) {
		return undefined;
	}

	return by === 1
		? hits.find(position => inclusive ? position >= cursor : position > cursor) ?? hits[0]
		: hits.findLast(position => position < cursor) ?? hits.at(-1);
};
