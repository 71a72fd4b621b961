import {execFileSync} from 'node:child_process';
import {appendFile, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {gzipSync} from 'node:zlib';
import test, {type ExecutionContext} from 'ava';
import {whosaw} from '../../helpers/cli.ts';
import {isFramed} from '../../helpers/journey.ts';
import {startWhosaw, type Pty} from '../../helpers/pty.ts';

const customers = Array.from({length: 30}, (_, index) => `C${1001 + index}`);
const table = ['timestamp,user_id,customer_id,fields,action', ...customers.map((id, row) => `2020-10-03T14:${String(row + 10)}:00Z,E00${row % 4},${id},email,read`), ''].join('\n');

const folderWith = async (t: ExecutionContext, list: string | Uint8Array): Promise<string> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-list-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	await writeFile(path.join(folder, 'crm.csv'), table);
	await writeFile(path.join(folder, 'list.txt'), list);
	return folder;
};

const start = (t: ExecutionContext, cwd: string, args: readonly string[]): Pty => {
	const pty = startWhosaw(args, {cwd, columns: 120, rows: 40, env: {WHOSAW_SETTINGS_FOLDER: path.join(cwd, '.settings')}});
	t.teardown(() => {
		pty.kill();
	});
	return pty;
};

const flat = (screen: readonly string[]): string => screen.map(row => row.slice(1, -1).trim()).join(' ').replaceAll(/\s+/g, ' ');

/** The words stand there in a large window and in a small one, nothing sticking out. */
const says = async (t: ExecutionContext, pty: Pty, words: ReadonlyArray<string | RegExp>): Promise<void> => {
	for (const [columns, rows] of [[120, 40], [80, 24]] as const) {
		pty.resize(columns, rows);
		await pty.waitFor(screen => screen.length === rows && isFramed(screen, columns) && words.every(each => typeof each === 'string' ? flat(screen).includes(each) : each.test(flat(screen))));
	}

	t.notRegex(flat(pty.screen()), /separable|inseparable/);
};

// Counts stand in whole sentences where there is room, and else in a few words.
const answered = [
	{name: 'an empty list', list: '', words: ['too-few: The list is empty: there is nothing to rank. Give customer ids or e-mail addresses', /0 entries, 0 customers known|list: 0 of 0 known/]},
	{name: 'a list of nobody who is known', list: '\uFEFFcustomer_id\r\nC9\r\nC8\r\nC9\r\neve\u001B[31m\u202E\r\n', words: ['too-few: None of the 3 entries is a customer', /3 entries, 0 customers known|list: 0 of 3 known/, /1 row repeats|list: 1 repeated/, /3 entries are no customer|list: 3 unknown/]},
	{name: 'the wrong column', list: 'name,country\nAda,GB\nBo,IE\n', words: ['too-few: None of the 2 entries is a customer', 'Is it the right column', /2 entries of the column “name”, 0 customers known|list: 0 of 2 known/]},
	{name: 'a list of two', list: 'C1001\nC1002\nC1001\n', words: ['too-few: Too few to say: 2 customers of the list are known here', /2 entries, 2 customers known|list: 2 of 2 known/, /1 row repeats|list: 1 repeated/]},
	{name: 'a list of all customers', list: customers.join('\n'), words: ['nobody: The list holds 100% of all 30 customers', /30 entries, 30 customers known|list: 30 of 30 known/]},
];

for (const {name, list, words} of answered) {
	test(`${name} is answered on Leads by a verdict and the counts, and ranks nobody`, async t => {
		const pty = start(t, await folderWith(t, list), ['crm.csv', '--leaked', 'list.txt']);
		await pty.waitFor('30 events · 30 customers');
		await pty.press('2');
		await pty.waitFor('Leads: where to look next');
		await says(t, pty, words);
		await pty.press('w');
		await pty.waitFor('Leads in whole sentences');
		await pty.press('G');
		await (name === 'a list of nobody who is known' ? pty.waitFor(/list\.txt: 3 entries[^]*C9[^]*C8[^]*eve/) : pty.waitFor('list.txt'));
		t.false(pty.output().includes('\u001B[31m\u202E'));
	});
}

test('what is no list is refused before the exports are read, by what it is and what to do', async t => {
	const folder = await folderWith(t, gzipSync('C1001\n'));
	const packed = start(t, folder, ['crm.csv', '--leaked', 'list.txt']);
	await says(t, packed, ['the list is no text: it is compressed (gzip)', 'list.txt', 'Unpack it and give the text that is in it.', 'r tries again']);
	await writeFile(path.join(folder, 'list.txt'), 'C1001\n');
	await packed.press('r');
	await packed.waitFor('30 events · 30 customers');
	execFileSync('mkfifo', [path.join(folder, 'pipe')]);
	const pipe = start(t, folder, ['crm.csv', '--leaked', 'pipe']);
	await says(t, pipe, ['the list of leaked customers is a device or a pipe, not a file', 'pipe', 'Save it in a file and give that']);
});

test('in a case a list that changes before it is frozen is refused whole, and R ranks it as it is now', async t => {
	const folder = await folderWith(t, 'C9\n');
	t.is((await whosaw(['case', 'create', path.join(folder, 'leak'), path.join(folder, 'crm.csv'), '--investigator', 'J. Rivera'])).exitCode, 0);
	const pty = start(t, folder, ['leak', '--leaked', 'list.txt', '--investigator', 'J. Rivera']);
	await pty.waitFor('30 events · 30 customers');
	await appendFile(path.join(folder, 'list.txt'), 'C8\nC7\n');
	await pty.press('2');
	await says(t, pty, ['list.txt: the list of leaked customers was changed since it was read. Load again to take it as it is now (in the app R on Sources), or put it back as it was and ask again.', 'Enter asks again.']);
	await pty.press('5');
	await pty.waitFor('▸5 Sources');
	await pty.press('R');
	await pty.waitFor('▸1 Explore');
	await pty.press('2');
	await pty.waitFor('too-few: None of the 3 entries is a customer');
	const {stdout} = await whosaw(['case', 'log', path.join(folder, 'leak')]);
	t.is(stdout.match(/leaked-list-frozen/g)?.length, 1);
});
