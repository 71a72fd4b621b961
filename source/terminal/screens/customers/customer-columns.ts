import {formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {FilterField} from '../../../filter/filter.ts';
import {levelOf} from '../../../investigation/case/level.ts';
import type {CustomerSort} from '../../../investigation/investigation.ts';
import type {CustomerRow} from '../../../records/answer.ts';
import {accountShown} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {showingOf, type Showing} from '../explore/event-columns.ts';
import {maskName, maskText} from '../../drawing/masking.ts';
import {zonedDay} from '../../drawing/zoned-time.ts';
import {fitColumns, type ColumnWish} from '../../text/columns.ts';
import type {Align} from '../../text/fit-text.ts';
import {fitCounted, fitWords} from '../../text/fit-words.ts';

export type CustomerShowing = Showing & {/** On a frozen list of the case. */ readonly corroborated: ReadonlySet<string>};

const nobody: ReadonlySet<string> = new Set();

export const customerShowing = (state: State): CustomerShowing => ({...showingOf(state), corroborated: state.opened?.corroborated ?? nobody});

/** In a column; in full for the ear and above what reached one customer. */
const shortLevels = {'accessed': 'accessed', 'accessed without a supported reason': 'unsupported', 'corroborated as disclosed': 'corroborated'} as const;

export type CustomerColumn = ColumnWish & {
	readonly title: string;
	readonly align?: Align;
	/** What `+` and `-` filter by. */
	readonly field?: FilterField;
	/** The order that this column's mark stands for. */
	readonly sort?: CustomerSort;
	/** In so much room; without it, all of it. */
	readonly show: (row: CustomerRow, showing: CustomerShowing, width?: number) => string;
	/** The same as several words: of those that do not fit it is said how many they are. */
	readonly words?: (row: CustomerRow) => readonly string[];
	/** The value to filter by or to copy; absent when there is none. */
	readonly value: (row: CustomerRow) => string | undefined;
};

const text = (value: string | undefined): string => value === undefined || value === '' ? '–' : value;

/** In the order in which they stand; on a narrow screen those with the highest `optional` go first. */
export const customerColumns: readonly CustomerColumn[] = [
	{key: 'customer', title: 'customer', width: 12, minimum: 8, grow: 1, field: 'customer', sort: 'id', show: ({customer}) => customer, value: ({customer}) => customer},
	{key: 'name', title: 'name', width: 14, minimum: 10, grow: 1, optional: 7, show: ({name}, {masked}) => text(masked && name ? maskName(name) : name), value: ({name}) => name},
	{key: 'contact', title: 'e-mail', width: 22, minimum: 14, grow: 2, optional: 4, show: ({email}) => text(email), value: ({email}) => email},
	{key: 'country', title: 'in', width: 7, minimum: 2, field: 'country', sort: 'country', show: ({country}) => text(country), value: ({country}) => country ?? 'unknown'},
	{key: 'data', title: 'data types', width: 26, minimum: 16, grow: 6, field: 'data', show: ({dataTypes}) => dataTypes.join(' '), words: ({dataTypes}) => dataTypes, value: ({dataTypes}) => dataTypes[0]},
	{key: 'level', title: 'level', width: 12, optional: 5, show: (row, {corroborated}, width) => width === undefined ? levelOf(row, corroborated) : shortLevels[levelOf(row, corroborated)], value: () => undefined},
	{key: 'events', title: 'events', width: 7, align: 'right', sort: 'events', show: ({events}) => formatNumber(events), value: ({events}) => String(events)},
	{key: 'employees', title: 'employees', width: 18, minimum: 9, grow: 1, optional: 2, field: 'employee', sort: 'employees', show: ({employees: [first, ...others]}, {blinding}) => first === undefined ? '–' : `${accountShown(first, blinding)}${others.length > 0 ? ` +${others.length}` : ''}`, value: ({employees}) => employees[0]},
	{key: 'first', title: 'first', width: 10, optional: 6, sort: 'first', show: ({firstAt}, {zone}) => zonedDay(firstAt, zone), value: ({firstAt}) => new Date(firstAt / 1000).toISOString()},
	{key: 'last', title: 'last', width: 10, optional: 3, sort: 'last', show: ({lastAt}, {zone}) => zonedDay(lastAt, zone), value: ({lastAt}) => new Date(lastAt / 1000).toISOString()},
];

export type PlacedCustomerColumn = {readonly column: CustomerColumn; readonly width: number};

/** The columns that fit. */
export const placedCustomerColumns = (width: number): readonly PlacedCustomerColumn[] =>
	fitColumns(customerColumns, width).map(({key, width: wide}) => ({column: customerColumns.find(column => column.key === key)!, width: wide}));

/** What a cell shows: visible text, masked when asked. What is cut was made visible and masked before. */
export const customerCell = ({show, words}: CustomerColumn, row: CustomerRow, showing: CustomerShowing, width?: number): string => {
	const safe = (said: string): string => showing.masked ? maskText(visibleText(said)) : visibleText(said);
	return words && width !== undefined ? fitWords(words(row).map(word => safe(word)), width) : fitCounted(safe(show(row, showing, width)), width ?? Number.POSITIVE_INFINITY);
};
