import type {Answer, EventRow} from '../../source/records/answer.ts';
import type {Source} from '../../source/records/source.ts';
import type {Report} from '../../source/report/report.ts';

const at = (text: string): number => Date.parse(text) * 1000;

export const sampleSource: Source = {
	path: 'exports/crm.csv', format: 'table', why: 'a table with the columns time, agent and customer', sha256: 'a'.repeat(64), bytes: 4096,
	records: {read: 9, kept: 7, duplicate: 1, rejected: 1},
	mapping: {time: 'When', employee: 'Agent'}, possibleDuplicates: 2, incomplete: false,
	firstAt: at('2020-10-01T09:00:00Z'), lastAt: at('2020-10-24T17:30:00.250Z'), timezone: {name: 'UTC', assumed: true},
	ambiguousTimes: 1, unmatched: [{value: 'GET /api/customers', records: 3}],
	rejections: [{reason: 'time not understood: "31/31/2020"', records: 1, first: {record: 4, byte: 210}}], conflicts: 1,
};

const customer = (number: number): Answer['customers'][number] => ({
	customer: `C${1001 + number}`, email: `customer${number}@example.com`, name: `Customer Number${number}`, country: number % 2 === 0 ? 'GB' : 'US',
	dataTypes: ['email', 'name'], events: 3, employees: ['E0042'], firstAt: at('2020-10-01T09:00:00Z'), lastAt: at('2020-10-03T10:00:00Z'),
});

export const sampleAnswer: Answer = {
	totals: {events: 5558, denied: 4, employees: 2, customers: 571, countedOnly: {events: 3, records: 5000}},
	affected: {atLeast: 571, atMost: 5571, unknownEvents: 0},
	byDataType: [{dataType: 'email', customers: 571, events: 5558}, {dataType: 'health', customers: 2, events: 2}],
	byEmployee: [
		{employee: 'E0042', name: 'Jane Rivera', customers: 571, events: 5550, firstAt: at('2020-10-01T09:00:00Z'), lastAt: at('2020-10-24T17:30:00Z')},
		{employee: 'E0107', customers: 1, events: 8, firstAt: at('2020-10-01T09:00:00Z'), lastAt: at('2020-10-02T17:30:00Z')},
	],
	byCountry: [{country: 'GB', customers: 286}, {country: 'US', customers: 285}],
	byDay: [{day: '2020-10-01', customers: 12, events: 31}, {day: '2020-10-05', customers: 3, events: 9}],
	customers: Array.from({length: 25}, (_, number) => customer(number)),
	limitations: ['Times without a zone were read as UTC; customer7@example.com was merged by +44 20 7946 0018.'],
};

export const sampleEvent: EventRow = {
	id: 'f00d-1', row: 7, at: at('2020-10-01T09:00:00Z'), employee: 'E0042', employeeName: 'Jane Rivera', activity: 'read', action: 'view',
	customers: ['C1001', 'customer1@example.com'], customerScope: 'listed', dataTypes: ['email', 'name'], dataTypeBasis: 'logged', system: 'crm',
	resource: '/customers/C1001?mail=customer1@example.com', reason: '=HYPERLINK("http://example.com")', outcome: 'success', source: 'exports/crm.csv', record: 1,
};

export const sampleReport: Report = {
	version: '0.1.0',
	filter: {text: 'employee:E0042 customer:customer1@example.com', from: at('2020-10-01T00:00:00Z'), to: at('2020-10-25T00:00:00Z'), displayTimezone: 'Europe/Dublin'},
	sources: [sampleSource],
	failed: [],
	answer: sampleAnswer,
	async * events() {
		yield sampleEvent;
	},
};

/** All pieces of a text, together. */
export const whole = async (text: AsyncIterable<string> | Iterable<string>): Promise<string> => {
	let joined = '';
	for await (const piece of text) {
		joined += piece;
	}

	return joined;
};

/** Control, format and separator characters that stand raw in a text, line ends aside. */
export const rawCharacters = (text: string): readonly string[] => (text.match(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu) ?? []).filter(character => character !== '\n' && character !== '\r');
