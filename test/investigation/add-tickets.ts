import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {parseFilter} from '../../source/filter/parse.ts';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import type {Investigation} from '../../source/investigation/investigation.ts';

const log = `time,employee,customer,data_type,activity,ticket
2020-10-03T10:00:00Z,E0042,C1001,email,read,T401
2020-10-03T10:01:00Z,E0042,C1002,email,read,T401
2020-10-03T10:02:00Z,E0117,C1001,email,read,T401
2020-10-04T10:02:00Z,E0042,C1001,email,read,T401
2020-10-03T10:03:00Z,E0042,C1003,email,read,T999
2020-10-03T10:04:00Z,E0042,C1004,email,read,
2020-10-03T23:05:00Z,E0042,C1005,email,read,"call, see #t402 please"
2020-10-04T00:05:00Z,E0042,C1005,email,read,T402
2020-10-03T10:06:00Z,E0042,C1006,email,read,T403
2020-10-03T10:07:00Z,E0042,C1007,email,read,T401 or T404
2020-10-03T10:08:00Z,E0042,C1008;C1009,email,read,T405
`;

const tickets = `Ticket ID,Customer,Assigned to,Opened,Closed
T401,C1001,E0042,2020-10-03T09:00:00Z,2020-10-03T12:00:00Z
T402,C1005,jane.rivera@example.com,2020-10-03,2020-10-03
T403,C9999,E0042,2020-10-01,
#T404,c1007@example.com,E0042,2020-10-01,
T405,C1008,E0042,2020-10-01,
`;

const opened = async (t: ExecutionContext, files: Readonly<Record<string, string>>): Promise<Investigation> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-tickets-'));
	const all = {'log.csv': log, 'staff.csv': 'id,email\nE0042,jane.rivera@example.com\nE0117,kim.osei@example.com\n', 'customers.csv': 'customer_id,email\nC1007,c1007@example.com\n', ...files};
	await Promise.all(Object.entries(all).map(async ([name, text]) => writeFile(path.join(folder, name), text)));
	const at = (name: string): string => path.join(folder, name);
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	const investigation = await openInvestigation({paths: [at('log.csv')], employees: [at('staff.csv')], customers: [at('customers.csv')], ...(files['tickets.csv'] === undefined ? {} : {tickets: [at('tickets.csv')]})});
	t.teardown(async () => investigation.close());
	return investigation;
};

const reached = async (investigation: Investigation, filter: string): Promise<readonly string[]> => {
	const {customers} = await investigation.answer({filter: parseFilter(filter, {displayTimezone: 'UTC'})});
	return customers.map(({customer}) => customer);
};

test('a reason is supported where its ticket concerns this customer, was this account\'s and was open then', async t => {
	const investigation = await opened(t, {'tickets.csv': tickets});
	t.deepEqual(await reached(investigation, 'support:supported'), ['C1001', 'C1005', 'C1007', 'C1008']);
	// Another customer; another account; another day; the day behind a day's ticket.
	t.deepEqual(await reached(investigation, 'support:contradicted'), ['C1001', 'C1002', 'C1005', 'C1009']);
	// No such ticket; a ticket of a customer whom nobody knows.
	t.deepEqual(await reached(investigation, 'support:claimed'), ['C1003', 'C1006']);
	t.deepEqual(await reached(investigation, 'support:none'), ['C1004']);
});

test('each access has one support, and each customer says whether one of theirs is supported', async t => {
	const investigation = await opened(t, {'tickets.csv': tickets});
	const events = async (filter: string): Promise<number> => (await investigation.totals({filter: parseFilter(filter, {displayTimezone: 'UTC'})})).totals.events;
	// The event of two customers matches twice, by one access each.
	t.deepEqual(await Promise.all(['supported', 'contradicted', 'claimed', 'none', '*'].map(async support => events(`support:${support}`))), [4, 5, 2, 1, 11]);
	const {customers} = await investigation.answer({filter: parseFilter('', {displayTimezone: 'UTC'})});
	t.deepEqual(customers.filter(({supported}) => supported).map(({customer}) => customer), ['C1001', 'C1005', 'C1007', 'C1008']);
	t.true(customers.every(({supported}) => supported !== undefined));
	const listed = await investigation.events({filter: parseFilter('customer:C1008', {displayTimezone: 'UTC'}), offset: 0, limit: 1});
	t.is(listed[0]!.support, 'contradicted supported');
});

test('the support of accesses is counted as a facet, and without tickets there is none', async t => {
	const everything = parseFilter('', {displayTimezone: 'UTC'});
	const checked = await opened(t, {'tickets.csv': tickets});
	const {rows} = await checked.facet({filter: everything, field: 'support', limit: 9, customers: true});
	t.deepEqual(rows, [
		{value: 'contradicted', events: 5, customers: 4}, {value: 'supported', events: 4, customers: 4}, {value: 'claimed', events: 2, customers: 2}, {value: 'none', events: 1, customers: 1},
	]);
	t.deepEqual((await (await opened(t, {})).facet({filter: everything, field: 'support', limit: 9})).rows, []);
});

test('what could not be checked is said', async t => {
	const investigation = await opened(t, {'tickets.csv': tickets});
	const notes = investigation.notes.join('\n');
	t.regex(notes, /checked against 5 tickets of .*tickets\.csv/);
	t.regex(notes, /1 row name a customer whom neither/);
	t.regex(notes, /read as UTC \(assumed; --timezone says another\)/);
});

test('without tickets a reason is a claim', async t => {
	const investigation = await opened(t, {});
	t.deepEqual(await reached(investigation, 'support:supported'), []);
	t.is((await reached(investigation, 'support:claimed')).length, 8);
	const {customers} = await investigation.answer({filter: parseFilter('', {displayTimezone: 'UTC'})});
	t.true(customers.every(customer => !('supported' in customer)));
});

test('tickets without a column that is needed are refused with the columns that they have', async t => {
	const error = await t.throwsAsync(opened(t, {'tickets.csv': 'id,subject\nT1,hello\n'}));
	t.regex(error?.message ?? '', /no column "customer", "account", "opened"/);
	await t.throwsAsync(opened(t, {'tickets.csv': ''}), {message: /it is empty/});
});
