import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {isFramed} from '../../helpers/journey.ts';
import {startWhosaw, type Pty} from '../../helpers/pty.ts';

type Begun = {readonly pty: Pty; readonly folder: string};

/** whosaw in a folder of its own with these files, at 80×24 unless said otherwise. */
const begin = async (t: ExecutionContext, files: Readonly<Record<string, string>>, {args = [], columns = 80, rows = 24}: {readonly args?: readonly string[]; readonly columns?: number; readonly rows?: number} = {}): Promise<Begun> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-decisions-'));
	for (const [name, text] of Object.entries(files)) {
		await writeFile(path.join(folder, name), text);
	}

	const pty = startWhosaw(args, {columns, rows, cwd: folder, env: {WHOSAW_SETTINGS_FOLDER: path.join(folder, '.settings')}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	return {pty, folder};
};

const clean = 'timestamp,user_id,customer_id,action\n2020-10-03T14:00:00Z,E0042,C1002,read\n2020-10-03T14:01:00Z,E0042,C1003,read\n';
const odd = `moment,w,x,y\n${Array.from({length: 9}, (_, row) => `2020-10-03T14:0${row}:00Z,E0042,C100${row},ping\n`).join('')}`;
const naive = clean.replaceAll('Z', '');
const open = 'timestamp,user_id,customer_id,action\n03/04/2020 10:15,E0042,C1002,read\n05/06/2020 10:15,E0042,C1003,read\n';

test('columns that are not clear are said once, and the command line says them', async t => {
	const {pty} = await begin(t, {'odd.csv': odd}, {args: ['odd.csv']});
	await pty.waitFor('Still to be said: the employee and the customer');
	t.true(isFramed(pty.screen(), 80));
	await pty.press('enter', 'right');
	await pty.waitFor(/▸ employee .*E0042/);
	await pty.press('down', 'right');
	await pty.waitFor('Enter takes these columns');
	await pty.press('enter');
	await pty.waitFor('9 events · 9 customers');
	await pty.press('c');
	await pty.waitFor('whosaw odd.csv --map time=moment --map employee=w --map customer=x');
	t.pass();
});

test('dates that can be read in two ways are asked about with both readings, and nothing is chosen beforehand', async t => {
	const {pty} = await begin(t, {'open.csv': open}, {args: ['open.csv', '--timezone', 'UTC'], columns: 120, rows: 40});
	await pty.waitFor('Month first, or day first?');
	await pty.waitFor(/month first\s+03\/04\/2020 10:15 {2}is {2}4 March 2020/);
	await pty.waitFor(/day first\s+03\/04\/2020 10:15 {2}is {2}3 April 2020/);
	t.true(isFramed(pty.screen(), 120));
	await pty.press('enter');
	await pty.waitFor('Choose one first');
	await pty.press('down', 'down', 'enter');
	await pty.waitFor('2 events · 2 customers');
	await pty.waitFor('2020-04-03 10:15:00');
	await pty.press('c');
	await pty.waitFor('whosaw open.csv --timezone UTC --date-order dmy');
	t.pass();
});

test('the zone of naive times is found by a city, beside the first rows', async t => {
	const {pty} = await begin(t, {'naive.csv': naive}, {args: ['naive.csv']});
	await pty.waitFor('In which time zone was this logged?');
	await pty.waitFor('2020-10-03 14:00:00 E0042');
	t.true(isFramed(pty.screen(), 80));
	pty.type('los ang');
	await pty.waitFor(/▸ America\/Los_Angeles\s+= 2020-10-03 21:00:00 UTC/);
	await pty.press('enter');
	await pty.waitFor('2 events · 2 customers');
	await pty.waitFor('2020-10-03 21:00:00');
	await pty.press('c');
	await pty.waitFor('whosaw naive.csv --timezone America/Los_Angeles');
	t.pass();
});

test('Enter keeps UTC, assumed; Escape stops the load, and loading again asks again', async t => {
	const {pty} = await begin(t, {'naive.csv': naive}, {args: ['naive.csv']});
	await pty.waitFor('UTC, assumed');
	await pty.press('escape');
	await pty.waitFor('Loading was stopped');
	await pty.press('r');
	await pty.waitFor('UTC, assumed');
	await pty.press('enter');
	await pty.waitFor('2 events · 2 customers');
	await pty.press('5');
	await pty.waitFor(/UTC.*assumed/);
	t.pass();
});

test('without a word the app begins with what lies in the folder, and remembers what was opened', async t => {
	const {pty, folder} = await begin(t, {'clean.csv': clean, 'notes.txt': 'nothing of a log\n'});
	await pty.waitFor(/▸ {3}clean\.csv .*table/);
	t.true(isFramed(pty.screen(), 80));
	t.false(pty.screen().join('\n').includes('notes.txt'));
	await pty.press('o');
	await pty.waitFor('Tab complete');
	pty.type('cl');
	await pty.waitFor(/open cl +│\n│ {6}clean\.csv/);
	await pty.press('tab', 'enter');
	await pty.waitFor('2 events · 2 customers');
	await pty.press('e');
	await pty.waitFor('Who acts?');
	pty.type('J. Rivera');
	await pty.press('enter', 'enter');
	await pty.waitFor('Export a case file');
	await pty.press('escape');
	await pty.waitWithout('Export a case file');
	await pty.press('q');
	await pty.waitFor('Leave whosaw?');
	await pty.press('y');
	t.is((await pty.exit).exitCode, 0);
	t.deepEqual(JSON.parse(await readFile(path.join(folder, '.settings', 'config.json'), 'utf8')), {recent: [{paths: [path.join(folder, 'clean.csv')]}], investigator: 'J. Rivera'});
});
