/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test from 'ava';
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
