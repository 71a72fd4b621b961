import path from 'node:path';
import test from 'ava';
import {everything} from '../../../source/filter/filter.ts';
import {parseFilter} from '../../../source/filter/parse.ts';
import {openInvestigation} from '../../../source/investigation/open-investigation.ts';
import {folderOf, openedWith} from './_exports.ts';

const filter = (text: string) => ({filter: parseFilter(text, {displayTimezone: 'UTC'})});

test('the customers on a list are customers of its event, and those whom the record does not name are inferred', async t => {
	const investigation = await openedWith(t, {'list.csv': 'customer_id,first name\nC1001,Ann\nC9001,Bo\nc2001,Cy\nC9001,Bo\n'}, [['log.csv#2', 'list.csv']]);
	const [list] = investigation.lists;
	t.like(list, {record: 2, given: 3, resolved: 3, repeated: 1, same: 0, unnamed: 2, inferred: 3, logged: 0, recordCount: 5, column: 'the column “customer_id”'});
	const [event] = (await investigation.events({filter: everything, offset: 1, limit: 1}));
	t.like(event, {id: list!.event, customers: ['C1001', 'C9001', 'c2001'], inferredCustomers: ['C1001', 'C9001', 'c2001'], customerScope: 'counted', recordCount: 5});
	const {totals, affected, customers, limitations} = await investigation.answer(filter('activity:export count:5'));
	t.is(totals.customers, 3);
	t.is(totals.inferred, 3);
	t.is(totals.countedOnly.events, 0);
	t.deepEqual(affected, {atLeast: 3, atMost: 5, unknownEvents: 0});
	t.deepEqual(customers.map(({customer, inferred}) => [customer, inferred]), [['C1001', 1], ['C9001', 1], ['c2001', 1]]);
	t.true(limitations.some(text => text.startsWith('3 of these 3 customers are known only from lists that were supplied later for bulk exports (inferred)')));
	t.true(limitations.some(text => text.includes('The log says that the event reached 5: 2 are still not listed.')));
});

test('a customer whom another record names is not known from lists alone', async t => {
	const investigation = await openedWith(t, {'list.txt': 'C1001\nC9001\n'}, [['log.csv#2', 'list.txt']]);
	const {totals, customers} = await investigation.answer(filter('count:5 OR activity:read'));
	t.is(totals.inferred, 1);
	t.like(customers.find(({customer}) => customer === 'C1001'), {events: 2, inferred: 1});
});

test('an address means the customer whom the directory has for it, and one that several share is not joined', async t => {
	const investigation = await openedWith(t, {'list.txt': 'BO@example.com\nshared@example.com\nNew Person <New@example.com>\nC1001\nc1001@example.com\n'}, [['log.csv#2', 'list.txt']]);
	const [list] = investigation.lists;
	t.like(list, {given: 5, resolved: 3, same: 1, ambiguous: ['shared@example.com'], unnamed: 1});
	t.deepEqual((await investigation.answer(filter('count:5'))).customers.map(({customer, country}) => [customer, country]), [['C1001', 'IE'], ['C2001', 'GB'], ['new@example.com', undefined]]);
	t.true(investigation.notes.some(text => text.includes('1 entry of') && text.includes('because several customers share it: “shared@example.com”')));
});

test('an event that names some keeps them, and only the others are inferred', async t => {
	const investigation = await openedWith(t, {'list.txt': 'C1002\nC9001\nC9002\n'}, [['log.csv#3', 'list.txt']]);
	t.like(investigation.lists[0], {logged: 1, inferred: 2, recordCount: 4});
	const {totals, affected} = await investigation.answer(filter('count:4'));
	t.is(totals.inferred, 2);
	t.deepEqual(affected, {atLeast: 3, atMost: 4, unknownEvents: 0});
});

