import {ExpectedError} from '../errors.ts';
import {prepareFile} from '../files/prepared-file.ts';
import {readRecords} from '../files/read-records.ts';
import type {Structure} from '../files/structure.ts';
import {firstRecords, parseObject} from '../files/sample-records.ts';
import {readCells} from '../files/delimiter-style.ts';
import {columnsOf} from '../formats/guess-mapping.ts';
import {plainName} from '../formats/vocabulary.ts';
import {countryCode} from '../records/country.ts';
import {cellReader, evaluate, jsonReader, type FieldReader} from '../records/evaluate-expression.ts';
import {field} from '../records/field-expression.ts';
import type {DateOrder} from '../records/written-day.ts';
import type {CustomerEntry, EmployeeEntry} from '../store/directories.ts';
import {columnName, readLeavingDays} from './leaving-days.ts';

/** Plain names, as a list. */
export const words = (text: string): readonly string[] => text.split(' ');

/** Column names of directories, most telling first, as plain names. */
const customerColumns: Readonly<Record<Exclude<keyof CustomerEntry, 'countryBasis'>, readonly string[]>> = {
	id: words('customerid id customer clientid contactid memberid accountid customernumber customerno kundennummer kundenid userid number'),
	email: words('email customeremail emailaddress mail contactemail clientemail e mailadresse'),
	name: words('name fullname customername displayname contactname clientname kunde nom nombre'),
	country: words('countryofresidence residencecountry residence country countrycode customercountry billingcountry land pays pais shippingcountry deliverycountry'),
	controller: words('controller datacontroller controllerentity legalentity entity company brand firma'),
	language: words('language lang locale sprache langue idioma preferredlanguage'),
	market: words('market marketcountry region segment markt'),
};

const employeeColumns: Readonly<Record<keyof EmployeeEntry | 'hired', readonly string[]>> = {
	id: words('employeeid id employee userid staffid agentid accountid personnelnumber mitarbeiterid workerid'),
	login: words('login username user userprincipalname samaccountname account logonname benutzername sso'),
	email: words('email employeeemail emailaddress mail workemail'),
	name: words('name fullname employeename displayname mitarbeiter nom nombre'),
	team: words('team teamname department group queue abteilung equipe unit'),
	role: words('role title jobtitle position function rolle'),
	site: words('site office location standort city'),
	country: words('country countrycode land pays pais'),
	kind: words('kind accountkind type accounttype'),
	leaving: words('leavingdate leavedate dateofleaving leftdate dateleft lefton leftat leaving left terminationdate dateterminated termdate termdt terminatedon terminated lastworkingday lastdayofwork lastdayworked lastday separationdate exitdate exit employmentenddate contractenddate contractend enddate offboardingdate offboardedon austrittsdatum austritt datedesortie datededepart fechadebaja fechabaja'),
	hired: words('hired hiredon hiredate datehired hiringdate dateofhire joined joinedon joiningdate dateofjoining employmentstartdate contractstartdate contractstart startdate eintrittsdatum eintritt datedentree datedembauche fechadealta fechaalta'),
};

/** Which column of country is meant, and on what basis: residence before billing before market. */
const countryBases: ReadonlyArray<readonly [string, RegExp]> = [['residence', /residen|wohn/], ['billing', /billing|rechnung|factur/], ['shipping', /shipping|delivery|liefer/], ['market', /market|markt|store/]];

const basisOf = (column: string): string => countryBases.find(([, pattern]) => pattern.test(plainName(column)))?.[0] ?? 'stated';

const pick = (columns: readonly string[], names: readonly string[]): string | undefined =>
	names.map(name => columns.find(column => plainName(column.split('.').at(-1)!) === name)).find(column => column !== undefined);

