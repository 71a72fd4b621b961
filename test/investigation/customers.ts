import test from 'ava';
import {asked, csv, everything, load} from '../helpers/loading.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

const header = 'timestamp,employee,customer,action';

test('one customer under several names of a directory is one customer', async t => {
	const customers = temporaryFile(t, 'customers.csv', csv('customer_id,email,name,billing_country', 'C1,ann@example.com,Ann Example,UK', 'C2,bob@example.com,Bob Example,DE'));
	const investigation = await load(t, {'a.csv': csv(header, '2020-10-01T00:00:00Z,E1,C1,view', '2020-10-01T00:00:01Z,E1,Ann@Example.com,view', '2020-10-01T00:00:02Z,E2,ann@example.com,view', '2020-10-01T00:00:03Z,E1,C9,view')}, {customers: [customers]});
	const {totals, customers: rows, byCountry} = await investigation.answer({filter: everything});
	t.like(totals, {events: 4, customers: 2, employees: 2});
	t.like(rows.find(({customer}) => customer === 'C1'), {email: 'ann@example.com', name: 'Ann Example', country: 'GB', countryBasis: 'billing', events: 3, employees: ['E1', 'E2']});
	t.deepEqual(byCountry.map(({country, customers: count}) => [country, count]).toSorted(), [['GB', 1], ['unknown', 1]]);
	t.true(investigation.notes.some(note => note.includes('not in the directory of customers')));
	t.true(investigation.notes.some(note => note.includes('several ids or addresses')));
	t.is((await investigation.answer({filter: asked({customer: ['ANN@example.com']})})).totals.events, 3);
});

test('a customer is of the first country that the row names: residence, else what it bills to, else a market that is one', async t => {
	const customers = temporaryFile(t, 'customers.csv', csv('customer_id,market,billing_country,residence', 'C1,US,CA,UK', 'C2,US,Canada,', 'C3,us,,', 'C4,EU,,', 'C5,Nordics,,'));
	const investigation = await load(t, {'a.csv': csv(header, ...[1, 2, 3, 4, 5].map(at => `2020-10-01T00:00:0${at}Z,E1,C${at},view`))}, {customers: [customers]});
	const {customers: rows} = await investigation.answer({filter: everything});
	t.deepEqual(rows.map(({customer, country, countryBasis}) => [customer, country, countryBasis]), [['C1', 'GB', 'residence'], ['C2', 'CA', 'billing'], ['C3', 'US', 'market'], ['C4', undefined, undefined], ['C5', undefined, undefined]]);
});

test('one employee under login, address and id is one employee', async t => {
	const employees = temporaryFile(t, 'employees.csv', csv('employee_id,login,email,name,team', 'E1,aex,ann@example.com,Ann Example,Support', 'E2,bex,bob@example.com,Bob Example,Sales'));
	const investigation = await load(t, {'a.csv': csv(header, '2020-10-01T00:00:00Z,E1,C1,view', '2020-10-01T00:00:01Z,aex,C2,view', '2020-10-01T00:00:02Z,ANN@example.com,C3,view', '2020-10-01T00:00:03Z,AEX,C4,view')}, {employees: [employees]});
	const {byEmployee} = await investigation.answer({filter: everything});
	t.deepEqual(byEmployee.map(({employee, name, events}) => [employee, name, events]), [['E1', 'Ann Example', 3], ['AEX', undefined, 1]]);
	t.is((await investigation.answer({filter: asked({employee: ['aex']})})).totals.events, 3);
});

test('an address that two customers of the directory share resolves to neither', async t => {
	const customers = temporaryFile(t, 'customers.csv', csv('customer_id,email', 'C1,home@example.com', 'C2,home@example.com'));
	const investigation = await load(t, {'a.csv': csv(header, '2020-10-01T00:00:00Z,E1,home@example.com,view')}, {customers: [customers]});
	t.deepEqual((await investigation.answer({filter: everything})).customers.map(({customer}) => customer), ['home@example.com']);
	t.true(investigation.notes.some(note => note.includes('several customers')));
});

test('a cell may name several customers: each is reached, and the event is one', async t => {
	const investigation = await load(t, {'a.csv': csv(header, '2020-10-01T00:00:00Z,E1,C1;C2; C1,view', '2020-10-01T00:00:01Z,E1,"[""C2"",""C3"",4]",view', '2020-10-01T00:00:02Z,E2,C3|C4,view')});
	const {totals, affected, customers} = await investigation.answer({filter: everything});
	t.like(totals, {events: 3, customers: 5});
	t.deepEqual(affected, {atLeast: 5, atMost: 5, unknownEvents: 0});
	t.deepEqual(customers.map(({customer, events}) => [customer, events]), [['4', 1], ['C1', 1], ['C2', 2], ['C3', 2], ['C4', 1]]);
	t.like((await investigation.answer({filter: asked({customer: ['C1']})})).totals, {events: 1, customers: 1});
	t.is(await investigation.countEvents({filter: everything}), 3);
});

test('an empty list of customers is an event that names nobody', async t => {
	const investigation = await load(t, {'a.ndjson': ['[]', '["C1"]', '[null]', 'null', '[" "]'].map((list, index) => `{"timestamp":"2020-10-01T00:00:0${index}Z","employee":"E1","customers":${list},"action":"view"}\n`).join('')});
	const {totals, affected, customers} = await investigation.answer({filter: everything});
	t.deepEqual(customers.map(({customer}) => customer), ['C1']);
	t.like(totals, {events: 5, customers: 1});
	t.deepEqual(affected, {atLeast: 1, atMost: 1, unknownEvents: 0});
});

test('an export that says how many makes a range, and one that does not takes the upper bound away', async t => {
	const exports = 'timestamp,employee,customer,rows,action';
	const files = {'a.csv': csv(exports, '2020-10-01T00:00:00Z,E1,C1,,view', '2020-10-02T00:00:00Z,E1,,500,export', '2020-10-03T00:00:00Z,E2,,,export', '2020-10-04T00:00:00Z,E3,,,login')};
	const investigation = await load(t, files);
	const counted = await investigation.answer({filter: asked({employee: ['E1']})});
	t.deepEqual(counted.affected, {atLeast: 1, atMost: 501, unknownEvents: 0});
	t.deepEqual(counted.totals.countedOnly, {events: 1, records: 500});
	const all = await investigation.answer({filter: everything});
	t.deepEqual(all.affected, {atLeast: 1, unknownEvents: 1});
	t.true(all.limitations.some(sentence => sentence.includes('no upper bound')));
	t.deepEqual((await investigation.events({filter: everything, offset: 0, limit: 9})).map(({customerScope}) => customerScope), ['listed', 'counted', 'unknown', 'none']);
});

test('a denied or failed access reaches nobody, and is counted apart', async t => {
	const investigation = await load(t, {'a.csv': csv(`${header},outcome`, ...['ok', 'denied', '403', 'timeout', 'AccessDenied', ''].map((outcome, index) => `2020-10-01T00:00:0${index}Z,E1,C${index},view,${outcome}`))});
	const {totals, customers, byEmployee} = await investigation.answer({filter: everything});
	t.like(totals, {events: 2, denied: 4, customers: 2});
	t.deepEqual(customers.map(({customer}) => customer), ['C0', 'C5']);
	t.is(byEmployee[0]!.events, 2);
	t.is(await investigation.countEvents({filter: everything}), 6);
	t.is((await investigation.answer({filter: asked({filter: 'outcome:denied'})})).totals.denied, 3);
});