test('an event that says no number goes on having no upper bound', async t => {
	const investigation = await openedWith(t, {'list.txt': 'C9001\nC9002\n'}, [['log.csv#4', 'list.txt']]);
	const {totals, affected, limitations} = await investigation.answer(filter('employee:E0117 NOT count:4'));
	t.deepEqual(affected, {atLeast: 2, unknownEvents: 1});
	t.is(totals.customers, 2);
	t.is((await investigation.events({...filter('customer:C9001'), offset: 0, limit: 1}))[0]!.customerScope, 'unknown');
	t.is((await investigation.unlisted({...filter('employee:E0117 NOT count:4'), limit: 5})).found, 1);
	t.true(limitations.some(text => text.includes('says no number for this event')));
});

test('an event that says no number has no upper bound with a list of one, in memory too', async t => {
	const investigation = await openedWith(t, {'list.txt': 'customer_id\nC9001\n'}, [['log.csv#4', 'list.txt']]);
	t.is(investigation.lists[0]!.column, 'the column “customer_id”');
	const expected = await investigation.totals(filter('employee:E0117 NOT count:4'));
	t.deepEqual(expected.affected, {atLeast: 1, unknownEvents: 1});
	t.is(expected.totals.inferred, 1);
	await investigation.prepareCounts(new AbortController().signal, 0);
	t.deepEqual(await investigation.totals(filter('employee:E0117 NOT count:4')), expected);
	t.deepEqual((await investigation.totals(filter('*'))).affected, (await investigation.answer(filter('*'))).affected);
});

test('a list of more customers than the log says is told with both numbers', async t => {
	const investigation = await openedWith(t, {'list.txt': 'C1\nC2\nC3\nC4\nC5\nC6\n'}, [['log.csv#2', 'list.txt']]);
	t.true(investigation.notes.some(text => text.includes('With it the event names 6 customers, and the log says that it reached 5')));
	t.deepEqual((await investigation.totals(filter('count:5'))).affected, {atLeast: 6, atMost: 6, unknownEvents: 0});
});

test('both forms of an id of Salesforce on a list are one customer', async t => {
	const investigation = await openedWith(t, {'list.txt': '003A000001abcDE\n003A000001abcDEIA2\n003A000001abcDF\n'}, [['log.csv#2', 'list.txt']]);
	const [list] = investigation.lists;
	t.is(list!.given, 3);
	t.is(list!.resolved + list!.same, 3);
});

test('reasons are held against tickets with the customers of lists', async t => {
	const tickets = 'id,customer,account,opened\nT401,C2001,E0042,2020-10-01T00:00:00Z\n';
	const investigation = await openedWith(t, {'list.txt': 'C2001\nC9001\n', 'tickets.csv': tickets}, [['log.csv#2', 'list.txt']], at => ({tickets: [at('tickets.csv')]}));
	t.deepEqual((await investigation.answer(filter('support:supported'))).customers.map(({customer}) => customer), ['C2001']);
	t.deepEqual((await investigation.answer(filter('support:contradicted'))).customers.map(({customer}) => customer), ['C9001']);
});

test('a list names its event by the id of it, too', async t => {
	const first = await openedWith(t, {'list.txt': 'C9001\n'}, [['log.csv#2', 'list.txt']]);
	const second = await openedWith(t, {'list.txt': 'C9001\n'}, [[first.lists[0]!.event, 'list.txt']]);
	t.deepEqual(second.lists.map(({event, record}) => [event, record]), [[first.lists[0]!.event, 2]]);
});

