import type {FilterField} from '../../filter/filter.ts';
import {placeColumns} from '../screens/explore/event-columns.ts';
import {maskText} from '../drawing/masking.ts';
import {accountShown, blindingOf, textShown, wordsShown} from './blinding.ts';
import {layoutOf} from './layout.ts';
import {markedValues} from './marks.ts';
import {facetFields, isFacetPane} from './pane.ts';
import {eventAt} from './reduce-answers.ts';
import type {State} from './state.ts';

export type FieldValue = {readonly field: FilterField; readonly value: string};

/** The columns of the events that are on the screen now. */
export const shownColumns = (state: State) => placeColumns(layoutOf(state).panes.events.width - 2, state.facts?.facets.includes('systems') === false ? 'system' : undefined);

/** Which of the shown columns is chosen: a narrower screen may have taken the one that was. */
export const chosenColumn = (state: State): number => Math.min(state.eventColumn, shownColumns(state).length - 1);

const inEvents = (state: State): FieldValue | undefined => {
	const column = shownColumns(state)[chosenColumn(state)]?.column;
	const event = eventAt(state, state.places.events.cursor);
	const value = event && column?.value?.(event);
	return column?.field !== undefined && value !== undefined ? {field: column.field, value} : undefined;
};

/** A value as it may be shown and copied. */
export const shownValue = (state: State, {field, value}: FieldValue): string => {
	if (field === 'employee') {
		return accountShown(value, blindingOf(state));
	}

	const event = state.focus === 'events' ? eventAt(state, state.places.events.cursor) : undefined;
	if (!event || !state.blind) {
		return value;
	}

	return maskText((field === 'reason' || field === 'resource' ? wordsShown : textShown)(value, event, blindingOf(state)));
};

/** What `+` and `-` are about: the marked rows of the pane, or the one under the cursor. */
export const chosenValues = (state: State): {readonly field: FilterField; readonly values: readonly string[]} | undefined => {
	const {focus, marks} = state;
	if (isFacetPane(focus) && markedValues(state, focus).length > 0) {
		return {field: facetFields[focus], values: markedValues(state, focus)};
	}

	const column = shownColumns(state)[chosenColumn(state)]?.column;
	if (focus === 'events' && marks.events.size > 0) {
		const values = [...marks.events.values()].flatMap(event => column?.value?.(event) ?? []);
		return column?.field !== undefined && values.length > 0 ? {field: column.field, values: [...new Set(values)]} : undefined;
	}

	const under = valueUnderCursor(state);
	return under && {field: under.field, values: [under.value]};
};

/** The value under the cursor: the row of a facet, or the cell of an event. */
export const valueUnderCursor = (state: State): FieldValue | undefined => {
	const {focus, answers, places} = state;
	if (isFacetPane(focus)) {
		const row = answers[focus]?.value.rows[places[focus].cursor];
		return row && {field: facetFields[focus], value: row.value};
	}

	return focus === 'events' ? inEvents(state) : undefined;
};
