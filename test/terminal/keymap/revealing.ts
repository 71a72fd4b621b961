import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {whosaw} from '../../helpers/cli.ts';
import {startWhosaw, type Pty} from '../../helpers/pty.ts';

/** Six exports by one account, in a case. */
const openCase = async (t: ExecutionContext, ...args: readonly string[]): Promise<{readonly pty: Pty; readonly dir: string}> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-revealing-'));
	const log = path.join(folder, 'crm.csv');
	const rows = Array.from({length: 6}, (_, row) => `2020-10-03T14:0${row}:00Z,E0042,Jo Rivera,C${1002 + row},email,export`);
	await writeFile(log, ['timestamp,user_id,user_name,customer_id,fields,action', ...rows, ''].join('\n'));
	const dir = path.join(folder, 'leak');
	t.is((await whosaw(['case', 'create', dir, log, '--title', 'e-mail leak', '--investigator', 'J. Rivera'])).exitCode, 0);
	const pty = startWhosaw([dir, '--filter', 'employee:E0042', '--investigator', 'A. Okafor', ...args], {env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	await pty.waitFor('6 events · 6 customers', 60_000);
	await pty.press('4');
	await pty.waitFor('Journal, newest first');
	await pty.press('1');
	await pty.waitWithout('Journal, newest first');
	return {pty, dir};
};

test('in a case names are shown for a reason, and the journal keeps it and every record that was opened', async t => {
	const {pty, dir} = await openCase(t);
	await pty.press('m');
	await pty.waitFor('Names, e-mails and phones are shown until m masks them again.');
	await pty.press('enter');
	await pty.waitFor('Say why: the reason stands in the journal of the case.');
	t.notRegex(pty.screen().join('\n'), /Jo Rivera/);
	pty.type('to call her back');
	await pty.press('enter');
	await pty.waitFor(/It is act \d of the journal\./);
	await pty.press('enter');
	await pty.waitFor('a second reader agrees');
	await pty.waitFor('Jo Rivera');
	await pty.press('right');
	await pty.waitFor(/Event 2 of 6[\s\S]*a second reader agrees/);
	await pty.press('escape');
	await pty.waitWithout('a second reader agrees');
	await pty.press('m');
	await pty.waitFor('are masked.');
	await pty.press('4');
	await pty.waitFor(/record-opened {2}A\. Okafor {2}record 2 of .*crm\.csv/);
	await pty.press('q', 'y');
	t.is((await pty.exit).exitCode, 0);
	const {stdout} = await whosaw(['case', 'log', dir]);
	t.regex(stdout, / {4}\d {2}.* {2}A\. Okafor {2}unmasked {2}names, e-mails and phones {2}\(to call her back\)\n {4}\d .*record-opened {2}record 1 of \.\.\/crm\.csv\n {4}\d .*record-opened {2}record 2 of \.\.\/crm\.csv$/);
});

test('in a case accounts are called by their names again for a reason, and a reader of the case cannot do it', async t => {
	const {pty, dir} = await openCase(t, '--blind');
	await pty.press('m');
	await pty.waitFor('Blind: names, e-mails and phones stay masked; b ends it.');
	const reader = startWhosaw([dir, '--filter', 'employee:E0042', '--blind', '--investigator', 'L. Moreau']);
	t.teardown(() => {
		reader.kill();
	});
	await reader.waitFor('6 events · 6 customers', 60_000);
	await reader.press('4');
	await reader.waitFor('Read only: A. Okafor has it open');
	await reader.press('b');
	await reader.waitFor('What is hidden is shown for a reason');
	await pty.press('b');
	await pty.waitFor('Accounts are called by their names until b hides them again.');
	pty.type('handed to HR');
	await pty.press('enter');
	await pty.waitFor(/It is act \d of the journal\./);
	await pty.waitFor('E0042');
	t.notRegex(reader.screen().join('\n'), /E0042/);
	t.regex((await whosaw(['case', 'log', dir])).stdout, /unmasked {2}accounts by their names {2}\(handed to HR\)/);
});
