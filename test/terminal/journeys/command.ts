import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import test from 'ava';
import {nodeArguments, projectFolder} from '../../helpers/program.ts';
import {startWhosaw} from '../../helpers/pty.ts';

const run = promisify(execFile);
const quoted = (words: readonly string[]): string => words.map(word => `'${word.replaceAll('\'', String.raw`'\''`)}'`).join(' ');

test('the command line that c shows gives the same numbers when a shell runs it', async t => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-c-'));
	const rows = [
		...Array.from({length: 9}, (_, row) => `2020-10-03 14:0${row}:00,O'Brien,C${1002 + (row % 6)},email,export`),
		...Array.from({length: 40}, (_, row) => `2020-10-0${1 + (row % 9)} 10:${10 + row}:00,E0107,C${2000 + row},phone,read`),
	];
	await writeFile(path.join(folder, 'crm.csv'), ['timestamp,user_id,customer_id,fields,action', ...rows, ''].join('\n'));
	const pty = startWhosaw([path.join(folder, 'crm.csv'), '--timezone', 'America/Toronto', '--display-timezone', 'Europe/Berlin'], {columns: 240, rows: 40, env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	await pty.waitFor('1 file · 49 events');
	await pty.press('f');
	pty.type('(employee:"O\'Brien" OR data:phone) time:2020-10-03..2020-10-05');
	await pty.press('enter');
	await pty.waitFor(/│ WHEN|WHEN 2020/);
	// Until then the counts are those of before.
	await pty.waitWithout('asking…');
	await pty.waitFor(/ (\d+) events · (\d+) customers \(of 49/);
	const [, events, customers] = / (\d+) events · (\d+) customers \(of 49/.exec(pty.screen().join('\n'))!;
	await pty.press('c');
	await pty.waitFor('The same as a report');
	const screen = pty.screen();
	const at = screen.findIndex(row => row.includes('The same as a report'));
	const [, words] = /whosaw (report .*?)\s*│$/.exec(screen[at + 1]!)!;
	const {stdout} = await run('/bin/sh', ['-c', `${quoted([process.execPath, ...nodeArguments('cli.tsx')])} ${words!} --format json`], {cwd: projectFolder, env: {...process.env, WHOSAW_SETTINGS_FOLDER: folder}});
	const report = JSON.parse(stdout) as {readonly totals: {readonly events: number; readonly customers: number}};
	t.deepEqual([report.totals.events, report.totals.customers], [Number(events), Number(customers)]);
	t.true(report.totals.events > 9 && report.totals.events < 49);
});
