import type {EventRow} from '../../records/answer.ts';
import {isFacetPane, type FacetPane, type PaneName} from './pane.ts';
import {eventAt} from './reduce-answers.ts';
import type {Marks, State} from './state.ts';

export const noMarks: Marks = {values: {}, events: new Map()};

export const markedValues = ({marks}: Pick<State, 'marks'>, pane: FacetPane): readonly string[] => marks.values[pane] ?? [];

/** How many rows of a pane are marked, also those that a filter has taken out of sight. */
export const markCount = (state: Pick<State, 'marks'>, pane: PaneName): number => isFacetPane(pane) ? markedValues(state, pane).length : (pane === 'events' ? state.marks.events.size : 0);

const toggledEvent = (events: Marks['events'], event: EventRow): Marks['events'] => events.has(event.row)
	? new Map([...events].filter(([row]) => row !== event.row))
	: new Map([...events, [event.row, event]]);

/** Marks the row under the cursor, or takes its mark away. */
export const toggleMark = (state: State): Marks => {
	const {focus, marks, places, answers} = state;
	if (isFacetPane(focus)) {
		const value = answers[focus]?.value.rows[places[focus].cursor]?.value;
		const known = markedValues(state, focus);
		return value === undefined ? marks : {...marks, values: {...marks.values, [focus]: known.includes(value) ? known.filter(one => one !== value) : [...known, value]}};
	}

	const event = focus === 'events' ? eventAt(state, places.events.cursor) : undefined;
	return event ? {...marks, events: toggledEvent(marks.events, event)} : marks;
};

/** Without the marks of a pane. */
export const unmarked = (marks: Marks, pane: PaneName): Marks => isFacetPane(pane) ? {...marks, values: {...marks.values, [pane]: []}} : (pane === 'events' ? {...marks, events: new Map()} : marks);
