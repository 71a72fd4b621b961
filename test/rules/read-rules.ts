import {readFileSync} from 'node:fs';
import test from 'ava';
import {patternOf} from '../../source/rules/pattern.ts';
import {readRules} from '../../source/rules/read-rules.ts';
import {matcherOf} from '../../source/rules/rule.ts';
import {withRule} from '../../source/rules/write-rule.ts';

const file = (rule: string): string => `version: 1\nrules:\n  - ${rule}\n`;

test('a rule says when it holds and which types it adds', t => {
	const {rules} = readRules(file('{id: pg-orders, when: {object: "public.orders*", activity: [read, export]}, types: [order_history]}'), 'rules.yaml');
	t.deepEqual(rules, [{id: 'pg-orders', when: [{field: 'resource', patterns: [String.raw`(?is)\Apublic\.orders.*\z`]}, {field: 'activity', patterns: [String.raw`(?is)\Aread\z`, String.raw`(?is)\Aexport\z`]}], types: ['order_history']}]);
	t.is(matcherOf(rules[0]!), 'activity+resource');
});

test('the rules that are explained to people are understood', t => {
	const [, text = ''] = /```yaml\n(.*?)```/s.exec(readFileSync('docs/rules.md', 'utf8'))!;
	const {rules} = readRules(text, 'rules.md');
	t.deepEqual([rules.filter(({scope}) => scope), rules.filter(({catalog}) => catalog), rules.filter(({subject}) => subject)].map(some => some.map(({id}) => id).join()), ['cardholder-file', 'whole-tables', 'contact-page']);
});

test('what is not understood is refused with its place, never passed over', t => {
	for (const [rule, message] of [
		['{id: a, when: {colunm: x}, types: [email]}', 'rule "a" looks at "colunm", which this version does not understand; did you mean column?'],
		['{id: a, when: {action: x}, types: [emial]}', 'rule "a": there is no data type "emial"; did you mean email?'],
		['{id: a, when: {action: x}, types: [email], scop: counted}', 'rule "a" says "scop", which this version does not understand'],
		['{id: a, when: {action: x}, types: [email], scope: listed}', 'rule "a": scope is "counted" (it holds many customers) or left out'],
		['{id: a, when: {action: x}, types: [email], scope: [counted]}', 'rule "a": scope is "counted" (it holds many customers) or left out'],
		['{id: a, when: {action: x}, types: [email], scope: }', 'rule "a": scope is "counted" (it holds many customers) or left out'],
		['{id: a, when: {column: x}, types: [email], scope: counted}', 'rule "a" looks at a column, which does not tell whom an event reached: scope goes with action, resource, system or activity'],
		['{id: a, when: {action: x}, types: ["@all-columns"]}', 'rule "a": there is no "@all-columns"; the only one is @all-columns-of-object'],
		['{id: a, when: {action: x}, types: ["@all-columns-of-object"]}', 'rule "a": @all-columns-of-object needs a catalog beside the rules, such as catalog: {public.customers: [id, email]}'],
		['{id: a, when: {column: x}, types: ["@all-columns-of-object"]}', 'rule "a" looks at a column, which has no columns of its own'],
		['{id: a, when: {path: x}, types: [email], subject: {from: path}}', 'rule "a": the regex of subject has no group for the customer, such as "/customers/([^/]+)"'],
		['{id: a, when: {path: x}, types: [email], subject: {from: system, regex: "(.)"}}', 'rule "a": subject is read from resource, object, path, query or action'],
		['{id: a, when: {path: x}, types: [email], subject: {from: path, regx: "(.)"}}', 'rule "a": subject says "regx", which this version does not understand'],
		['{id: a, when: {column: x}, types: [email], subject: {from: path, regex: "(.)"}}', 'rule "a" looks at a column, which names no customer'],
		['{id: a, when: {action: 3}, types: [email]}', 'rule "a": action is neither a text nor a list of texts'],
		['{id: a, when: {column: x, action: y}, types: [email]}', 'rule "a" looks at a column and at something else: a column goes with a product only'],
		['{id: a, when: {path: x, query: y}, types: [email]}', 'rule "a" looks at the same thing twice: resource, object, path and query are one'],
		['{when: {}, types: [email]}', 'a rule has no id of letters, digits and . _ : -'],
		['{id: a, when: {}}', 'rule "a" names no types'],
	] as const) {
		t.like(t.throws(() => readRules(file(rule), 'rules.yaml')), {message, where: 'rules.yaml, line 3', exitCode: 2});
	}

	t.regex(t.throws(() => readRules('rules: []', 'r.yaml')).message, /version: 1/);
	t.regex(t.throws(() => readRules('{"a', 'r.yaml')).message, /^it is not YAML/);
});

