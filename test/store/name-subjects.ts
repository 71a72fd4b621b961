import test from 'ava';
import {asked, csv, everything, load} from '../helpers/loading.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

const paths = ['/customers/C1/orders', '/customers/C2', '/clients/7/card', '/about', '/customers/C1', '/customers/C3/orders', '/customers/C9'];
const log = csv('timestamp,employee,customer,action,resource,outcome', ...paths.map((path, index) => `2020-10-01T00:00:0${index}Z,E1,${path === '/customers/C9' ? 'C4' : ''},${index === 5 ? 'login' : 'view'},${path},ok`));
const rules = `version: 1
rules:
  - {id: cards, when: {path: "/clients/*", action: view}, types: [payment_card], subject: {from: path, regex: "^/clients/([0-9]+)/", type: client}}
  - {id: customers, when: {path: "/customers/*", activity: [read]}, types: [name], subject: {from: path, regex: "^/customers/([^/]+)"}}
`;

test('a rule reads the customer out of a path where the log names none, and nowhere else', async t => {
	const given = temporaryFile(t, 'rules.yaml', rules);
	const customers = temporaryFile(t, 'customers.csv', csv('customer_id,name,country', 'C2,Ann Example,IE', '7,Bob Example,DE'));
	const investigation = await load(t, {'a.csv': log}, {rules: [given], customers: [customers], maps: [{value: {role: 'resource', column: 'resource'}}]});
	// Counted by hand: C1 twice, C2 and 7 once, C4 as logged; a login and a page about nobody name nobody.
	const {totals, customers: rows} = await investigation.answer({filter: everything});
	t.deepEqual(rows.map(({customer, name, events}) => [customer, name, events]), [['7', 'Bob Example', 1], ['C1', undefined, 2], ['C2', 'Ann Example', 1], ['C4', undefined, 1]]);
	t.like(totals, {events: 7, customers: 4});
	t.is((await investigation.totals({filter: asked({customer: ['7']})})).totals.events, 1);
	const events = await investigation.events({filter: everything, offset: 0, limit: 9});
	t.deepEqual(events.map(event => event.customers.join()), ['C1', 'C2', '7', '', 'C1', '', 'C4']);
	t.deepEqual(events.map(({dataTypes}) => dataTypes.join()), ['name', 'name', 'payment_card', 'unknown', 'name', 'unknown', 'name']);
	for (const {row} of events) {
		t.like(await investigation.record(row), {agrees: true});
	}

	t.true(investigation.notes.some(note => note === 'Where the logs name no customer, 2 rules of rules.yaml read one from what was reached: cards, customers.'));
});

test('a Salesforce id out of a path is the customer that another log lists under its other form', async t => {
	const given = temporaryFile(t, 'rules.yaml', 'version: 1\nrules:\n  - {id: page, when: {product: table, path: "/r/Contact/*"}, types: [name], subject: {from: path, regex: "/(003[0-9A-Za-z]{12,15})(/|$)", type: contact}}\n');
	const investigation = await load(t, {
		'a.csv': csv('timestamp,employee,count,action,resource', '2020-10-01T00:00:00Z,E1,,view,/r/Contact/0035g00000AbCdE/view'),
		'b.csv': csv('timestamp,employee,customer,action', '2020-10-01T00:00:01Z,E1,0035g00000AbCdEAAV,view'),
	}, {rules: [given], maps: [{files: 'a.csv', value: {role: 'resource', column: 'resource'}}, {files: 'a.csv', value: {role: 'count', column: 'count'}}]});
	t.deepEqual((await investigation.answer({filter: everything})).customers.map(({customer, events}) => [customer, events]), [['0035g00000AbCdEAAV', 2]]);
});
