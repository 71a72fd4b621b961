import {copyFileSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {createCase} from '../../source/investigation/case/create-case.ts';
import {openToChange} from '../../source/investigation/case/open-case.ts';
import {addSources} from '../../source/investigation/case/sources.ts';
import {open, worker} from '../helpers/case-exports.ts';
import {indexTables} from '../helpers/index-tables.ts';
import {asked, csv, everything, load, opened} from '../helpers/loading.ts';
import {temporaryFile, temporaryFiles} from '../helpers/temporary-files.ts';

/** The three characters as Salesforce describes them: of five characters the last is the highest digit of a number of five bits, 1 for a capital. */
const long = (id: string): string => id + [0, 5, 10].map(from => {
	const bits = Array.from(id.slice(from, from + 5), letter => /[A-Z]/.test(letter) ? '1' : '0').toReversed().join('');
	return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[Number.parseInt(bits, 2)]!;
}).join('');

/** As in the documentation of Salesforce: the one id that is written there in both forms. */
test('the long form is what Salesforce says it is', t => {
	t.is(long('001A0000006Vm9r'), '001A0000006Vm9rIAC');
});

const [ann, anna, bob] = ['0035g00000AbCdE', '0035g00000AbCde', '0035g00000XyZ12'] as const;
const [user, other] = ['0055g00000UsErA', '0055g00000UsErB'] as const;
const header = 'EVENT_TYPE,TIMESTAMP,REQUEST_ID,ORGANIZATION_ID,USER_ID,USER_ID_DERIVED,URI,URI_ID_DERIVED';
const at = (second: number): string => `202010010930${String(second).padStart(2, '0')}.000`;

const log = csv(header,
	`URI,${at(0)},r0,00D,${user},${long(user)},/${ann},`,
	`URI,${at(1)},r1,00D,${user},,/${long(ann)},${long(ann)}`,
	`URI,${at(2)},r2,00D,${user},,/${anna},`,
	`URI,${at(3)},r3,00D,${other},,/${long(ann).toLowerCase()},`,
	`URI,${at(4)},r4,00D,${other},${long(other)},/${bob},`);

test('15 and 18 characters of one id are one customer and one employee, those that differ in case alone are two', async t => {
	const investigation = await load(t, {log});
	const {totals, customers, byEmployee} = await investigation.answer({filter: everything});
	t.like(totals, {events: 5, customers: 3, employees: 2});
	t.deepEqual(customers.map(({customer, events}) => [customer, events]), [[long(ann), 3], [anna, 1], [bob, 1]]);
	t.deepEqual(byEmployee.map(({employee, events}) => [employee, events]), [[long(user), 3], [long(other), 2]]);
	t.is(investigation.notes.filter(note => note.includes('of an id of Salesforce')).length, 2);
	const events = await investigation.events({filter: everything, offset: 0, limit: 9});
	t.deepEqual(events.map(event => event.customers), [[long(ann)], [long(ann)], [anna], [long(ann)], [bob]]);
	t.true((await investigation.record(events[0]!.row)).raw.endsWith(`/${ann},`));
	t.true((await investigation.record(events[3]!.row)).raw.endsWith(`/${long(ann).toLowerCase()},`));
});

test('a filter that names one form of an id means the other, too', async t => {
	const investigation = await load(t, {log});
	const events = async (flags: Parameters<typeof asked>[0]): Promise<number> => (await investigation.totals({filter: asked(flags)})).totals.events;
	for (const [id, expected] of [[ann, 3], [long(ann), 3], [long(ann).toUpperCase(), 3], [anna, 1], [long(anna), 1], [long(bob), 1], [`${bob}AAA`, 0], [bob.toLowerCase(), 0]] as const) {
		t.is(await events({customer: [id]}), expected, id);
	}

	for (const id of [user, long(user), long(user).toLowerCase()]) {
		t.is(await events({employee: [id]}), 3, id);
	}
});

test('a directory and a list of leaked customers may hold either form', async t => {
	for (const form of [(id: string) => id, long, (id: string) => long(id).toLowerCase()]) {
		const customers = temporaryFile(t, 'contacts.csv', csv('customer_id,name,country', `${form(ann)},Ann Example,IE`, `${long(bob)},Bob Example,DE`, `${bob},Bob Example,DE`));
		const employees = temporaryFile(t, 'users.csv', csv('employee_id,name,team', `${form(user)},Jane Doe,Support`));
		const leaked = temporaryFile(t, 'leaked.csv', csv('customer_id', form(ann), bob, long(bob)));
		const investigation = await load(t, {log}, {customers: [customers], employees: [employees], leaked: [leaked]});
		const answer = await investigation.answer({filter: everything});
		t.deepEqual(answer.customers.filter(({country}) => country !== undefined).map(({customer, name, country, events}) => [customer, name, country, events]).toSorted((a, b) => a[1]! < b[1]! ? -1 : 1), [[form(ann), 'Ann Example', 'IE', 3], [long(bob), 'Bob Example', 'DE', 1]]);
		t.like(answer.byEmployee.find(({employee}) => employee === form(user)), {employee: form(user), name: 'Jane Doe', events: 3});
		t.is(answer.totals.customers, 3);
		t.like(investigation.leaked[0], {given: 3, resolved: 2, same: 1, unknown: []});
		t.is((await investigation.totals({filter: asked({filter: 'leaked:true'})})).totals.events, 4);
	}
});

test('texts that only look like ids stay what they are', async t => {
	const row = (id: string, second: number): string => `2020-10-01T00:00:0${second},E1,${id},view`;
	const ids = ['CUSTOMER0000001', 'CUSTOMER0000001AAA', ann, `${ann}AAA`, 'abcdefghijklmnopqr', 'ABCDEFGHIJKLMNOPQR', '1234567890abcde'];
	const investigation = await load(t, {'a.csv': csv('timestamp,employee,customer,action', ...ids.map((id, index) => row(id, index)))});
	t.deepEqual((await investigation.answer({filter: everything})).customers.map(({customer}) => customer), ids.toSorted());
});

test('forms in two exports are joined whatever their order, and among several customers of one event', async t => {
	const table = (...rows: readonly string[]): string => csv('timestamp,employee,customer,customer_email,action', ...rows);
	const files = {'a.csv': table(`2020-10-01T00:00:00Z,E1,${ann};${bob},,view`, `2020-10-01T00:00:01Z,E1,${ann},ann@example.com,view`), 'b.csv': table(`2020-10-02T00:00:00Z,E2,${long(ann)},,view`, `2020-10-02T00:00:01Z,E2,${long(ann)};${ann};C1,,view`)};
	const paths = temporaryFiles(t, files);
	for (const order of [paths, paths.toReversed()]) {
		const {totals, customers, affected} = await (await opened(t, {paths: order})).answer({filter: everything});
		t.like(totals, {events: 4, customers: 3});
		t.deepEqual(affected, {atLeast: 3, atMost: 3, unknownEvents: 0});
		t.deepEqual(customers.map(({customer, events, email}) => [customer, events, email]), [[long(ann), 4, 'ann@example.com'], [bob, 1, undefined], ['C1', 1, undefined]]);
	}
});

test('a case to which the other form is added, and its package, tell one customer', async t => {
	const [first, second, customers] = temporaryFiles(t, {'a.log': csv(header, log.split('\n')[1]!), 'b.log': csv(header, ...log.split('\n').slice(2, 5)), 'contacts.csv': csv('customer_id,country', `${bob},DE`)}) as readonly [string, string, string];
	const folder = temporaryFile(t, 'beside', '').replace(/beside$/, 'leak');
	const made = await createCase({folder, worker, about: {}, request: {paths: [first], customers: [customers]}});
	await made.close();
	await (await open(t, {folder, dir: folder})).close();
	const changed = openToChange(folder, worker);
	await addSources(changed, {paths: [second]}, {});
	await changed.close();
	const grown = await open(t, {folder, dir: folder});
	const told = (await grown.answer({filter: everything})).customers.map(({customer, events}) => [customer, events]);
	t.deepEqual(told, [[long(ann), 3], [anna, 1]]);
	const directory = join(folder, '..', 'package');
	const result = await grown.export({filter: asked({customer: [ann]}), reason: 'test', directory, now: new Date('2026-11-22T10:00:00Z')});
	t.like(result, {customers: 1, records: 3});
	t.is(readFileSync(join(directory, 'data', 'affected', 'customers.csv'), 'utf8').split('\n').filter(line => line.includes(ann)).length, 1);
	const index = join(folder, 'events.duckdb');
	copyFileSync(index, join(folder, '..', 'grown.duckdb'));
	await grown.close();
	rmSync(index);
	await (await open(t, {folder, dir: folder})).close();
	t.deepEqual(await indexTables(join(folder, '..', 'grown.duckdb')), await indexTables(index));
});
