import {appendFile, mkdtemp, rename, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {isFramed} from '../../helpers/journey.ts';
import {startWhosaw, type Pty} from '../../helpers/pty.ts';

const table = ['timestamp,user_id,customer_id,fields,action', ...Array.from({length: 9}, (_, row) => `2020-10-03T14:0${row}:00Z,E0042,C100${row},email,export`), ''].join('\n');

const start = async (t: ExecutionContext): Promise<{readonly pty: Pty; readonly export_: string}> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-vanished-'));
	await writeFile(path.join(folder, 'crm.csv'), table);
	const pty = startWhosaw(['crm.csv'], {cwd: folder, columns: 100, rows: 30, env: {WHOSAW_SETTINGS_FOLDER: path.join(folder, '.settings')}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	await pty.waitFor('9 events · 9 customers');
	return {pty, export_: path.join(folder, 'crm.csv')};
};

test('an export that vanishes while the app is open is told, its record says so, and it is forgotten when it is back', async t => {
	const {pty, export_} = await start(t);
	await rename(export_, `${export_}.away`);
	await pty.waitFor('1 gone');
	await pty.press('enter');
	await pty.waitFor('it is gone since it was loaded');
	await pty.waitFor(/employee +E0042/);
	await pty.press('Y');
	await pty.waitFor('Copied its citation alone.');
	t.true(Buffer.from(/\]52;c;([\w+/=]+)/.exec(pty.output())![1]!, 'base64').toString().startsWith('[crm.csv, record 1, sha256 '));
	await rename(`${export_}.away`, export_);
	await pty.waitFor('a second reader agrees');
	await pty.press('escape');
	await pty.waitWithout('a second reader agrees');
	await pty.waitFor(screen => !screen[0]!.includes('gone'));
});

test('an export that goes on growing is told on Sources with what to do, and R loads it as it is now', async t => {
	const {pty, export_} = await start(t);
	await pty.press('f');
	pty.type('employee:E0042');
	await pty.press('enter');
	await pty.waitFor('WHO E0042');
	await appendFile(export_, '2020-10-03T15:00:00Z,E0042,C2001,email,export\n');
	await pty.press('5');
	await pty.waitFor('Not as they were loaded');
	await pty.waitFor(/changed {2}.*crm\.csv, noticed \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/);
	t.true(isFramed(pty.screen(), 100));
	await pty.press('R');
	await pty.waitFor('10 events · 10 customers');
	await pty.waitFor('WHO E0042');
	await pty.waitFor(screen => !screen[0]!.includes('changed'));
	t.pass();
});
