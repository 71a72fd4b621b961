import {visibleText} from '../../../document/visible-text.ts';
import type {FilterField} from '../../../filter/filter.ts';
import type {EventRow} from '../../../records/answer.ts';
import {formatNumber} from '../../../document/format-number.ts';
import {accountShown, blindingOf, textShown, wordsShown, type Blinding} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {maskName, maskText} from '../../drawing/masking.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';
import {fitCounted, fitWords} from '../../text/fit-words.ts';

/** How values are shown: in which zone, whether people are masked, and what accounts are called instead. */
export type Showing = {readonly zone: string; readonly masked: boolean; readonly blinding: Blinding};

export const showingOf = (state: Pick<State, 'view' | 'masked' | 'blind' | 'pseudonyms'>): Showing => ({zone: state.view.zone, masked: state.masked, blinding: blindingOf(state)});

export type EventColumn = {
	readonly id: string;
	readonly title: string;
	/** What `+` and `-` filter by. */
	readonly field?: FilterField;
	/** Narrowest and widest, in columns of the terminal. */
	readonly narrow: number;
	/** Enough for most values; the columns of the core get it before others come. Default: `narrow`. */
	readonly usual?: number;
	readonly wide: number;
	/** Lower ones are kept longer on a narrow screen. */
	readonly rank: number;
	readonly show: (event: EventRow, showing: Showing) => string;
	/** The same as several words: of those that do not fit it is said how many they are. */
	readonly words?: (event: EventRow) => readonly string[];
	/** The value to filter by; absent when there is none. */
	readonly value?: (event: EventRow) => string | undefined;
	/** Anybody may stand in it. */
	readonly isWritten?: true;
};

const customersOf = ({customers, customerScope, recordCount}: EventRow): string => {
	if (customers.length > 0) {
		const more = Math.max(customers.length, recordCount ?? 0) - 1;
		return more > 0 ? `${customers[0]} +${formatNumber(more)}` : customers[0]!;
	}

	return customerScope === 'counted' ? `${formatNumber(recordCount ?? 0)} unnamed` : (customerScope === 'unknown' ? 'unknown' : '–');
};

const text = (value: string | undefined): string => value === undefined || value === '' ? '–' : value;

/** What tickets say of a reason stands before it; nothing where they say nothing. */
const supportSigns: Readonly<Record<string, string>> = {supported: '✓ ', contradicted: '✗ '};

const reasonOf = ({reason, support = ''}: EventRow): string => reason === undefined ? '–' : (supportSigns[support] ?? '') + text(reason);

/** In the order in which they stand. */
export const eventColumns: readonly EventColumn[] = [
	{id: 'time', title: 'time', narrow: 19, wide: 19, rank: 0, show: ({at}, {zone}) => zonedTime(at, zone)},
	{id: 'employee', title: 'employee', field: 'employee', narrow: 8, usual: 10, wide: 12, rank: 1, show: ({employee}, {blinding}) => text(employee && accountShown(employee, blinding)), value: ({employee}) => employee},
	{id: 'name', title: 'name', narrow: 10, wide: 18, rank: 10, show: ({employeeName}, {masked, blinding}) => blinding ? '•••' : text(masked && employeeName ? maskName(employeeName) : employeeName)},
	{id: 'customer', title: 'customer', field: 'customer', narrow: 8, wide: 16, rank: 2, show: customersOf, value: ({customers}) => customers[0]},
	{id: 'data', title: 'data', field: 'data', narrow: 8, usual: 13, wide: 18, rank: 3, show: ({dataTypes}) => dataTypes.join(' '), words: ({dataTypes}) => dataTypes, value: ({dataTypes}) => dataTypes[0]},
	{id: 'activity', title: 'activity', field: 'activity', narrow: 8, wide: 8, rank: 4, show: ({activity, outcome}) => outcome === 'denied' || outcome === 'error' ? `${activity} ✕` : activity, value: ({activity}) => activity},
	{id: 'reason', title: 'reason', field: 'reason', narrow: 7, usual: 12, wide: 24, rank: 5, show: reasonOf, value: ({reason}) => reason, isWritten: true},
	{id: 'system', title: 'system', field: 'system', narrow: 10, wide: 14, rank: 7, show: ({system}) => text(system), value: ({system}) => system},
	{id: 'resource', title: 'resource', field: 'resource', narrow: 14, wide: 40, rank: 9, show: ({resource}) => text(resource), value: ({resource}) => resource, isWritten: true},
	{id: 'ip', title: 'ip', field: 'ip', narrow: 15, wide: 15, rank: 8, show: ({ip}) => text(ip), value: ({ip}) => ip},
	{id: 'outcome', title: 'outcome', field: 'outcome', narrow: 8, wide: 8, rank: 6, show: ({outcome}) => outcome, value: ({outcome}) => outcome},
];

