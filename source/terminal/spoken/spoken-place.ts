import {formatCount, formatNumber} from '../../document/format-number.ts';
import {selectionOf} from '../app/filter-words.ts';
import {markedValues} from '../app/marks.ts';
import {facetFields, isFacetPane, paneTitles, type FacetPane} from '../app/pane.ts';
import {eventAt} from '../app/reduce-answers.ts';
import type {State} from '../app/state.ts';
import {chipsWithin} from '../screens/explore/chips-line.ts';
import {chipsLeft} from '../screens/explore/emptied.ts';
import {cellText, eventColumns, showingOf} from '../screens/explore/event-columns.ts';
import {blindingOf} from '../app/blinding.ts';
import {labelOf} from '../screens/explore/facet-lines.ts';
import {underCursor} from '../screens/explore/timeline-lines.ts';
import {lineText} from '../drawing/line.ts';

/** `22 of 5,558` */
const position = (cursor: number, count: number): string => `${formatNumber(cursor + 1)} of ${formatNumber(count)}`;

/** Everything that is known of an event, each with its name; what is missing is not said. */
const eventWords = (state: State): string | undefined => {
	const event = eventAt(state, state.places.events.cursor);
	const showing = showingOf(state);
	return event && eventColumns
		.map(column => ({title: column.title, text: cellText(column, event, showing)}))
		.filter(({text}) => text !== '–' && text !== '')
		.map(({title, text}) => `${title} ${text}`).join(', ');
};

const eventsPlace = (state: State): readonly string[] => {
	const answer = state.answers.events;
	if (answer?.revision !== state.eventsRevision) {
		return [];
	}

	const {count} = answer.value;
	const words = eventWords(state);
	const isMarked = state.marks.events.has(eventAt(state, state.places.events.cursor)?.row ?? -1);
	return count === 0 ? chipsLeft(state) : (words === undefined ? [] : [`Event ${position(state.places.events.cursor, count)}: ${words}${isMarked ? ', marked' : ''}`]);
};

const facetPlace = (state: State, pane: FacetPane): readonly string[] => {
	const answer = state.answers[pane];
	if (answer?.revision !== state.revision) {
		return [];
	}

	const {cursor} = state.places[pane];
	const row = answer.value.rows[cursor];
	if (!row) {
		return [`${paneTitles[pane]}: none`];
	}

	const {only, not} = selectionOf(state.view.filter, facetFields[pane]);
	const asked = only.has(row.value) ? ', asked for' : (not.has(row.value) ? ', left out' : '');
	const marked = markedValues(state, pane).includes(row.value) ? ', marked' : '';
	const counts = `${formatCount(row.events, 'event')}${row.customers === undefined ? '' : `, ${formatCount(row.customers, 'customer')}`}`;
	return [`${paneTitles[pane]}, ${position(cursor, answer.value.rows.length)}: ${labelOf(row, state.masked, pane === 'employees' ? blindingOf(state) : undefined)}, ${counts}${asked}${marked}`];
};

/** Where the cursor of Explore stands, and what is there. Nothing while that is being asked. */
export const spokenPlace = (state: State): readonly string[] => {
	const {focus, answers, places, view} = state;
	if (isFacetPane(focus)) {
		return facetPlace(state, focus);
	}

	if (focus === 'events') {
		return eventsPlace(state);
	}

	if (focus === 'timeline') {
		return answers.timeline?.revision === state.revision ? [`Timeline: ${underCursor(answers.timeline.value, places.timeline.cursor, view.zone)}`] : [];
	}

	return [`Filter, part ${formatNumber(places.chips.cursor + 1)}: ${lineText(chipsWithin(state, 0))}`];
};
