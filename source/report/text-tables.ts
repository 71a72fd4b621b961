import {formatNumber} from '../document/format-number.ts';
import {textTable, type TextColumn} from '../document/text-table.ts';
import {textWidth} from '../document/text-width.ts';
import {visibleText} from '../document/visible-text.ts';
import type {Answer, CustomerRow} from '../records/answer.ts';
import {localTimeOf} from '../records/calendar.ts';
import {dataTypes} from '../records/data-type.ts';
import type {Report, RowKind} from './report.ts';
import {pageWidth, section} from './text-page.ts';

/** How many rows of a table stand in a text report; all of the one that was asked for with `--by`. */
const shownRows = 10;

type Cut = <Item>(kind: RowKind, rows: readonly Item[]) => {readonly rows: readonly Item[]; readonly more: readonly string[]};

const cutFor = (by: RowKind | undefined): Cut => (kind, rows) => by === kind || rows.length <= shownRows
	? {rows, more: []}
	: {rows: rows.slice(0, shownRows), more: [`and ${formatNumber(rows.length - shownRows)} more (--format csv${kind === 'customer' ? '' : ` --by ${kind}`})`]};

const titles = new Map(dataTypes.map(({id, title, flag}) => [id, flag === undefined ? title : `${title} (${flag})`]));

const counts = [{title: 'customers', align: 'right'}, {title: 'events', align: 'right'}] as const;

/** `2020-10-03 14:03`, on the clock of a zone. */
const minute = (at: number, zone: string): string => localTimeOf(at, zone).slice(0, 16).replace('T', ' ');

const day = (at: number, zone: string): string => minute(at, zone).slice(0, 10);

const employees = ({byEmployee}: Answer, cut: Cut, zone: string): readonly string[] => {
	const {rows, more} = cut('employee', byEmployee);
	const cells = rows.map(row => [row.employee, row.name ?? '', formatNumber(row.customers), formatNumber(row.events), day(row.firstAt, zone), day(row.lastAt, zone)]);
	return rows.length === 0 ? [] : [...textTable([{title: 'employee', maximum: 24}, {title: 'name', maximum: 14}, ...counts, {title: 'first'}, {title: 'last'}], cells), ...more];
};

const types = ({byDataType}: Answer, cut: Cut): readonly string[] => {
	const {rows, more} = cut('data-type', byDataType);
	const cells = rows.map(row => [row.dataType, titles.get(row.dataType) ?? '', formatNumber(row.customers), formatNumber(row.events)]);
	return rows.length === 0 ? [] : [...textTable([{title: 'data type', maximum: 24}, {title: 'what it is', maximum: 28}, ...counts], cells), ...more];
};

const countries = ({byCountry}: Answer, cut: Cut): readonly string[] => {
	const {rows, more} = cut('country', byCountry);
	return rows.length === 0 ? [] : [...textTable([{title: 'country', maximum: 24}, counts[0]], rows.map(row => [row.country, formatNumber(row.customers)])), ...more];
};

const days = ({byDay}: Answer): readonly string[] =>
	textTable([{title: 'day'}, ...counts], byDay.map(row => [row.day, formatNumber(row.customers), formatNumber(row.events)]));

const customerCells = (row: CustomerRow, zone: string, withLists: boolean): readonly string[] =>
	[row.customer, row.name ?? row.email ?? '', row.country ?? '', row.dataTypes.join(' '), formatNumber(row.events), ...(withLists ? [formatNumber(row.inferred ?? 0)] : []), minute(row.firstAt, zone)];

/** `withLists`: how many of the events name the customer in a list alone. */
const customerColumns = (withLists: boolean): readonly TextColumn[] => [
	{title: 'customer', maximum: 18}, {title: 'who', maximum: 16}, {title: 'in', maximum: 7}, {title: 'data'},
	{title: 'events', align: 'right', maximum: 7}, ...(withLists ? [{title: 'inferred', align: 'right', maximum: 8} as const] : []), {title: 'first', maximum: 16},
];

/** The data types get what the other columns leave of the page. */
const dataRoom = (columns: readonly TextColumn[], rows: ReadonlyArray<readonly string[]>): number => {
	const widths = columns.map(({title, maximum = 0}, index) => title === 'data'
		? 0
		: Math.min(maximum, Math.max(title.length, ...rows.map(cells => textWidth(visibleText(cells[index] ?? ''))))));
	let used = 2 + (2 * (widths.length - 1));
	for (const width of widths) {
		used += width;
	}

	return Math.max(4, pageWidth - used);
};

const customers = (answer: Answer, cut: Cut, zone: string): readonly string[] => {
	const {rows, more} = cut('customer', answer.customers);
	const withLists = answer.totals.inferred !== undefined;
	const columns = customerColumns(withLists);
	const cells = rows.map(row => customerCells(row, zone, withLists));
	const room = dataRoom(columns, cells.slice(0, 1000));
	return rows.length === 0 ? [] : [...textTable(columns.map(column => column.title === 'data' ? {...column, maximum: room} : column), cells), ...more];
};

/** The tables of a text report. */
export const textTables = ({answer, filter: {displayTimezone: zone}}: Report, by: RowKind | undefined): readonly string[] => {
	const cut = cutFor(by);
	return [
		...section('Employees (user accounts, not persons)', employees(answer, cut, zone)),
		...section('Data types', types(answer, cut)),
		...section('Countries', countries(answer, cut)),
		...(by === 'day' ? section('Days', days(answer)) : []),
		...section('Customers', customers(answer, cut, zone)),
	];
};