/** What a cell says: nothing of the account when that is hidden. */
export const shownText = (column: EventColumn, event: EventRow, showing: Showing, said = column.show(event, showing)): string =>
	column.field === 'employee' || column.id === 'time' ? said : (column.isWritten ? wordsShown : textShown)(said, event, showing.blinding);

/** What a cell shows: visible text, masked when asked. With a width it is said shorter where that is known: what is cut was made visible and masked before. */
export const cellText = (column: EventColumn, event: EventRow, showing: Showing, width?: number): string => {
	const safe = (said?: string): string => {
		const shown = visibleText(shownText(column, event, showing, said));
		return showing.masked ? maskText(shown) : shown;
	};

	if (width === undefined) {
		return safe();
	}

	return column.words ? fitWords(column.words(event).map(word => safe(word)), width) : fitCounted(safe(), width);
};

export type PlacedColumn = {readonly column: EventColumn; readonly width: number};

/** The blank between two columns. */
const gap = 1;

/** One for each width: the same columns are the same object, so that fitted rows can be kept. */
const placements = new Map<string, readonly PlacedColumn[]>();

/** The columns that fit, by rank, as wide as there is room: widths hang on the screen and on what is loaded alone, so that nothing jumps when rows change. `empty`: the column that no export fills. */
export const placeColumns = (width: number, empty?: string): readonly PlacedColumn[] => {
	const key = `${width} ${empty ?? ''}`;
	const known = placements.get(key) ?? place(width, eventColumns.filter(({id}) => id !== empty));
	placements.set(key, known);
	return known;
};

/** Without these one does not see who saw what. */
const coreRank = 5;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const usualWidth = ({usual, narrow}: EventColumn): number => usual ?? narrow;

/** First the core, narrow where it must be; then its usual widths; then others one by one; what is left over makes columns wider. */
const place = (width: number, all: readonly EventColumn[]): readonly PlacedColumn[] => {
	const chosen = new Set<EventColumn>();
	const taken = (widthOf: (column: EventColumn) => number): number => sum([...chosen].map(column => widthOf(column) + gap)) - gap;
	for (const column of all.toSorted((a, b) => a.rank - b.rank)) {
		chosen.add(column);
		if (taken(column.rank > coreRank ? usualWidth : ({narrow}) => narrow) > width && chosen.size > 1) {
			chosen.delete(column);
			break;
		}
	}

	const columns = all.filter(column => chosen.has(column));
	const usual = widen(columns.map(({narrow}) => narrow), columns.map(column => usualWidth(column)), width - taken(({narrow}) => narrow));
	const widths = widen(usual, columns.map(({wide}) => wide), width - sum(usual) - gap * (columns.length - 1));
	return columns.map((column, index) => ({column, width: widths[index]!}));
};

/** Hands out what is left over, one by one, to those that can use it. */
const widen = (widths: readonly number[], most: readonly number[], spare: number): readonly number[] => {
	const grown = [...widths];
	let left = spare;
	for (let changed = true; changed && left > 0;) {
		changed = false;
		for (const [index, limit] of most.entries()) {
			if (left > 0 && grown[index]! < limit) {
				grown[index]! += 1;
				left--;
				changed = true;
			}
		}
	}

	return grown;
};
