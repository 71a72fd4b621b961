import {csvLine, type CsvCell} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import type {Audience, CaseFileContents} from './contents.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

/*
Counts by one thing at a time. A customer can stand in several rows, so the last two rows say the sum of the rows beside the distinct number. Bulk
exports that name nobody could be of any row: each goes up to its own number and all whom they do not name.
*/

export const countsHeader = ['customers', 'customersAtMost', 'records'] as const;
export const sumRow = 'sum of the rows';
export const distinctRow = 'distinct';

type CountRow = {readonly name: string; readonly customers: number; readonly records: number | undefined};

/** Customers that no log names, at most; undefined: there is no upper bound. */
const unnamed = ({affected}: CaseFileContents): number | undefined => affected.atMost === undefined ? undefined : affected.atMost - affected.atLeast;

const cells = ({name, customers, records}: CountRow, more: number | undefined): readonly CsvCell[] => [visibleText(name), customers, more === undefined ? 'no upper bound' : customers + more, records];

const sum = (rows: readonly CountRow[]): CountRow => ({
	name: sumRow, customers: rows.reduce((total, row) => total + row.customers, 0),
	records: rows.some(row => row.records === undefined) ? undefined : rows.reduce((total, row) => total + (row.records ?? 0), 0),
});

type Counts = {readonly by: string; readonly about: string; readonly audiences: readonly Audience[]; readonly rows: (contents: CaseFileContents) => readonly CountRow[]};

const countFile = ({by, about, audiences, rows}: Counts): PackageFile => ({
	path: `data/counts/by-${by}.csv`, about, audiences,
	* text({contents}: PackageContext) {
		const more = unnamed(contents);
		const all = rows(contents);
		const distinct = {name: distinctRow, customers: contents.totals.customers, records: contents.totals.events};
		const named = by === 'data-type' ? 'dataType' : by;
		yield csvLine([named, ...countsHeader], {guarded: true});
		for (const row of [...all, sum(all), distinct]) {
			yield csvLine(cells(row, more), {guarded: true});
		}
	},
});

const forCounts: readonly Audience[] = ['law-enforcement', 'regulator', 'internal'];

export const countFiles: readonly PackageFile[] = ([
	{by: 'data-type', about: 'customers and records by kind of data', audiences: forCounts, rows: ({byDataType}) => byDataType.map(({dataType, customers, events}) => ({name: dataType, customers, records: events}))},
	{by: 'jurisdiction', about: 'customers by country', audiences: forCounts, rows: ({byCountry}) => byCountry.map(({country, customers}) => ({name: country, customers, records: undefined}))},
	{by: 'account', about: 'customers and records by user account', audiences: investigators, rows: ({case: {accounts}}) => accounts.map(({employee, customers, events}) => ({name: employee, customers, records: events}))},
	{by: 'day', about: 'customers and records by day', audiences: forCounts, rows: ({byDay}) => byDay.map(({day, customers, events}) => ({name: day, customers, records: events}))},
] satisfies readonly Counts[]).map(counts => countFile(counts));
