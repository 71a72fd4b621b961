import type {FilterField} from '../../filter/filter.ts';
import {placeColumns} from '../screens/explore/event-columns.ts';
import {layoutOf} from './layout.ts';
import {facetFields, isFacetPane} from './pane.ts';
import {eventAt} from './reduce-answers.ts';
import type {State} from './state.ts';

export type FieldValue = {readonly field: FilterField; readonly value: string};

/** The columns of the events that are on the screen now. */
export const shownColumns = (state: State) => placeColumns(layoutOf(state).panes.events.width - 2);

/** Which of the shown columns is chosen: a narrower screen may have taken the one that was. */
export const chosenColumn = (state: State): number => Math.min(state.eventColumn, shownColumns(state).length - 1);

const inEvents = (state: State): FieldValue | undefined => {
	const column = shownColumns(state)[chosenColumn(state)]?.column;
	const event = eventAt(state, state.places.events.cursor);
	const value = event && column?.value?.(event);
	return column?.field !== undefined && value !== undefined ? {field: column.field, value} : undefined;
};

/** The value that `+` and `-` are about: the row of a facet, or the cell of an event. */
export const valueUnderCursor = (state: State): FieldValue | undefined => {
	const {focus, answers, places} = state;
	if (isFacetPane(focus)) {
		const row = answers[focus]?.value.rows[places[focus].cursor];
		return row && {field: facetFields[focus], value: row.value};
	}

	return focus === 'events' ? inEvents(state) : undefined;
};
