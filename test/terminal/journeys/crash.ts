import {mkdtemp, readdir, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {startWhosaw, type Pty} from '../../helpers/pty.ts';

const table = 'timestamp,user_id,customer_id,action\n2020-10-03T14:00:00Z,E0042,C1002,read\n';

type Given = {readonly args?: readonly string[]; readonly settings?: object; readonly env?: Readonly<Record<string, string>>};

const startIn = async (t: ExecutionContext, {args = ['crm.csv'], settings = {}, env = {}}: Given = {}): Promise<{readonly pty: Pty; readonly folder: string}> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-crash-'));
	await writeFile(path.join(folder, 'crm.csv'), table);
	await writeFile(path.join(folder, 'config.json'), JSON.stringify(settings));
	const pty = startWhosaw(args, {cwd: folder, env: {WHOSAW_SETTINGS_FOLDER: folder, ...env}});
	t.teardown(async () => {
		pty.kill();
		await rm(folder, {recursive: true, force: true});
	});
	return {pty, folder};
};

const start = async (t: ExecutionContext, given: Given = {}): Promise<Pty> => (await startIn(t, given)).pty;

const untouched = {alternateScreen: false, cursorShown: true, autowrap: true, bracketedPaste: false};

/** Loaded before whosaw: an error that escapes the moment it is asked for. */
const bomb = `data:text/javascript,${encodeURIComponent('process.on("SIGUSR2", () => { throw new Error("boom"); })')}`;

for (const [when, wanted] of [['in the middle of its work', '1 event · 1 customer'], ['before the first frame has come', 'Looking at the files']] as const) {
	test(`an error that escapes ${when} ends the app with words, not with a stack, on the terminal as it was`, async t => {
		const pty = await start(t, {env: {NODE_OPTIONS: `--import=${bomb}`}});
		await pty.waitFor(() => pty.output().includes(wanted));
		pty.kill('SIGUSR2');
		t.deepEqual(await pty.exit, {exitCode: 1, signal: undefined});
		t.like(pty.modes(), untouched);
		t.regex(pty.screen().join('\n'), /error: whosaw itself failed: boom\n {2}This is a fault of whosaw/);
		t.notRegex(pty.output(), /\n\s+at /);
	});
}

/** The same on the thread that has what the command line says of opening, once there is a file of this name beside the export. */
const threadBomb = `
	const {isMainThread, workerData} = require('node:worker_threads');
	if (!isMainThread && typeof workerData?.checkHashes === 'boolean') {
		setInterval(() => {
			if (require('node:fs').existsSync('bomb')) {
				throw new Error('boom');
			}
		}, 20).unref();
	}
`;

test('an error that escapes where the app loads and answers ends it with words too, and nothing of the exports is left', async t => {
	const place = await mkdtemp(path.join(tmpdir(), 'whosaw-bomb-'));
	t.teardown(async () => rm(place, {recursive: true, force: true}));
	await writeFile(path.join(place, 'bomb.cjs'), threadBomb);
	const {pty, folder} = await startIn(t, {env: {NODE_OPTIONS: `--require=${path.join(place, 'bomb.cjs')}`}});
	await pty.waitFor('1 event · 1 customer');
	await writeFile(path.join(folder, 'bomb'), '');
	t.deepEqual(await pty.exit, {exitCode: 1, signal: undefined});
	t.like(pty.modes(), untouched);
	t.regex(pty.screen().join('\n'), /error: whosaw itself failed: the thread that loads and answers fell over: boom\n {2}This is a fault of whosaw/);
	t.notRegex(pty.output(), /\n\s+at /);
	t.deepEqual((await readdir(tmpdir())).filter(name => name.startsWith(`whosaw-${pty.pid}-`)), []);
});

test('a time zone in the settings that does not exist is as if it were not there', async t => {
	const pty = await start(t, {settings: {timezone: 'Mars/Olympus'}});
	await pty.waitFor('time (UTC)');
	await pty.waitFor('1 event · 1 customer');
	t.pass();
});

test('- is refused at a terminal, whose keys cannot be a log', async t => {
	const pty = await start(t, {args: ['-']});
	t.is((await pty.exit).exitCode, 2);
	t.regex(pty.screen().join('\n'), /- is standard input, and that is this terminal/);
	t.like(pty.modes(), untouched);
});
