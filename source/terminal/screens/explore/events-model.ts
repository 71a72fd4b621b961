import type {EventRow} from '../../../records/answer.ts';
import {chipsLeft} from './emptied.ts';
import {eventAt} from '../../app/reduce-answers.ts';
import {layoutOf, listHeight} from '../../app/layout.ts';
import type {State} from '../../app/state.ts';
import {chosenColumn, shownColumns} from '../../app/under-cursor.ts';
import type {KeyedColumn} from '../../components/keyed-table/keyed-table.tsx';
import {fitText, textWidth} from '../../text/fit-text.ts';
import type {Theme} from '../../theme.ts';
import {cellText, showingOf, type EventColumn, type PlacedColumn, type Showing} from './event-columns.ts';

type Fitted = Showing & {readonly columns: readonly PlacedColumn[]; readonly cells: readonly string[]};

/** The fitted texts of a row are kept as long as its event is: a moved cursor fits nothing anew. */
const fitted = new WeakMap<EventRow, Fitted>();

/** One blank in front of the first column; the gap to the next one belongs to the cell. */
const cellsOf = (event: EventRow, columns: readonly PlacedColumn[], showing: Showing): readonly string[] => {
	const {zone, masked, blinding} = showing;
	const known = fitted.get(event);
	if (known && known.columns === columns && known.zone === zone && known.masked === masked && known.blinding === blinding) {
		return known.cells;
	}

	const cells = columns.map(({column, width}) => fitText(cellText(column, event, showing, width), width));
	fitted.set(event, {columns, zone, masked, blinding, cells});
	return cells;
};

const sortMark = ({view}: State, {id}: EventColumn): string => view.sort === id ? (view.descending ? ' ↓' : ' ↑') : '';

/** `time (UTC) ↑`; a zone with a long name leaves its region out. */
const titleOf = (state: State, {column, width}: PlacedColumn): string => {
	const mark = sortMark(state, column);
	if (column.id !== 'time') {
		// Close up rather than cut.
		const close = textWidth(column.title) + mark.length > width ? mark.trimStart() : mark;
		return fitText(column.title, width - close.length).trimEnd() + close;
	}

	const {zone} = state.view;
	const full = `time (${zone})`;
	const short = `time (${zone.split('/').at(-1)})`;
	return fitText(textWidth(full) + 2 <= width ? full : short, width - mark.length).trimEnd() + mark;
};

export type EventsModel = {
	readonly columns: readonly KeyedColumn[];
	readonly rows: ReadonlyArray<readonly string[]>;
	readonly selected: number;
	readonly stale: boolean;
	/** Sentences in place of rows. */
	readonly notes: readonly string[];
};

const waiting = (columns: readonly PlacedColumn[]): readonly string[] => columns.map(({width}, index) => fitText(index === 0 ? '…' : '', width));

const columnsOf = (state: State, theme: Theme): readonly KeyedColumn[] => {
	const chosen = chosenColumn(state);
	return shownColumns(state).map((placed, index) => ({
		key: placed.column.id,
		title: titleOf(state, placed),
		width: placed.width,
		...(index === chosen && state.focus === 'events' && index > 0 ? {style: theme.heading} : {}),
	}));
};

/** What the table of events shows: only the rows in view. */
export const eventsModel = (state: State, theme: Theme): EventsModel => {
	const {cursor, top} = state.places.events;
	const answer = state.answers.events;
	const stale = answer?.revision !== state.eventsRevision;
	const height = listHeight(layoutOf(state), 'events');
	const columns = shownColumns(state);
	const showing = showingOf(state);
	const count = Math.max(0, Math.min(height, (answer?.value.count ?? 0) - top));
	const rows = Array.from({length: count}, (_, slot) => {
		const event = eventAt(state, top + slot);
		return event ? cellsOf(event, columns, showing) : waiting(columns);
	});
	return {columns: columnsOf(state, theme), rows, selected: cursor - top, stale, notes: count > 0 || stale ? [] : chipsLeft(state)};
};