const star = file('{id: a, when: {}, types: ["@all-columns-of-object", address], scope: counted}');

test('a catalog gives the columns of tables to the rules that ask for all of them, and to no other', t => {
	const {rules} = readRules(`${star}  - {id: b, when: {}, types: [email]}\ncatalog:\n  public.Customers: [id, "Birth Date", id]\n  /^x/: [email]\n`, 'r.yaml');
	t.deepEqual(rules, [
		{id: 'a', when: [], types: ['@all-columns-of-object', 'address'], scope: 'counted', catalog: [{table: 'public.Customers', pattern: String.raw`(?is)\Apublic\.Customers\z`, columns: ['id', 'Birth Date']}, {table: '/^x/', pattern: '^x', columns: ['email']}]},
		{id: 'b', when: [], types: ['email']},
	]);
});

test('a catalog that is not understood is refused with its line', t => {
	for (const [catalog, message, line] of [
		['catalog:\n', 'the catalog is not a map of tables with their columns, such as {public.customers: [id, email]}', 4],
		['catalog: [public.customers]\n', 'the catalog is not a map of tables with their columns, such as {public.customers: [id, email]}', 4],
		['catalog: {}\n', 'the catalog names no table: leave it out, or say it as {public.customers: [id, email]}', 4],
		['catalog:\n  public.customers: [id]\n  public.orders: id\n', 'the catalog does not give "public.orders" a list of columns, such as {public.customers: [id, email]}', 6],
		['catalog:\n  public.customers: []\n', 'the catalog does not give "public.customers" a list of columns, such as {public.customers: [id, email]}', 5],
		['catalog:\n  public.customers: [id, 3]\n', 'the catalog does not give "public.customers" a list of columns, such as {public.customers: [id, email]}', 5],
		['catalog:\n  public.customers: {id: text}\n', 'the catalog does not give "public.customers" a list of columns, such as {public.customers: [id, email]}', 5],
		['catalog:\n  3: [id]\n', 'a table of the catalog is not a text, such as {public.customers: [id, email]}', 5],
		['catalog:\n  public.customers: [id]\n  PUBLIC.customers: [email]\n', 'the catalog has "PUBLIC.customers" twice: case does not count', 6],
		['catalogue: {public.customers: [id]}\n', 'it says "catalogue", which this version does not understand; did you mean catalog?', 4],
	] as const) {
		t.like(t.throws(() => readRules(star + catalog, 'rules.yaml')), {message, where: `rules.yaml, line ${line}`, exitCode: 2});
	}
});

test('two rules of one name are refused', t => {
	t.throws(() => readRules('version: 1\nrules:\n  - {id: a, when: {}, types: [email]}\n  - {id: a, when: {}, types: [phone]}\n', 'r.yaml'), {message: 'two rules are called "a"'});
});

test('a rule is added at the end, comments stay, and names stay unique', t => {
	const first = withRule(undefined, 'r.yaml', {field: 'action', pattern: 'Reveal e-mail', types: ['email']});
	const second = withRule(`${first.text}# mine\n`, 'r.yaml', {field: 'resource', pattern: 'Reveal e-mail', types: ['email', 'custom:loyalty']});
	t.is(second.id, 'reveal-e-mail-2');
	t.deepEqual(readRules(withRule(`${star}catalog: {t: [id]}\n`, 'r.yaml', {field: 'action', pattern: 'x', types: ['email']}).text, 'r.yaml').rules.map(({id, catalog}) => [id, catalog?.length]), [['a', 1], ['x', undefined]]);
	t.true(second.text.includes('# mine') && second.text.startsWith('# Which data'));
	t.deepEqual(readRules(second.text, 'r.yaml').rules.map(({id, types}) => [id, types]), [['reveal-e-mail', ['email']], ['reveal-e-mail-2', ['email', 'custom:loyalty']]]);
});

test('any value of a log can be written as a rule that matches it alone', t => {
	for (const value of ['a*b', '/x/', ': #', '- y', 'null', '3', '"', 'ü\n\u0001', '{{', '&a *b', '~']) {
		const {rules} = readRules(withRule(undefined, 'r.yaml', {field: 'action', pattern: patternOf(value), types: ['email']}).text, 'r.yaml');
		const pattern = rules[0]!.when[0]!.patterns[0]!.replace(/^\(\?(i?s)\)\\A(.*)\\z$/s, '^(?:$2)$');
		t.regex(value, new RegExp(pattern, 's'));
		t.notRegex(`${value}z`, new RegExp(pattern, 's'));
	}
});
