import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {openCase} from '../../../source/investigation/case/open-case.ts';
import {whosaw} from '../../helpers/cli.ts';
import {startWhosaw, type Pty} from '../../helpers/pty.ts';

const table = ['timestamp,user_id,customer_id,fields,action,count', '2020-10-03T14:00:00Z,E0042,C1001,email,read,', '2020-10-03T14:01:00Z,E0042,,email,export,5', ''].join('\n');

const folderWith = async (t: ExecutionContext): Promise<string> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-behind-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	await Promise.all([writeFile(path.join(folder, 'crm.csv'), table), writeFile(path.join(folder, 'rerun.txt'), 'customer_id\nC1001\nC9001\nC9002\n'), writeFile(path.join(folder, 'notes.json'), '{"a": 1}\n')]);
	return folder;
};

const start = (t: ExecutionContext, cwd: string, args: readonly string[]): Pty => {
	const pty = startWhosaw([...args, '--investigator', 'J. Rivera'], {cwd, columns: 100, rows: 30, env: {WHOSAW_SETTINGS_FOLDER: path.join(cwd, '.settings')}});
	t.teardown(() => {
		pty.kill();
	});
	return pty;
};

/** Joins the list to the second event; the path is completed. */
const join = async (pty: Pty): Promise<void> => {
	await pty.waitFor('2 events');
	await pty.press('enter');
	await pty.waitFor('Event 1 of 2');
	await pty.waitFor('as exported');
	await pty.press('L');
	await pty.waitFor('This is no bulk export: it names all whom it reached.');
	await pty.press('right');
	await pty.waitFor(/none listed \(counted\)[^]*L list behind it/);
	await pty.press('L');
	await pty.waitFor('it says 5 records and names nobody');
	pty.type('notes.json');
	await pty.press('enter');
	await pty.waitFor('the list is JSON');
	await pty.press('ctrl+u');
	pty.type('rer');
	await pty.waitFor('rerun.txt');
	await pty.press('tab');
	await pty.waitFor('list    rerun.txt');
	await pty.press('enter');
	await pty.waitFor(/Enter joins it[^]*The log/);
	await pty.press('enter');
	await pty.waitFor(/2 events · at least 3, at most 5 customers \(2 inferred\)[^]*The list is joined: 3 customers/);
};

test('L on the record of a bulk export looks at the list behind it, joins it, and the record says who is inferred', async t => {
	const pty = start(t, await folderWith(t), ['crm.csv']);
	await join(pty);
	await pty.press('down', 'enter');
	await pty.waitFor(/customers +none named by the record[^]*inferred +C1001 {2}C9001 {2}C9002/);
	await pty.press('L');
	await pty.waitFor('This event has a list already.');
	await pty.press('escape');
	await pty.waitFor('▸1 Explore');
	await pty.press('c');
	await pty.waitFor(/--list-of [\da-f]{16}-2=rerun\.txt/);
	t.pass();
});

test('in a case L writes an act, and the case is told with the list', async t => {
	const folder = await folderWith(t);
	t.is((await whosaw(['case', 'create', path.join(folder, 'leak'), path.join(folder, 'crm.csv'), '--investigator', 'J. Rivera'])).exitCode, 0);
	t.is((await whosaw(['case', 'select', path.join(folder, 'leak'), '--filter', '*', '--reason', 'complaint', '--investigator', 'J. Rivera'])).exitCode, 0);
	const pty = start(t, folder, ['leak']);
	await pty.waitFor('2 events');
	// Only a case that is read can be added to.
	await pty.press('4');
	await pty.waitFor(/1 {2}accessed/);
	await pty.press('1');
	await pty.waitFor('▸1 Explore');
	await join(pty);
	await pty.press('4');
	await pty.waitFor(/3 {2}accessed/);
	await pty.press('G');
	await pty.waitFor(/Lists behind bulk exports[^]*kept\/list-[\da-f]{12}\.txt behind [\da-f]{16}-2: 3 customers/);
	t.deepEqual(openCase(path.join(folder, 'leak')).state.lists.map(({given, resolved, inferred}) => [given, resolved, inferred]), [[3, 3, 3]]);
});
