import {bullets, factsBlock, heading, paragraph, sectionOf, type Block, type BlockColumn} from '../document/blocks.ts';
import {dayBars} from '../document/day-bars.ts';
import {formatBytes, formatCount, formatNumber} from '../document/format-number.ts';
import type {CustomerRow} from '../records/answer.ts';
import {dataTypes} from '../records/data-type.ts';
import {formatInstant} from '../records/instant.ts';
import {accountingText} from './accounting-lines.ts';
import {affectedHeadline, affectedReasons} from './affected-words.ts';
import type {Report} from './report.ts';

const column = (title: string, share: number): BlockColumn => ({title, share});
const moment = (title: string): BlockColumn => ({title, share: 2, whole: true});
const count = (title: string): BlockColumn => ({title, share: 1, align: 'right'});

const titles = new Map(dataTypes.map(({id, title, flag}) => [id, flag === undefined ? title : `${title} (${flag})`]));

const table = (title: string, columns: readonly BlockColumn[], rows: ReadonlyArray<readonly string[]>): readonly Block[] =>
	sectionOf(title, rows.length === 0 ? [] : [{kind: 'table', columns, rows, caption: `${formatCount(rows.length, 'row')}: ${title}`}]);

const instant = (at: number | undefined): string => at === undefined ? '' : formatInstant(at);

/** In tables to the second: the parts of a second, which CSV and JSON have, would break the lines of people. */
const second = (at: number | undefined): string => at === undefined ? '' : formatInstant(at).replace(/\.\d+Z$/, 'Z');

/** A row at a time: the customers of a large report are many. */
function * customerRows(customers: readonly CustomerRow[], withLists: boolean): Generator<readonly string[]> {
	for (const row of customers) {
		yield [row.customer, row.name ?? '', row.email ?? '', row.country ?? '', row.dataTypes.join(' '), formatNumber(row.events), ...(withLists ? [formatNumber(row.inferred ?? 0)] : []), row.employees.join(' '), second(row.firstAt), second(row.lastAt)];
	}
}

/** `withLists`: how many of the events name the customer in a list alone. */
const customerColumns = (withLists: boolean): readonly BlockColumn[] => [
	column('customer', 1.5), column('name', 2), column('e-mail', 3), column('country', 1), column('data', 2), count('events'), ...(withLists ? [count('inferred')] : []), column('accounts', 1), moment('first'), moment('last'),
];

const sources = ({sources: loaded, failed}: Report): readonly Block[] => [
	...table('Exports', [column('file', 3), column('format', 1), column('size', 1), column('records', 4), column('sha256', 5)], loaded.map(({path, format, bytes, records, sha256}) => [path, format, formatBytes(bytes), accountingText(records), sha256])),
	...sectionOf('Could not be read', failed.length === 0 ? [] : [bullets(failed.map(({path, error}) => `${path}: ${error}`))]),
];

/** The answer as a document, whole: the numbers of the JSON, every customer among them. */
export const reportBlocks = (report: Report): readonly Block[] => {
	const {answer, filter} = report;
	const {totals, affected} = answer;
	const withLists = totals.inferred !== undefined;
	return [
		heading('Who saw which customers\u2019 data', 1),
		factsBlock([
			['Affected', affectedHeadline(affected)],
			['Filter', filter.text === '' ? '(everything)' : filter.text],
			['From', filter.from === undefined ? undefined : instant(filter.from)],
			['To', filter.to === undefined ? undefined : `before ${instant(filter.to)}`],
			['Days break in', filter.displayTimezone],
			['Totals', `${formatCount(totals.events, 'event')}, ${formatCount(totals.customers, 'named customer')}, ${formatCount(totals.employees, 'user account')}`],
			['Denied or failed', totals.denied > 0 ? `${formatCount(totals.denied, 'event')}, which reached nobody` : undefined],
		]),
		...affectedReasons(affected, totals).map(text => paragraph(text)),
		...sectionOf('Timeline', dayBars(answer.byDay)),
		...table('User accounts, not persons', [column('account', 2), column('name', 2), count('customers'), count('events'), moment('first'), moment('last')], answer.byEmployee.map(row => [row.employee, row.name ?? '', formatNumber(row.customers), formatNumber(row.events), second(row.firstAt), second(row.lastAt)])),
		...table('Data types', [column('data type', 2), column('what it is', 3), count('customers'), count('events')], answer.byDataType.map(row => [row.dataType, titles.get(row.dataType) ?? '', formatNumber(row.customers), formatNumber(row.events)])),
		...table('Countries', [column('country', 2), count('customers')], answer.byCountry.map(row => [row.country, formatNumber(row.customers)])),
		...table('Days', [column('day', 2), count('customers'), count('events')], answer.byDay.map(row => [row.day, formatNumber(row.customers), formatNumber(row.events)])),
		...sectionOf('Customers', answer.customers.length === 0 ? [] : [{kind: 'table', columns: customerColumns(withLists), rows: customerRows(answer.customers, withLists), caption: `${formatCount(answer.customers.length, 'affected customer')}, each named by the logs${(totals.inferred ?? 0) > 0 ? ' or by a list behind a bulk export' : ''}`}]),
		...sources(report),
		...sectionOf('Limitations', answer.limitations.length === 0 ? [] : [bullets(answer.limitations)]),
	];
};
