/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'ava';
import {whosaw} from '../../helpers/cli.ts';
import {sameAsRepaint} from '../../helpers/shared-journey.ts';
import {startWhosaw} from '../../helpers/pty.ts';

const values = ['\u001B]0;owned\u0007', '\u001B[2J', '\u202Eevil\u202C', 'line\nbreak', '山田太郎', '👩‍👩‍👧', 'e\u0301'.repeat(40), 'שלום', `${'\u0316'.repeat(60)}z`, 'x'.repeat(10_000), '\u009B31m'];

const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

test('values that would draw, reorder, break or flood are text of their column', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-hostile-'));
	const rows = values.map((value, index) => `2020-10-03T14:${String(index + 10)}:00Z,${quoted(value)},${quoted(`C1002${value}`)},email,${quoted(value)}`);
	await writeFile(path.join(folder, 'crm.csv'), ['timestamp,user_id,customer_id,fields,action', ...rows, ''].join('\n'));
	const pty = startWhosaw([path.join(folder, 'crm.csv')], {env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	await pty.waitFor(/Events .* 1 of 11 /);
	await pty.waitWithout('asking…');
	for (const [key, event] of [['enter', 1], ['right', 2], ['right', 3]] as const) {
		await pty.press(key);
		await pty.waitFor(`┌─ Event ${event} of 11`);
		await pty.waitWithout('Reading the record');
	}

	await pty.press('escape');
	await pty.waitWithout('┌─ Event');
	t.true(pty.screen().every(row => row.startsWith('│') || /^[┌├└]/.test(row)));
	t.notRegex(pty.output(), /\u001B\]0;|\u202E|\u009B|\u0316{5}|x{400}/);
	await sameAsRepaint(t, pty);
});

test('what is pasted into the prompts of a case is text on the screen, and the journal has it as it was taken', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-hostile-'));
	await writeFile(path.join(folder, 'crm.csv'), 'timestamp,user_id,customer_id\n2020-10-03T14:00:00Z,E0042,C1002\n');
	const pasted = `seen ${values.filter(value => value.length < 1000).join(' ')} שלום`;
	const dir = path.join(folder, 'leak');
	t.is((await whosaw(['case', 'create', dir, path.join(folder, 'crm.csv'), '--title', pasted, '--investigator', pasted])).exitCode, 0);
	const pty = startWhosaw([dir, '--investigator', pasted], {columns: 80, rows: 24, env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	await pty.waitFor('1 event · 1 customer');
	// The case is opened behind the load.
	await pty.waitFor('draft');
	await pty.press('t');
	await pty.waitFor('┌─ Time');
	pty.paste(pasted);
	await pty.waitFor('… time not understood');
	await pty.press('enter');
	await pty.waitFor('✕ time not understood');
	await pty.press('escape');
	await pty.waitWithout('┌─ Time');
	await pty.press('a');
	await pty.waitFor('┌─ Add to the case');
	pty.paste(pasted);
	await pty.waitFor(/reason {2}…/);
	await pty.press('enter');
	await pty.waitFor('Selection 1: 1 event');
	await pty.press('enter', '4');
	await pty.waitFor(/Selections.*\n.*1 event · 1 customer .*…, \d{4}-/);
	await pty.settle();
	t.true(pty.screen().every(row => /^[│┌├└]/.test(row) && /[│┐┤┘]$/.test(row)));
	t.notRegex(pty.output(), /\u001B\]0;|\u202E|\u009B|\u0316{5}/);
	const {exitCode, stdout} = await whosaw(['case', 'log', dir]);
	t.is(exitCode, 0);
	t.regex(stdout, /selection-added .*\(seen .*⟨U\+202E⟩evil⟨U\+202C⟩ line break 山田太郎/);
});