const refusals: ReadonlyArray<readonly [what: string, lists: ReadonlyArray<readonly [string, string]>, message: RegExp]> = [
	['an ordinary read', [['log.csv#1', 'list.txt']], /it is no bulk export: its record names its customer$/],
	['a read that names all', [['log.csv#8', 'list.txt']], /it is no bulk export: its record names all 2 customers, and says 2$/],
	['an event without customers', [['log.csv#9', 'list.txt']], /neither exports, shares nor searches/],
	['a denied export', [['log.csv#5', 'list.txt']], /it was denied and reached nobody/],
	['a duplicate', [['log.csv#6', 'list.txt']], /its record is the same event again as [\da-f]{16}-2$/],
	['a rejected record', [['log.csv#7', 'list.txt']], /its record was rejected \(time not understood/],
	['a record that is not there', [['log.csv#90', 'list.txt']], /has no record 90; it has 9 records/],
	['an export that is not there', [['crm.csv#2', 'list.txt']], /none of these exports is crm.csv/],
	['an id that is not there', [['0123456789abcdef-2', 'list.txt']], /none of these exports has it/],
	['a word', [['export', 'list.txt']], /this names no event/],
	['two lists for one event', [['log.csv#2', 'list.txt'], ['*.csv#2', 'other.txt']], /two lists are given for one event/],
	['an empty list', [['log.csv#2', 'empty.txt']], /the list names nobody/],
	['a heading alone', [['log.csv#2', 'heading.txt']], /the list names nobody/],
	['a list that is not there', [['log.csv#2', 'gone.txt']], /the list behind an export cannot be read: there is no such file/],
	['a picture', [['log.csv#2', 'picture.png']], /the list is no text/],
	['columns of which none is told', [['log.csv#2', 'two.csv']], /which column of the list is the customers cannot be told/],
	['a heading that nobody knows', [['log.csv#2', 'odd.txt']], /the first line of the list, “Kundschaft”, is unlike all others/],
	['columns that name different customers', [['log.csv#2', 'crossed.csv']], /name different customers: which of them were in the export cannot be told/],
];

for (const [what, lists, message] of refusals) {
	test(`no list is joined: ${what}`, async t => {
		const at = await folderOf(t, {
			'list.txt': 'C9001\n', 'other.txt': 'C9002\n', 'empty.txt': '', 'heading.txt': 'customer_id\n', 'picture.png': Buffer.from(Array.from({length: 4000}, (_, index) => index % 31)),
			'two.csv': 'row,number2\n1,77\n2,78\n3,79\n', 'odd.txt': 'Kundschaft\nC9001\nC9002\n', 'crossed.csv': 'customer_id,email\nC1001,bo@example.com\n',
		});
		const error = await t.throwsAsync(openInvestigation({paths: [at('log.csv')], customers: [at('customers.csv')], lists: lists.map(([event, file]) => ({event, path: path.join(path.dirname(at('log.csv')), file)}))}));
		t.regex(error!.message, message);
		t.not((error as {next?: string}).next, undefined);
	});
}

test('where the id on a list is of another system, the address beside it says whom it means', async t => {
	const investigation = await openedWith(t, {'list.csv': 'contact id,email\n77,bo@example.com\n78,nobody@example.com\n79,shared@example.com\n'}, [['log.csv#2', 'list.csv']]);
	t.like(investigation.lists[0], {given: 3, resolved: 2, ambiguous: ['shared@example.com'], unnamed: 1});
	t.deepEqual((await investigation.answer(filter('count:5'))).customers.map(({customer}) => customer), ['78', 'C2001']);
});

test('a record of a file that mixes formats is named by its number in the file, with the format or without', async t => {
	const push = (action: string): string => JSON.stringify({_document_id: action, action, actor: 'bob', created_at: 1_601_544_600_000, org: 'o', repo: 'o/r'});
	const look = JSON.stringify({uuid: 'o1', eventType: 'user.session.start', published: '2020-10-01T09:30:00Z', actor: {id: 'E1', alternateId: 'E1', type: 'User'}, client: {ipAddress: '192.0.2.7'}, outcome: {result: 'SUCCESS'}, target: []});
	for (const event of ['mixed.ndjson#3', 'mixed.ndjson!github-audit#3']) {
		const investigation = await openedWith(t, {'mixed.ndjson': `${[look, push('git.clone'), push('repo.download_zip'), look.replace('o1', 'o2')].join('\n')}\n`, 'list.txt': 'C9001\n'}, [[event, 'list.txt']], at => ({paths: [at('mixed.ndjson')]}));
		t.like(investigation.lists[0], {record: 3, resolved: 1, inferred: 1});
	}
});
