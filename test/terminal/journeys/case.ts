import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'ava';
import {whosaw} from '../../helpers/cli.ts';
import {startWhosaw} from '../../helpers/pty.ts';

test('a case is opened, what the filter matches is added with a reason, and the journal tells it', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-journey-'));
	const log = path.join(folder, 'crm.csv');
	const rows = Array.from({length: 9}, (_, row) => `2020-10-03T14:0${row}:00Z,${row < 6 ? 'E0042' : 'E0107'},C${1002 + row},email,export`);
	await writeFile(log, ['timestamp,user_id,customer_id,fields,action', ...rows, ''].join('\n'));
	const dir = path.join(folder, 'leak');
	t.is((await whosaw(['case', 'create', dir, log, '--title', 'e-mail leak', '--investigator', 'J. Rivera'])).exitCode, 0);
	const pty = startWhosaw([dir, '--filter', 'employee:E0042', '--investigator', 'J. Rivera'], {env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	await pty.waitFor('6 events · 6 customers', 60_000);
	await pty.press('4');
	await pty.waitFor('None yet: in Explore, a adds what the filter matches.');
	await pty.press('1', 'a');
	await pty.waitFor('6 customers · 6 events match this filter');
	await pty.press('enter');
	await pty.waitFor('Say why');
	pty.type('complaint of 12 October');
	await pty.press('enter');
	await pty.waitFor('Selection 1: 6 events, 6 customers');
	await pty.press('enter');
	await pty.waitWithout('Add to the case');
	await pty.press('4');
	await pty.waitFor('selection-added  J. Rivera  employee:E0042  (complaint of 12 October)');
	await pty.press('q', 'y');
	t.is((await pty.exit).exitCode, 0);
	const {stdout} = await whosaw(['case', 'log', dir]);
	t.regex(stdout, /filter-asked {2}employee:E0042\n.*selection-added {2}employee:E0042 {2}\(complaint of 12 October\)/);
});

test('what is asked of a case and abandoned stands in its journal, and what goes beyond its scope is said and marked', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-journey-'));
	const log = path.join(folder, 'crm.csv');
	await writeFile(log, 'timestamp,user_id,customer_id\n2020-10-03T14:00:00Z,E0042,C1002\n2020-10-04T14:00:00Z,E0107,C1003\n');
	const dir = path.join(folder, 'leak');
	t.is((await whosaw(['case', 'create', dir, log, '--scope-employee', 'E0042', '--investigator', 'J. Rivera'])).exitCode, 0);
	const pty = startWhosaw([dir, '--investigator', 'J. Rivera'], {env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	await pty.waitFor('2 events · 2 customers', 60_000);
	await pty.press('f');
	pty.type('customer:C1003');
	await pty.press('enter');
	await pty.waitFor('beyond the authorised scope: E0107');
	await pty.press('f', 'ctrl+u');
	pty.type('employee:E0042');
	await pty.press('enter');
	await pty.waitFor('1 event · 1 customer');
	await pty.press('4');
	await pty.waitFor('filter-asked  J. Rivera  employee:E0042');
	await pty.press('q', 'y');
	t.is((await pty.exit).exitCode, 0);
	const {stdout} = await whosaw(['case', 'log', dir]);
	t.regex(stdout, /filter-asked {2}customer:C1003 {2}BEYOND THE AUTHORISED SCOPE\n.*filter-asked {2}employee:E0042$/);
});

test('without a case a says how to begin one', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-journey-'));
	await writeFile(path.join(folder, 'crm.csv'), 'timestamp,user_id,customer_id\n2020-10-03T14:00:00Z,E0042,C1002\n');
	const pty = startWhosaw([path.join(folder, 'crm.csv')], {env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	await pty.waitFor('1 event · 1 customer', 60_000);
	await pty.press('a');
	await pty.waitFor('No case is open. whosaw case create');
	t.pass();
});

test('a case without selections begins with everything, and the command line of that view says so', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-journey-'));
	const log = path.join(folder, 'crm.csv');
	await writeFile(log, 'timestamp,user_id,customer_id\n2020-10-03T14:00:00Z,E0042,C1002\n2020-10-04T14:00:00Z,E0107,C1003\n');
	const dir = path.join(folder, 'leak');
	t.is((await whosaw(['case', 'create', dir, log, '--investigator', 'J. Rivera'])).exitCode, 0);
	const pty = startWhosaw([dir], {cwd: folder, env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	await pty.waitFor('2 events · 2 customers', 60_000);
	await pty.press('c');
	await pty.waitFor('--filter \'*\'');
	const {stdout} = await whosaw(['report', dir, '--filter', '*']);
	t.regex(stdout, /2 events · 2 named customers/);
});
