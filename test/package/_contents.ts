import {createHash} from 'node:crypto';
import {mkdtemp} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Act} from '../../source/case/acts.ts';
import {nextLine, type JournalLine} from '../../source/case/journal-line.ts';
import {notificationRows} from '../../source/case/jurisdictions/notification-rows.ts';
import {shippedTable} from '../../source/case/jurisdictions/shipped.ts';
import type {ExposureRow} from '../../source/records/answer.ts';
import type {PackagedCase} from '../../source/package/packaged-case.ts';
import type {CaseFileContents, PackagedCustomer, PackagedEvidence, PackagedSource} from '../../source/package/contents.ts';

/* A small invented case with hostile values in every place a log can put one. */

export const home = '/home/jane/exports';
export const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
export const firstAt = Date.UTC(2020, 9, 1, 9) * 1000;
export const formulaCustomer = '=HYPERLINK("http://example.com")';

const sourceBytes = new Map([
	[`${home}/crm.csv`, 'time,employee,customer\n2020-10-01T09:00Z,E0042,C1001\n'],
	[`${home}/more/bulk\nexport.ndjson`, '{"a":1}\n'],
]);

const source = (path: string, records: PackagedSource['records'], others: Partial<PackagedSource> = {}): PackagedSource => ({
	path, format: 'table', why: 'comma-separated with a header', sha256: hash(sourceBytes.get(path) ?? ''), bytes: (sourceBytes.get(path) ?? '').length,
	records, mapping: {time: 'time', employee: 'employee', customer: 'customer'}, possibleDuplicates: 0, incomplete: false,
	firstAt, lastAt: firstAt + 1, timezone: {name: 'UTC', assumed: true}, ambiguousTimes: 0, unmatched: [], rejections: [], conflicts: 0, ...others,
});

const sources = [
	source(`${home}/crm.csv`, {read: 6, kept: 4, duplicate: 1, rejected: 1}, {acquisition: {exportedBy: 'A. Sample', system: 'CRM', selection: 'all', hashTaken: 'at export'}}),
	source(`${home}/more/bulk\nexport.ndjson`, {read: 1, kept: 1, duplicate: 0, rejected: 0}),
];

const customer = (id: string, others: Partial<PackagedCustomer> = {}): PackagedCustomer => ({
	customer: id, dataTypes: ['email'], events: 1, employees: ['E0042'], firstAt, lastAt: firstAt, ...others,
});

export const customers: readonly PackagedCustomer[] = [
	customer('C1001', {email: 'ann@example.com', name: 'Ann \u001B[31mExample', country: 'GB', countryBasis: 'billing', controller: 'Example Ltd', dataTypes: ['email', 'name', 'custom:shoe size']}),
	customer('C1002', {name: 'Bo "B" Sample, Jr', employees: ['E0042', '@E0043']}),
	customer(formulaCustomer, {dataTypes: ['unknown']}),
];

const exposure = (id: string, dataType: string, evidence: readonly string[]): ExposureRow => ({customer: id, dataType, employee: 'E0042', events: evidence.length, firstAt, lastAt: firstAt, evidence});

const exposures = [
	exposure('C1001', 'email', ['e1']), exposure('C1001', 'name', ['e1']), exposure('C1001', 'custom:shoe size', ['e1']),
	exposure('C1002', 'email', ['e2']), exposure(formulaCustomer, 'unknown', ['e3']),
];

export const record = (id: string, raw: string | Uint8Array, outcome = 'success'): PackagedEvidence => {
	const bytes = typeof raw === 'string' ? Buffer.from(raw) : raw;
	const number = Number(id.slice(1));
	return {
		event: {
			id, row: number, at: firstAt, employee: 'E0042', activity: 'read', customers: ['C1001'], customerScope: 'listed', dataTypes: ['email'],
			dataTypeBasis: 'logged', outcome, source: `${home}/crm.csv`, record: number,
		},
		citation: {path: `${home}/crm.csv`, sha256: hash(sourceBytes.get(`${home}/crm.csv`) ?? ''), record: number, offset: 23, length: bytes.length},
		bytes,
		why: ['employee:E0042'],
	};
};

export const evidence: readonly PackagedEvidence[] = [
	record('e1', '2020-10-01T09:00Z,E0042,C1001'),
	record('e2', '=cmd|\u001B]52;c;x\u0007,\u202E"É"\t'),
	record('e3', Uint8Array.from([0xFF, 0xFE, 0x00, 0x41, 0x0A])),
	record('e4', 'denied,E0042', 'denied'),
];

/** Can be read again, as the streams of a case can. */
export const stream = <Item>(items: readonly Item[]): AsyncIterable<Item> => ({
	async * [Symbol.asyncIterator]() {
		yield * items;
	},
});