/** Rows of a file with the columns that were asked for; `what` it is, for the message that it is none. */
export const readRows = async <Key extends string>(path: string, known: Readonly<Record<Key, readonly string[]>>, what = 'a directory'): Promise<{readonly rows: ReadonlyArray<Partial<Record<Key, string>>>; readonly chosen: Partial<Record<Key, string>>; readonly columns: readonly string[]; readonly rejected: number; /** The record of each row. */ readonly records: readonly number[]; readonly row: (index: number, column: string) => string | undefined}> => {
	const file = await prepareFile(path);
	const sample = firstRecords(file, 200);
	if (!sample) {
		throw new ExpectedError(file.structure.kind === 'empty' ? 'it is empty' : `it is no table that ${what} can be read from`, {where: path, next: 'Give a CSV, TSV, JSON or NDJSON file with a header.'});
	}

	const columns = columnsOf(sample);
	const chosen = Object.fromEntries(Object.entries<readonly string[]>(known).flatMap(([key, names]) => {
		const column = pick(columns, names);
		return column === undefined ? [] : [[key, column]];
	})) as Partial<Record<Key, string>>;
	const readers: FieldReader[] = [];
	const records: number[] = [];
	let rejected = 0;
	for await (const {record, text, reason} of readRecords(file)) {
		if (reason === undefined) {
			readers.push(readerOf(file.structure, text));
			records.push(record);
		} else {
			rejected++;
		}
	}

	const fields = new Map(columns.map(column => [column, field(...(file.structure.kind === 'table' ? [column] : column.split('.')))]));
	const value = (read: FieldReader, column: string): string | undefined => evaluate(fields.get(column)!, read);
	const wanted = Object.entries<string | undefined>(chosen).map(([key, column]) => ({key: key as Key, column: column!}));
	const rows = readers.map(read => {
		const found: Partial<Record<Key, string>> = {};
		for (const {key, column} of wanted) {
			found[key] = value(read, column);
		}

		return found;
	});
	return {rows, chosen, columns, rejected, records, row: (index, column) => value(readers[index]!, column)};
};

const readerOf = (structure: Structure, text: string): FieldReader => structure.kind === 'table'
	? cellReader(structure.header, readCells(text, structure.shape.style) ?? [])
	: jsonReader(parseObject(text));

export type Directory<Entry> = {readonly entries: readonly Entry[]; readonly rejected: number};

/** The first country that a row names, in the order of what they rest on. A market is a country only where its name is one: many are called EU or Nordics. */
const countryOf = (countries: readonly string[], valueOf: (column: string) => string | undefined, basisColumn: string | undefined): Pick<CustomerEntry, 'country' | 'countryBasis'> => {
	for (const column of countries) {
		const written = valueOf(column);
		const code = written === undefined ? undefined : countryCode(written);
		if (code !== undefined && (!customerColumns.market.includes(plainName(column.split('.').at(-1)!)) || /^[A-Z]{2}$/.test(code) && code !== 'EU')) {
			return {country: code, countryBasis: (basisColumn && valueOf(basisColumn)) ?? basisOf(column)};
		}
	}

	return {};
};

/** Reads a directory of customers: id, e-mail, name, country with its basis, controller, language, market. */
export const readCustomerDirectory = async (path: string): Promise<Directory<CustomerEntry>> => {
	const {rows, chosen, columns, rejected, row} = await readRows(path, customerColumns);
	if (chosen.id === undefined && chosen.email === undefined) {
		throw new ExpectedError('it has neither a column of customer ids nor of e-mail addresses', {where: path, next: `Columns: ${columns.join(', ')}. Name one customer_id or email.`});
	}

	const basisColumn = columns.find(column => ['countrybasis', 'basis', 'countrysource'].includes(plainName(column)));
	const countryColumns = [...customerColumns.country, ...customerColumns.market].flatMap(name => columns.filter(column => plainName(column.split('.').at(-1)!) === name));
	return {rejected, entries: rows.map((entry, index) => ({...entry, ...countryOf(countryColumns, column => row(index, column), basisColumn)}) as CustomerEntry)};
};

/** What a directory says of its employees, the record of each entry, the column of their days of leaving, and what of them was not taken. */
export type EmployeeDirectory = Directory<EmployeeEntry> & {readonly records: readonly number[]; readonly leaving?: string; readonly notes: readonly string[]};

/** Reads a directory of employees: id, login, e-mail, name, team, role, site, country, and the day on which they left. */
export const readEmployeeDirectory = async (path: string, dateOrder?: DateOrder): Promise<EmployeeDirectory> => {
	const {rows, chosen, columns, rejected, records} = await readRows(path, employeeColumns);
	if (chosen.id === undefined && chosen.login === undefined && chosen.email === undefined) {
		throw new ExpectedError('it has neither a column of employee ids nor of logins or e-mail addresses', {where: path, next: `Columns: ${columns.join(', ')}. Name one employee_id, login or email.`});
	}

	if (chosen.leaving === undefined) {
		return {rejected, records, entries: rows as readonly EmployeeEntry[], notes: []};
	}

	const {said, notes} = readLeavingDays({path, rows: rows as ReadonlyArray<{readonly leaving?: string; readonly hired?: string}>, records, dateOrder});
	return {rejected, records, leaving: columnName(path, chosen.leaving), notes, entries: rows.map((entry, index) => ({...entry, leaving: said[index]!}) as EmployeeEntry)};
};
