import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test from 'ava';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {csv, everything, load, opened} from '../helpers/loading.ts';
import {temporaryFile, temporaryFiles} from '../helpers/temporary-files.ts';

const pages = csv('timestamp,user_id,customer_id,action,resource',
	'2020-10-01T10:00:00Z,E0042,C1001,view,/customers/1/payment',
	'2020-10-01T11:00:00Z,E0042,C1002,view,/customers/2/payment',
	'2020-10-01T12:00:00Z,E0042,C1003,reveal_email,/customers/3',
	'2020-10-01T13:00:00Z,E0042,C1004,export,/orders/4',
	'2020-10-01T14:00:00Z,E0042,C1005,view,/orders/5',
	'2020-10-01T15:00:00Z,E0042,C1006,reveal_email,/customers/6/payment');

const rules = `version: 1
rules:
  - {id: pay, when: {path: "/CUSTOMERS/*/payment"}, types: [payment_card]}
  - {id: any-customer, when: {path: "/customers/*"}, types: [address]}
  - {id: reveal, when: {action: "/^reveal_(e-?mail)$/i"}, types: [email]}
  - {id: exported-orders, when: {object: "/orders/*", activity: [export]}, types: [order_history]}
  - {id: elsewhere, when: {product: salesforce, action: "*"}, types: [health]}
`;

test('the first rule of a kind wins, kinds add up, and each type has its rule as its basis', async t => {
	const path = temporaryFile(t, 'rules.yaml', rules);
	const investigation = await load(t, {'crm.csv': pages}, {rules: [path]});
	const events = await investigation.events({filter: everything, offset: 0, limit: 9});
	t.deepEqual(events.map(({dataTypes, dataTypeBasis}) => [dataTypes, dataTypeBasis]), [
		[['payment_card'], 'rule:pay'], [['payment_card'], 'rule:pay'], [['address', 'email'], 'rule:reveal'],
		[['order_history'], 'rule:exported-orders'], [['unknown'], 'unknown'], [['email', 'payment_card'], 'rule:reveal'],
	]);
	t.deepEqual((await investigation.answer({filter: everything})).byDataType.map(({dataType, customers}) => [dataType, customers]), [['payment_card', 3], ['email', 2], ['address', 1], ['order_history', 1], ['unknown', 1]]);
	t.deepEqual(investigation.sources[0]!.unmatched, [{value: 'view', records: 1, field: 'action'}]);
	t.regex(investigation.notes[0]!, /^Where the logs do not say which data was reached, 5 rules of .*rules\.yaml \(sha256 [0-9a-f]{64}\) say it\.$/);
});

const named = csv('timestamp,user_id,customer_id,fields',
	'2020-10-01T10:00:00Z,E0042,C1001,email;Loyalty Tier',
	'2020-10-01T11:00:00Z,E0042,C1002,Loyalty Tier',
	'2020-10-01T12:00:00Z,E0042,C1003,Shoe Size',
	'2020-10-01T13:00:00Z,E0042,C1004,email');

test('names that the log gives and we know come first, rules explain the others', async t => {
	const path = temporaryFile(t, 'rules.yaml', 'version: 1\nrules:\n  - {id: loyalty, when: {column: ["loyalty*", email]}, types: [preferences, order_history]}\n');
	const investigation = await load(t, {'crm.csv': named}, {rules: [path]});
	const events = await investigation.events({filter: everything, offset: 0, limit: 9});
	t.deepEqual(events.map(({dataTypes, dataTypeBasis}) => [dataTypes, dataTypeBasis]), [
		[['email', 'order_history', 'preferences'], 'rule:loyalty'], [['order_history', 'preferences'], 'rule:loyalty'], [['custom:shoe size'], 'logged'], [['email'], 'logged'],
	]);
	t.deepEqual(investigation.sources[0]!.unmatched, [{value: 'Shoe Size', records: 1, field: 'column'}]);
});

test('a rule with no condition counts where no other does, and one that says unknown says nothing', async t => {
	const rest = temporaryFile(t, 'rules.yaml', 'version: 1\nrules:\n  - {id: pay, when: {path: "*payment"}, types: [payment_card]}\n  - {id: rest, when: {}, types: [name]}\n');
	const types = async (path: string): Promise<readonly string[]> => (await (await load(t, {'crm.csv': pages}, {rules: [path]})).events({filter: everything, offset: 0, limit: 9})).map(({dataTypes}) => dataTypes.join(' '));
	t.deepEqual(await types(rest), ['payment_card', 'payment_card', 'name', 'name', 'name', 'payment_card']);
	const unknown = temporaryFile(t, 'rules.yaml', 'version: 1\nrules:\n  - {id: rest, when: {}, types: [unknown]}\n');
	t.deepEqual([...new Set(await types(unknown))], ['unknown']);
});

test('an expression that the engine does not understand is refused before anything is loaded', async t => {
	const path = temporaryFile(t, 'rules.yaml', 'version: 1\nrules:\n  - {id: look, when: {path: "/a(?=b)/"}, types: [name]}\n');
	await t.throwsAsync(openInvestigation({paths: [temporaryFile(t, 'crm.csv', pages)], rules: [path]}), {message: /^rule "look": the expression/});
});

test('a rule that was written in the app holds when the folder is loaded again, and its file is no export', async t => {
	const [path] = temporaryFiles(t, {'crm.csv': pages});
	const folder = dirname(path!);
	const file = join(folder, 'whosaw-rules.yaml');
	const first = await opened(t, {paths: [folder]});
	t.is(first.sources[0]!.unmatched[0]!.value, 'view');
	t.deepEqual(await first.writeRule({path: file, field: 'action', value: 'view', pattern: 'view', types: ['name', 'email']}), {id: 'view', path: file});
	t.regex(readFileSync(file, 'utf8'), /version: 1\nrules:\n {2}- id: view\n/);
	const again = await opened(t, {paths: [folder], rules: [file]});
	t.deepEqual(again.failed, []);
	t.is(again.skipped[0]!.reason, 'rules that say which data a value reaches');
	t.like((await again.events({filter: everything, offset: 0, limit: 1}))[0], {dataTypes: ['email', 'name'], dataTypeBasis: 'rule:view'});
	const without = await opened(t, {paths: [folder]});
	t.is(without.skipped[0]!.reason, 'rules that say which data a value reaches; --rules applies them');
});
