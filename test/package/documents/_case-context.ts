import type {CaseFileContents, PackagedCustomer} from '../../../source/package/contents.ts';
import type {PackagedCase, PackagedSelection} from '../../../source/package/packaged-case.ts';
import {namePaths} from '../../../source/package/path-names.ts';
import type {PackageContext} from '../../../source/package/payload.ts';
import {evidence, hash, makeContents, stream} from '../_contents.ts';

/* An invented case with all that documents can say. */

const at = (text: string): number => Date.parse(text) * 1000;
const by = {name: 'I. Investigator', id: 'i.investigator@example.com'};
const matched = {events: 5558, customers: 571, accesses: 5558, hash: hash('accesses')};

const selection: PackagedSelection = {
	number: 1, filter: 'employee:E0042 data:email time:[2020-10-01 TO 2020-10-24]', tree: {kind: 'match', field: 'employee', test: {kind: 'is', text: 'E0042'}},
	sentence: 'Accesses by the user account E0042 to e-mail addresses, from 1 October 2020 and before 25 October 2020.',
	reason: 'complaint of 12 October 2020: customers received mail at addresses that they use nowhere else', by, at: '2020-10-22T10:15:00.000Z', matched, now: matched, beyondScope: false,
};

export const letterFacts = {
	controllers: [{name: 'Example Retail Ltd', country: 'GB', contact: 'privacy@example.com', dpo: 'D. Officer, dpo@example.com', awareAt: '2020-10-23T09:00:00Z'}],
	discovered: 'Four customers reported mail that offered them goods under the name of the shop, on 12 and 13 October 2020.',
	recipients: 'a third party that is not known by name', consequences: 'You may receive unwanted mail, and mail that pretends to come from us.',
	measuresTaken: 'We closed the way in which the data was reached.', measuresProposed: 'We will limit who can see customer lists.', adviceToCustomers: 'Do not open attachments of mail that you did not expect, and ask us when in doubt.',
	contact: {name: 'Customer Care', email: 'care@example.com', phone: '+44 20 7946 0018'}, priorReports: [{authority: 'ICO', reference: 'IC-0001', at: '2020-10-24'}],
};

export const packagedCase = (others: Partial<PackagedCase> = {}): PackagedCase => ({
	revision: {seq: 9, hash: hash('revision')}, onTheWay: false, reading: {}, purpose: 'to find whose data was reached', authorisedBy: 'C. Counsel', legalBasis: 'legitimate interest (GDPR Art. 6(1)(f))',
	facts: letterFacts, selections: [selection],
	exclusions: [{...selection, number: 1, filter: 'customer:C1003 time:[2020-10-03 TO 2020-10-03]', reason: 'ticket T401: the customer asked for the call', accesses: 3}], notes: [],
	counts: {
		accessed: {customers: 571, basis: 'any access left in the selection after 1 exclusion', affected: {atLeast: 571, atMost: 5571, unknownEvents: 0}},
		withoutSupportedReason: {customers: 560, basis: 'none of whose accesses has a ticket of the right customer and account in the ticket system'},
		corroborated: {customers: 4, basis: 'member of the frozen list of leaked customers'},
	},
	accounts: [
		{employee: 'E0042', name: 'Jane Rivera', team: 'support', role: 'agent', customers: 571, events: 5550, firstAt: at('2020-10-01T09:00:00Z'), lastAt: at('2020-10-24T17:30:00Z')},
		{employee: 'E0107', customers: 1, events: 8, firstAt: at('2020-10-01T09:00:00Z'), lastAt: at('2020-10-02T17:30:00Z')},
	],
	notifications: [{
		jurisdiction: 'GB', regulator: 'Information Commissioner’s Office', regime: 'UK GDPR', controller: 'Example Retail Ltd', controllerCountry: 'GB', awareAt: '2020-10-23T09:00:00Z',
		initial: {rule: '72 h', endsAt: '2020-10-26T09:00:00Z'}, final: {rule: 'in phases'}, individuals: {rule: 'without undue delay'}, accessed: 286, withoutSupportedReason: 280, corroborated: 2, records: 2900,
		dataTypes: ['email'], triggerElements: [], trigger: 'risk to rights and freedoms', statement: 'accessed: 286 customers in GB; email only; ICO, 72 h from 2020-10-23T09:00:00Z, ends 2020-10-26T09:00:00Z', source: 'UK GDPR Art. 33', ruleDate: '2026-01-01',
	}],
	jurisdictions: {date: '2026-01-01', origin: 'shipped'}, otherDataExcluded: 0, otherDataObstacles: [], journal: [], changes: [], kept: [], excluded: stream([]), others: stream([]), identities: stream([]), ...others,
});

const customer = (number: number, others: Partial<PackagedCustomer> = {}): PackagedCustomer => ({
	customer: `C${1000 + number}`, email: `customer${number}@example.com`, name: `Customer Number${number}`, country: 'GB', countryBasis: 'billing country', dataTypes: ['email'], events: 2, employees: ['E0042'],
	firstAt: at('2020-10-01T09:00:00Z'), lastAt: at('2020-10-03T10:00:00Z'), otherData: 'none reached', ...others,
});

export const letterCustomers: readonly PackagedCustomer[] = [
	customer(1), customer(2, {country: 'DE', dataTypes: ['email', 'name'], otherData: 'cannot be excluded'}), customer(3, {language: 'fr-CA', country: 'CA', lastAt: at('2020-10-01T10:00:00Z')}), customer(4, {country: 'MX', controller: 'Example México'}),
];

/** A stream that can be read again. */
export const again = <Item>(items: readonly Item[]): AsyncIterable<Item> => ({
	async * [Symbol.asyncIterator]() {
		yield * items;
	},
});

const days = Array.from({length: 24}, (_, index) => ({day: `2020-10-${String(index + 1).padStart(2, '0')}`, customers: index % 7 > 4 ? 0 : 20 + index, events: index % 7 > 4 ? 0 : 100 + (index * 37 % 211)}));

export const makeContext = (others: Partial<CaseFileContents> = {}): PackageContext => {
	const contents = makeContents({
		title: 'E-mail addresses of customers', totals: {events: 5558, denied: 4, employees: 2, customers: 571, countedOnly: {events: 3, records: 5000}}, affected: {atLeast: 571, atMost: 5571, unknownEvents: 0},
		byDataType: [{dataType: 'email', customers: 571, events: 5558}, {dataType: 'name', customers: 2, events: 2}], byCountry: [{country: 'GB', customers: 286}, {country: 'US', customers: 285}],
		byDay: days.filter(({events}) => events > 0), case: packagedCase(), identifiers: new Set(['e0042', 'e0107', 'jane rivera', 'c1001']), customers: again(letterCustomers), evidence: again(evidence), ...others,
	});
	const written = new Map(['data/affected/customers.csv', 'data/affected/exposures.csv', 'data/evidence/records.ndjson', 'data/inventory/sources.csv', 'data/method/query.json'].map(path => [path, {bytes: 100, sha256: hash(path)}]));
	return {
		contents, paths: namePaths([...contents.sources, ...contents.failed, ...contents.skipped].map(({path}) => path)), written, files: [], absent: [],
		tally: {customers: 0, exposures: 0, evidence: 0, reached: 0, rejected: 0, exposed: new Set(), hashedAgain: new Map(), excluded: 0, others: 0, identities: 0, redactions: []},
	};
};
