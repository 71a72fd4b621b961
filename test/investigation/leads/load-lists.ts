import {copyFileSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {ExpectedError} from '../../../source/errors.ts';
import {listCaveats} from '../../../source/investigation/leads/list-words.ts';
import type {Investigation} from '../../../source/investigation/investigation.ts';
import {openInvestigation} from '../../../source/investigation/open-investigation.ts';

const folder = mkdtempSync(join(tmpdir(), 'whosaw-lists-'));
const at = (name: string): string => join(folder, name);

test.before(() => {
	const customers = Array.from({length: 40}, (_, index) => index + 1);
	writeFileSync(at('crm.csv'), ['time,employee,customer,action,fields', ...customers.map(id => `2020-10-01T00:00:${String(id).padStart(2, '0')}Z,E${id % 3},${id},read,email`), ''].join('\n'));
	writeFileSync(at('customers.csv'), ['id,email', ...customers.map(id => `${id},c${id}@example.org`), ''].join('\n'));
});

test.after.always(() => {
	rmSync(folder, {recursive: true, force: true});
});

const loaded = async (lists: Readonly<Record<string, string>>): Promise<Investigation['leaked']> => {
	for (const [name, text] of Object.entries(lists)) {
		writeFileSync(at(name), text);
	}

	const investigation = await openInvestigation({paths: [at('crm.csv')], customers: [at('customers.csv')], leaked: Object.keys(lists).map(name => at(name))});
	await investigation.close();
	return investigation.leaked;
};

const refused = async (name: string, text: string, paths = [at('crm.csv')]): Promise<{readonly message: string; readonly kinds: readonly string[]}> => {
	writeFileSync(at(name), text);
	const kinds: string[] = [];
	try {
		await openInvestigation({paths, customers: [at('customers.csv')], leaked: [at(name)]}, {onProgress({kind}) {
			kinds.push(kind);
		}});
	} catch (error) {
		if (error instanceof ExpectedError && error.where === at(name) && error.next !== undefined) {
			return {message: error.message, kinds};
		}

		throw error;
	}

	throw new Error('the list was taken');
};

test('ids and addresses may stand in one column, with marks around them that nobody sees, and every entry is accounted for', async t => {
	const [list] = await loaded({'mixed.txt': 'customer_id\n1\nc2@example.org\nC2@EXAMPLE.ORG\n\u202A3\u202C\n2\nnobody@example.org\n__proto__\nx\0y\n1\n'});
	t.like(list, {given: 7, resolved: 3, repeated: 2, same: 1, ambiguous: 0});
	t.deepEqual(list!.unknown, ['nobody@example.org', '__proto__', 'x\0y']);
	t.deepEqual(list!.customers, ['1', '2', '3']);
});

test('rows that name nobody in the column that was taken are counted, and those whom another column names are told', async t => {
	const [list] = await loaded({'two-columns.csv': 'id,email\n1,\n2,\n3,\n,c4@example.org\n,c5@example.org\n,\n'});
	t.like(list, {given: 3, resolved: 3, column: 'the column “id”', without: 3, elsewhere: 2});
	t.deepEqual(listCaveats(list!).map(text => text.slice(folder.length + 1)), [
		'two-columns.csv: 3 entries of the column “id”, 3 customers known.',
		'two-columns.csv: 3 rows have nothing in the column “id” and are left out.',
		'two-columns.csv: 2 rows name a customer in another column alone, who are not ranked with the list: give that column as a list of its own (--leaked).',
	]);
});

test('two columns that name different customers are refused: a running number would be ranked like the customers beside it', async t => {
	const rows = Array.from({length: 12}, (_, index) => `${index + 1},c${40 - index}@example.org`);
	t.is((await refused('numbered.csv', ['no,email', ...rows].join('\n'))).message, 'the column “no” and the column “email” of the list name different customers on 12 rows: which of them leaked cannot be told');
	const [agreeing] = await loaded({'agreeing.csv': ['id,email', ...Array.from({length: 12}, (_, index) => `${index + 1},c${index + 1}@example.org`)].join('\n')});
	t.like(agreeing, {given: 12, resolved: 12});
});

test('the same list under two names counts once, and it is said', async t => {
	const lists = await loaded({'a.txt': '1\n2\n3\n', 'b.txt': '1\n2\n3\n', 'c.txt': '4\n'});
	t.deepEqual(lists.map(({given, again}) => ({given, again})), [{given: 3, again: [at('b.txt')]}, {given: 1, again: undefined}]);
	t.is(listCaveats(lists[0]!).at(-1), `${at('b.txt')} is the same list as ${at('a.txt')} and counts once.`);
});

test('a list that cannot be read is refused before any export is', async t => {
	t.deepEqual(await refused('late.json', '["1", "2", "3"]'), {message: 'the list is JSON', kinds: []});
});

test('an entry without an end is cut in sentences, and whole among the entries', async t => {
	const [list] = await loaded({'long.txt': `1\n${'z'.repeat(10_000)}\n`});
	t.is(list!.unknown[0]!.length, 10_000);
	t.true(listCaveats(list!).every(text => text.length < folder.length + 200));
});

test('a list that lies among the exports is none of them, though it has times and customers', async t => {
	const among = mkdtempSync(join(tmpdir(), 'whosaw-among-'));
	t.teardown(() => {
		rmSync(among, {recursive: true, force: true});
	});
	copyFileSync(at('crm.csv'), join(among, 'crm.csv'));
	writeFileSync(join(among, 'reported.csv'), 'time,employee,customer,action\n2020-10-21T10:00:00Z,E1,1,reported\n2020-10-21T11:00:00Z,E1,2,reported\n2020-10-21T12:00:00Z,E1,3,reported\n');
	const investigation = await openInvestigation({paths: [among], leaked: [join(among, 'reported.csv')]});
	await investigation.close();
	t.deepEqual(investigation.sources.map(({path}) => path), [join(among, 'crm.csv')]);
	t.deepEqual(investigation.skipped.map(({reason}) => reason), ['used as a list of leaked customers']);
	t.like(investigation.leaked[0], {given: 3, resolved: 3, column: 'the column “customer”'});
});

test('an address means its customer as mail programs and web pages write it, too; what only looks like one means nobody', async t => {
	const [list] = await loaded({'mail.txt': ['"Lee, Ada" <C4@Example.org>', 'mailto:c5@example.org', 'MAILTO:c6@example.org?subject=Leak', '<c7@example.org>', 'Bo Iwu <mailto:c8@example.org>', 'c9@example.org <c10@example.org', 'c11@example.org (Ada)', ''].join('\n')});
	t.deepEqual([...list!.customers].toSorted((a, b) => Number(a) - Number(b)), ['4', '5', '6', '7', '8']);
	t.deepEqual(list!.unknown, ['c9@example.org <c10@example.org', 'c11@example.org (Ada)']);
});

test('a first row of words alone is the heading of a table, whatever they are, and no entry that means nobody', async t => {
	const [table, plain] = await loaded({'mail.csv': 'Ticket;Reporter e-mail;Remark\n1x;c3@example.org;"hello; you"\n2x;c4@example.org;\n3x;c5@example.org;\n', 'nobody.csv': 'ticket no,note\n1x,called\n2x,wrote\n'});
	t.like(table, {given: 3, resolved: 3, unknown: [], column: 'the column “Reporter e-mail”'});
	// Where nobody is meant, nothing tells a heading from a row.
	t.like(plain, {given: 3, resolved: 0});
});