/** A journal of three acts: a case, its sources, a selection. */
const journal = (): readonly JournalLine[] => {
	const matched = {events: 3, customers: 3, accesses: 3, hash: hash('accesses')};
	const acts: readonly Act[] = [
		{act: 'case-created', payload: {title: 'e-mail leak', reading: {}}},
		{act: 'selection-added', payload: {filter: 'employee:E0042', reason: 'complaint', sources: sources.map(({sha256}) => sha256), matched, beyondScope: false}},
		{act: 'note', payload: {text: 'one more call'}},
	];
	const lines: JournalLine[] = [];
	for (const act of acts) {
		lines.push(nextLine(lines.at(-1), {act, by: {name: 'I. Investigator', id: 'i@example.com'}, at: new Date('2020-10-26T11:00:00Z'), salt: 'ab'.repeat(16)}));
	}

	return lines;
};

/** What that journal says, with accesses of every kind that a case knows. */
export const packagedCase = (others: Partial<PackagedCase> = {}): PackagedCase => {
	const lines = journal();
	const {payload} = lines[1]!;
	const {matched} = payload as {readonly matched: PackagedCase['selections'][number]['matched']};
	const asked = {tree: {kind: 'match', field: 'employee', test: {kind: 'is', text: 'E0042'}}, sentence: 'Accesses by the user account E0042.', by: lines[1]!.by, at: lines[1]!.at, matched} as const;
	return {
		revision: {seq: 3, hash: lines[2]!.hash}, onTheWay: false, reading: {}, facts: {title: 'e-mail leak'},
		selections: [{number: 1, filter: 'employee:E0042', reason: 'complaint', ...asked, beyondScope: false, now: matched}],
		exclusions: [{number: 1, filter: 'reason:T401', reason: 'the customer asked for the call', ...asked, accesses: 1}],
		notes: [{text: 'one more call', by: lines[2]!.by, at: lines[2]!.at}],
		counts: {
			accessed: {customers: 3, basis: 'any access left in the selection', affected: {atLeast: 3, atMost: 3, unknownEvents: 0}},
			withoutSupportedReason: {customers: 3, basis: 'no ticket system was given'}, corroborated: {customers: 0, basis: 'no list was frozen'},
		},
		accounts: [{employee: 'E0042', name: 'Eve Example', role: 'support', customers: 3, events: 3, firstAt, lastAt: firstAt}],
		notifications: notificationRows([{country: 'GB', accessed: 3, withoutSupportedReason: 3, corroborated: 0, records: 3, dataTypes: ['email']}], shippedTable, {}),
		jurisdictions: {date: shippedTable.date, origin: shippedTable.origin}, otherDataExcluded: 0, otherDataObstacles: ['nobody said that crm.csv is all that there is'], journal: lines, changes: [],
		kept: [{path: 'people.csv', what: 'directory of customers'}],
		excluded: stream([{exclusion: 1, reason: 'the customer asked for the call', evidence: 'e9', customer: 'C1009', employee: 'E0042', at: firstAt, activity: 'read', dataTypes: ['email'], source: `${home}/crm.csv`, record: 4}]),
		others: stream([{customer: 'C1001', employee: 'E0107', events: 1, firstAt, lastAt: firstAt}]),
		identities: stream([
			{kind: 'customer', id: 'C1001', asLogged: 'Ann@example.com', how: 'directory e-mail'}, {kind: 'customer', id: formulaCustomer, asLogged: '=cmd\u001B[2J', how: 'logged e-mail'},
			{kind: 'employee', id: 'E0042', asLogged: 'eve.e', how: 'directory login'},
		]),
		...others,
	};
};

export const makeContents = (others: Partial<CaseFileContents> = {}): CaseFileContents => ({
	audience: 'law-enforcement',
	tool: {name: 'whosaw', version: '0.1.0'},
	now: new Date('2020-10-26T12:00:00Z'),
	reason: 'Leak of e-mail addresses\r\nWhosaw-Reviewed-By: nobody',
	investigator: 'I. Investigator',
	filter: {
		text: 'employee:E0042', tree: {kind: 'match', field: 'employee', test: {kind: 'is', text: 'E0042'}},
		sentence: 'Accesses by the user account E0042.',
	},
	displayTimezone: 'UTC',
	totals: {events: 3, denied: 1, employees: 1, customers: 3, countedOnly: {events: 0, records: 0}},
	affected: {atLeast: 3, atMost: 3, unknownEvents: 0},
	byDataType: ['email', 'name', 'custom:shoe size', 'unknown'].map(dataType => ({dataType, customers: 1, events: 1})),
	byCountry: [{country: 'GB', customers: 1}, {country: 'unknown', customers: 2}],
	byDay: [{day: '2020-10-01', customers: 3, events: 3}],
	case: packagedCase(),
	identifiers: new Set(['e0042', 'c1001']),
	limitations: [`The zone of ${home}/crm.csv is *assumed*.`],
	sources,
	failed: [{path: `${home}/broken.7z`, error: 'a 7z archive'}],
	skipped: [{path: `${home}/readme.txt`, reason: 'no log'}],
	hashAgain: async ({sha256}) => sha256,
	customers: stream(customers),
	exposures: stream(exposures),
	evidence: stream(evidence),
	rejections: stream([{path: `${home}/crm.csv`, rejection: {record: 5, byte: 99, reason: 'time not understood: "31/31/2020"', raw: '31/31/2020,E0042,\u001B[2J'}}]),
	...others,
});

export const temporaryFolder = async (): Promise<string> => mkdtemp(join(tmpdir(), 'whosaw-package-'));
