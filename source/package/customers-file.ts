import {dataTypes} from '../records/data-type.ts';
import {formatInstant} from '../records/instant.ts';
import {BugError} from '../errors.ts';
import {csvLine, type CsvCell} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import type {PackagedCustomer} from './contents.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

const before = ['customer', 'email', 'name', 'country', 'countryBasis', 'controller'];
/** Where lists were joined to bulk exports. */
const ofLists = ['inferred'];
const after = ['level', 'firstAt', 'lastAt', 'events', 'employees', 'selections', 'notified'];

/** The ids of all known data types, then the others that occur, in order. */
export const dataTypeColumns = (met: readonly string[]): readonly string[] => {
	const known = dataTypes.map(type => type.id);
	return [...known, ...met.filter(id => !known.includes(id)).toSorted()];
};

const isOurs = (name: string): boolean => [before, after, ofLists].some(names => names.includes(name));

/** A data type's column bears its id; `name` and `email` are taken by the contact, so theirs are `data:name` and `data:email`. */
export const dataTypeHeading = (id: string): string => isOurs(id) ? `data:${id}` : id;

/** The data type of a column; undefined of the others. */
export const typeOfHeading = (heading: string): string | undefined => isOurs(heading) ? undefined : heading.replace(/^data:/, '');

/** `withLists`: how many of the events name the customer in a list behind them alone. */
export const customersHeader = (columns: readonly string[], withLists = false): readonly string[] => [...before, ...columns.map(id => dataTypeHeading(id)), ...after, ...(withLists ? ofLists : [])];

const shown = (text: string | undefined): string | undefined => text === undefined ? undefined : visibleText(text);

const cells = (row: PackagedCustomer, columns: readonly string[], withLists: boolean): readonly CsvCell[] => [
	visibleText(row.customer), shown(row.email), shown(row.name), shown(row.country), shown(row.countryBasis), shown(row.controller),
	...columns.map(id => row.dataTypes.includes(id) ? 'yes' : ''),
	row.level ?? 'accessed', formatInstant(row.firstAt), formatInstant(row.lastAt), row.events,
	row.employees.map(employee => visibleText(employee)).join(';'), (row.selections ?? [1]).join(';'), shown(row.notified), ...(withLists ? [row.inferred ?? 0] : []),
];

const text = async function * ({contents, tally}: PackageContext): AsyncGenerator<string> {
	const columns = dataTypeColumns(contents.byDataType.map(row => row.dataType));
	const withLists = contents.totals.inferred !== undefined;
	yield csvLine(customersHeader(columns, withLists).map(title => visibleText(title)), {guarded: true});
	for await (const row of contents.customers) {
		const strange = row.dataTypes.find(id => !columns.includes(id));
		if (strange !== undefined) {
			throw new BugError(`a customer has the data type ${visibleText(strange)}, which the totals do not know`);
		}

		tally.customers++;
		yield csvLine(cells(row, columns, withLists), {guarded: true});
	}
};

export const customersFile: PackageFile = {path: 'data/affected/customers.csv', about: 'the affected customers: one line each, with a column per kind of data ("data:name" and "data:email" beside the contact)', audiences: investigators, text};
