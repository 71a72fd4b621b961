import {formatCount, formatNumber} from '../../document/format-number.ts';
import {selectionOf} from '../app/filter-words.ts';
import {markCount, markedValues} from '../app/marks.ts';
import {facetFields, isFacetPane, paneTitles, type FacetPane} from '../app/pane.ts';
import {eventAt} from '../app/reduce-answers.ts';
import type {State} from '../app/state.ts';
import {chosenColumn, shownColumns} from '../app/under-cursor.ts';
import {chipsWithin} from '../screens/explore/chips-line.ts';
import {chipsLeft} from '../screens/explore/emptied.ts';
import {blindingOf} from '../app/blinding.ts';
import {chosenRange} from '../app/chosen-range.ts';
import {labelOf} from '../screens/explore/facet-lines.ts';
import {underCursor} from '../screens/explore/timeline-lines.ts';
import {lineText} from '../drawing/line.ts';
import {eventWords} from './event-words.ts';
import {position} from './words.ts';

/** What `+`, `-` and `y` are about, said when one goes to another column. */
const columnWords = (state: State): readonly string[] => {
	const column = shownColumns(state)[chosenColumn(state)]?.column;
	return column ? [`Column ${column.title}${column.field === undefined ? '' : ': plus and minus filter by it'}`] : [];
};

/** What `+` and `-` are about in the place of the row under the cursor. */
const markedWords = (state: State): readonly string[] => markCount(state, state.focus) > 0 ? [`${formatNumber(markCount(state, state.focus))} marked in this pane`] : [];

const eventsPlace = (state: State): readonly string[] => {
	const answer = state.answers.events;
	if (answer?.revision !== state.eventsRevision) {
		return [];
	}

	const {count} = answer.value;
	const {cursor} = state.places.events;
	const event = eventAt(state, cursor);
	if (count === 0 || !event) {
		return count === 0 ? chipsLeft(state) : [];
	}

	return [...columnWords(state), ...markedWords(state), `Event ${position(cursor, count)}: ${eventWords(event, state)}${state.marks.events.has(event.row) ? ', marked' : ''}`];
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
	return [...markedWords(state), `${paneTitles[pane]}, ${position(cursor, answer.value.rows.length)}: ${labelOf(row, state.masked, pane === 'employees' ? blindingOf(state) : undefined)}, ${counts}${asked}${marked}`];
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
		return answers.timeline?.revision === state.revision ? [`Timeline: ${chosenRange(state) ?? underCursor(answers.timeline.value, places.timeline.cursor, view.zone)}`.replaceAll(' · ', ', ')] : [];
	}

	return [`Filter, part ${formatNumber(places.chips.cursor + 1)}: ${lineText(chipsWithin(state, 0)).replaceAll(' ✕', '')}`];
};
