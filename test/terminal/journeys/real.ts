import {mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {startWhosaw, type Pty} from '../../helpers/pty.ts';

/** Forty reads of phone numbers by E0107, and seven exports of addresses by E0042, two of them of one customer. */
const rows = [
	...Array.from({length: 40}, (_, row) => `2020-09-${String(1 + (row % 28)).padStart(2, '0')}T10:${String(row).padStart(2, '0')}:00Z,E0107,C${2000 + row},phone,read`),
	...Array.from({length: 7}, (_, row) => `2020-10-03T14:0${row}:00Z,E0042,C${1002 + (row % 6)},email,export`),
	'31/31/2020,E0042,C1009,email,export',
];

const start = async (t: ExecutionContext, ...args: readonly string[]): Promise<{readonly pty: Pty; readonly folder: string}> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-journey-'));
	await writeFile(path.join(folder, 'crm.csv'), ['timestamp,user_id,customer_id,fields,action', ...rows, ''].join('\n'));
	const pty = startWhosaw([path.join(folder, 'crm.csv'), ...args], {env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	return {pty, folder};
};

test('a real export is loaded, filtered, and read again by the second reader', async t => {
	const {pty} = await start(t);
	await pty.waitFor('1 file · 47 events · 1 rejected');
	await pty.press('f');
	pty.type('employee:E0042 data:email');
	await pty.press('enter');
	await pty.waitFor('7 events · 6 customers');
	await pty.press('enter');
	await pty.waitFor('a second reader agrees');
	await pty.press('escape');
	await pty.waitWithout('a second reader agrees');
	await pty.press('5');
	await pty.waitFor('time not understood: "31/31/2020"');
	t.pass();
});

/** Goes down the form to a row. */
const goToRow = async (pty: Pty, row: string): Promise<void> => {
	while (!pty.screen().some(line => line.includes(`▸${row}`))) {
		await pty.press('tab');
		await pty.settle(60);
	}
};

test('a real case file is written and the app leaves with 0', async t => {
	const {pty, folder} = await start(t, '--filter', 'employee:E0042', '--investigator', 'J. Rivera');
	await pty.waitFor('7 events · 6 customers');
	await pty.press('e');
	await pty.waitFor('┌─ Export a case file');
	await goToRow(pty, 'place');
	await pty.press('ctrl+u');
	pty.type(path.join(folder, 'bag'));
	await goToRow(pty, 'reason');
	pty.type('handed to the police');
	await pty.press('tab', 'enter');
	await pty.waitFor('sha256sum -c');
	await pty.press('escape');
	await pty.waitWithout('sha256sum -c');
	await pty.press('q', 'y');
	t.is((await pty.exit).exitCode, 0);
});

test('a rule is written on the screen of sources, into the file that --rules names', async t => {
	const {pty, folder} = await start(t);
	await pty.waitFor('1 file · 47 events · 1 rejected');
	pty.kill();
	await writeFile(path.join(folder, 'pages.csv'), 'timestamp,user_id,customer_id,action\n2020-10-03T14:00:00Z,E0042,C1002,view_page\n');
	const rules = path.join(folder, 'my-rules.yaml');
	await writeFile(rules, '# mine\nversion: 1\nrules: []\n');
	const again = startWhosaw([path.join(folder, 'pages.csv'), '--rules', rules], {env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.teardown(() => {
		again.kill();
	});
	await again.waitFor('1 file · 1 event');
	await again.press('5');
	await again.waitFor('no rule   1 × action view_page');
	await again.press('G', 'w');
	await again.waitFor('A rule for this value');
	again.type('email');
	await again.press('enter', 'enter', 'enter');
	await again.waitFor('rule view-page is written');
	t.regex(await readFile(rules, 'utf8'), /# mine\n[\s\S]*id: view-page/);
});

for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
	test(`what the engine kept of the exports is gone when ${signal} ends the app, and the terminal is given back`, async t => {
		const {pty} = await start(t);
		const kept = async (): Promise<readonly string[]> => (await readdir(tmpdir())).filter(name => name.startsWith(`whosaw-${pty.pid}-`));
		await pty.waitFor('1 file · 47 events · 1 rejected');
		t.true((await kept()).length > 0);
		pty.kill(signal);
		await pty.exit;
		t.deepEqual(await kept(), []);
		t.like(pty.modes(), {alternateScreen: false, cursorShown: true, autowrap: true, bracketedPaste: false});
	});
}
