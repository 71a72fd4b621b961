import {readFileSync, readdirSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import type {Act} from '../../../source/case/acts.ts';
import {nextLine, type JournalLine} from '../../../source/case/journal-line.ts';
import {parseFilter} from '../../../source/filter/parse.ts';
import type {Investigation} from '../../../source/investigation/investigation.ts';
import {csv, load} from '../../helpers/loading.ts';
import {temporaryFile} from '../../helpers/temporary-files.ts';

/*
"No other data type was reached" is a promise to a customer. One world in which the records carry it, and one for each way in which they do not.
*/

const header = 'event_id,timestamp,user_id,customer_id,fields,action,system,record_count,ticket';

/** E0042 reached the e-mail addresses of two customers, on three days without a gap; E0107, who is not asked about, a phone number. */
const rows = [
	'1,2020-10-01T09:00:00Z,E0042,C1001,email,read,crm,,', '2,2020-10-02T09:00:00Z,E0042,C1002,email,read,crm,,', '3,2020-10-03T09:00:00Z,E0042,C1001,email,read,crm,,T401',
	'4,2020-10-03T10:00:00Z,E0107,C1001,phone,read,crm,,',
];

const facts = {
	controllers: [{name: 'Example Ltd', country: 'IE'}], consequences: 'unwanted messages', measuresTaken: 'an account was closed', adviceToCustomers: 'Trust no unexpected message.', contact: 'privacy@example.com',
};

type World = {
	readonly files?: Readonly<Record<string, string>>;
	/** Says which data an event reaches where its log does not. */
	readonly rules?: string;
	readonly filter?: string;
	readonly exclude?: string;
	/** What is said of every export; `undefined` is nothing. */
	readonly selection?: string | undefined;
};

const linesOf = async (investigation: Investigation, {filter = 'employee:E0042', exclude, ...world}: World): Promise<readonly JournalLine[]> => {
	const selection = 'selection' in world ? world.selection : 'all';
	const matchedBy = async (text: string) => {
		const {customerIds: _, ...matched} = await investigation.matched({filter: parseFilter(text, {displayTimezone: 'UTC'})});
		return matched;
	};

	const acts: readonly Act[] = [
		{act: 'case-created', payload: {reading: {}}},
		...investigation.sources.map(({path, sha256, bytes, format, records}): Act => ({act: 'source-added', payload: {path, sha256, bytes, format, records}})),
		...(selection === undefined ? [] : investigation.sources.map(({sha256}): Act => ({act: 'source-described', payload: {sha256, acquisition: {selection}}}))),
		{act: 'selection-added', payload: {filter, reason: 'complaint', sources: investigation.sources.map(({sha256}) => sha256), matched: await matchedBy(filter), beyondScope: false}},
		...(exclude === undefined ? [] : [{act: 'accesses-excluded', payload: {filter: exclude, reason: 'the customer asked', matched: await matchedBy(exclude), customersOut: []}} satisfies Act]),
		{act: 'facts', payload: {facts}},
	];
	const lines: JournalLine[] = [];
	for (const act of acts) {
		lines.push(nextLine(lines.at(-1), {act, by: {name: 'J. Rivera', id: 'j. rivera'}, at: new Date('2020-10-26T11:00:00Z'), salt: 'ab'.repeat(16)}));
	}

	return lines;
};

type Said = {
	/** Customers whose letter says that nothing else was reached. */
	readonly settled: readonly string[];
	readonly letters: number;
	readonly obstacles: readonly string[];
	/** Of the report. */
	readonly report: string;
};

const noOther = 'Our records show that no other kind of your data was reached.';
const open = 'Our records do not let us exclude that other data of yours was reached.';

/** What the documents of this world say of other data. */
const saidIn = async (t: ExecutionContext, world: World = {}): Promise<Said> => {
	const investigation = await load(t, world.files ?? {'crm.csv': csv(header, ...rows)}, world.rules === undefined ? {} : {rules: [temporaryFile(t, 'rules.yaml', world.rules)]});
	const lines = await linesOf(investigation, world);
	const place = temporaryFile(t, 'place', '');
	rmSync(place);
	const exported = async (audience: 'customers' | 'internal'): Promise<string> => {
		const directory = join(dirname(place), audience);
		await investigation.export({filter: {kind: 'all'}, reason: '', directory, now: new Date('2020-10-26T12:00:00Z'), audience, examination: {lines, corroborated: new Set()}});
		return directory;
	};

	const [letters, internal] = [join(await exported('customers'), 'data/letters'), await exported('internal')];
	const texts = readdirSync(letters).filter(name => name.endsWith('.txt')).map(name => readFileSync(join(letters, name), 'utf8'));
	for (const text of texts) {
		t.is([noOther, open].filter(sentence => text.includes(sentence)).length, 1, text);
	}

	const {otherData} = JSON.parse(readFileSync(join(internal, 'data/case.json'), 'utf8')) as {readonly otherData: {readonly excludedFor: number; readonly obstacles: readonly string[]}};
	const settled = texts.filter(text => text.includes(noOther)).map(text => /Reference: (\S+)/.exec(text)![1]!).toSorted();
	t.is(otherData.excludedFor, settled.length);
	return {settled, letters: texts.length, obstacles: otherData.obstacles, report: readFileSync(join(internal, 'data/report.html'), 'utf8')};
};

/** The rows with more, or others. */
const withRows = (...more: readonly string[]): Readonly<Record<string, string>> => ({'crm.csv': csv(header, ...rows, ...more)});

test('where every access is logged with its types, nothing is missing and no export could hold more, it is said', async t => {
	const said = await saidIn(t);
	t.deepEqual([said.settled, said.letters, said.obstacles], [['C1001', 'C1002'], 2, []]);
	t.regex(said.report, /No other data type was reached of 2 customers/);
	t.notRegex(said.report, /do not let us exclude/);
});

test('what was denied, what others did and what the selection holds itself take nothing away', async t => {
	const said = await saidIn(t, {files: {'crm.csv': csv(`${header},outcome`, ...rows.map(row => `${row},success`), '5,2020-10-03T11:00:00Z,E0042,C1001,phone,read,crm,,,denied', '6,2020-10-03T12:00:00Z,E0042,C1002,phone,read,crm,,,success')}});
	t.deepEqual([said.settled, said.obstacles], [['C1001', 'C1002'], []]);
});

/** Ways in which it must not be said of one customer: what is loaded beside, and how it is asked. */
const ofOne: ReadonlyArray<readonly [way: string, world: World]> = [
	['an access without a logged type', {files: withRows('5,2020-10-03T11:00:00Z,E0042,C1001,,read,crm,,')}],
	['another type by the same account that the filter left out', {files: withRows('5,2020-10-03T11:00:00Z,E0042,C1001,phone,read,crm,,'), filter: 'employee:E0042 data:email'}],
	['another type by the same account at another time', {files: withRows('5,2020-10-03T11:00:00Z,E0042,C1001,phone,read,crm,,'), filter: 'employee:E0042 time:[2020-10-01T00:00:00Z TO 2020-10-03T10:30:00Z)'}],
	['another type by the same account that was excluded', {files: withRows('5,2020-10-03T11:00:00Z,E0042,C1001,phone,read,crm,,T500'), exclude: 'reason:T500'}],
	['another type by an account that no log names', {files: withRows('5,2020-10-03T11:00:00Z,,C1001,phone,read,crm,,')}],
	['a type that a rule inferred', {
		files: {'crm.csv': csv(header, ...rows), 'web.csv': csv('event_id,timestamp,user_id,customer_id,path,action,system', '9,2020-10-01T12:00:00Z,E0042,C1001,/mail,read,crm')},
		rules: 'version: 1\nrules:\n  - {id: mail, when: {path: "/mail"}, types: [email]}\n',
	}],
];

for (const [way, world] of ofOne) {
	test(`it is not said of the customer with ${way}`, async t => {
		const said = await saidIn(t, world);
		t.deepEqual([said.settled, said.obstacles], [['C1002'], []]);
		t.regex(said.report, /No other data type was reached of 1 customer:/);
		t.regex(said.report, /Of 1 customer the records do not let us exclude other data\./);
	});
}

/** Ways in which it must be said of nobody, and the reason that is told. */
const ofNobody: ReadonlyArray<readonly [way: string, world: World, reason: RegExp]> = [
	['a day on which nothing was written', {files: {'crm.csv': csv(header, ...rows.filter(row => !row.startsWith('2,')))}}, /the system crm wrote nothing on 1 day between 2020-10-01 and 2020-10-03/],
	['a gap in another system', {files: withRows('5,2020-10-01T11:00:00Z,E0107,C1001,email,read,shop,,', '6,2020-10-03T11:00:00Z,E0107,C1001,email,read,shop,,')}, /the system shop wrote nothing on 1 day/],
	['a bulk export by the account that names nobody', {files: withRows('5,2020-10-03T11:00:00Z,E0042,,email,export,crm,500,')}, /1 bulk export by these accounts, or by one that is not named, may hold customers that it does not name/],
	['an export by the account that says neither whom nor how many', {files: withRows('5,2020-10-03T11:00:00Z,E0042,,email,export,crm,,')}, /1 bulk export/],
	['a bulk export that names one of many', {files: withRows('5,2020-10-03T11:00:00Z,E0042,C1002,email,export,crm,500,')}, /1 bulk export/],
	['a bulk export that the filter left out', {files: withRows('5,2020-10-03T11:00:00Z,E0042,,phone,export,crm,500,'), filter: 'employee:E0042 data:email'}, /1 bulk export/],
	['a bulk export by an account that no log names', {files: withRows('5,2020-10-03T11:00:00Z,,,phone,export,crm,500,')}, /1 bulk export/],
	['a record that could not be understood', {files: withRows('torn')}, /has 1 record that could not be understood/],
	['an export of which nobody said that it is all', {selection: undefined}, /nobody said that .*crm\.csv is all that there is/],
	['an export that was filtered', {selection: 'only E0042'}, /crm\.csv is a selection \(only E0042\)/],
	['an export that is torn', {files: {'crm.csv': csv(header, ...rows).slice(0, -1).replace(/T401\n[^]*$/, '"T4')}}, /torn|could not be understood/],
];

for (const [way, world, reason] of ofNobody) {
	test(`it is said of nobody with ${way}`, async t => {
		const said = await saidIn(t, world);
		t.deepEqual(said.settled, []);
		t.regex(said.obstacles.join('\n'), reason);
		t.notRegex(said.report, /No other data type was reached/);
		t.regex(said.report, /the records do not let us exclude other data: /);
	});
}
