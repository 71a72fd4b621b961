import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {execa} from 'execa';
import {nodeArguments} from '../helpers/program.ts';
import {startPty} from '../helpers/pty.ts';
import {temporaryFolder, whosaw} from '../helpers/cli.ts';

const command = nodeArguments('cli.tsx');

/** An export of many customers, so that its report does not fit into a pipe. */
const manyCustomers = (records: number): string =>
	`time,employee,customer,data_type\n${Array.from({length: records}, (_, index) => `2020-10-01T09:00:00Z,E0042,C${index},email`).join('\n')}\n`;

/** The exit code of the command, and what its reader took, when its output is cut off behind the first line. */
const cutOff = async (t: ExecutionContext, args: readonly string[]): Promise<{readonly first: string; readonly code: string; readonly stderr: string; readonly left: readonly string[]}> => {
	const temporary = await temporaryFolder(t);
	const {stdout, stderr} = await execa('bash', ['-c', '"$@" | head -n 1; echo "${PIPESTATUS[0]}"', 'bash', 'node', ...command, ...args], {env: {TMPDIR: temporary}});
	const [first = '', code = ''] = stdout.split(/\r?\n/);
	return {first, code, stderr, left: (await readdir(temporary)).filter(name => name.startsWith('whosaw'))};
};

for (const [what, args, first] of [
	['a table', ['report', '--format', 'csv'], /^customer,email/],
	['lines of JSON', ['report', '--by', 'event', '--format', 'ndjson'], /^\{"id":/],
	['a text', ['report'], /^whosaw/],
	['the accounting', ['sources', '--format', 'json'], /^\{$/],
] as const) {
	test(`a reader that has seen enough of ${what} ends the work quietly, with 0 and nothing left behind`, async t => {
		const path = join(await temporaryFolder(t), 'many.csv');
		await writeFile(path, manyCustomers(20_000));
		const [name, ...options] = args;
		const cut = await cutOff(t, [name, path, ...options]);
		t.regex(cut.first, first);
		t.like(cut, {code: '0', left: []});
		t.notRegex(cut.stderr, /EPIPE|error|\n\s+at /);
	});
}

test('an export whose words nobody hears is written whole', async t => {
	const folder = await temporaryFolder(t);
	const directory = join(folder, 'bag');
	const child = execa('node', [...command, 'export', 'test/fixtures/cli/crm.csv', '--filter', 'employee:E0042', '--reason', 'a test', '--investigator', 'J. Rivera', '--output', directory], {stdin: 'ignore', reject: false, buffer: false});
	child.stdout.destroy();
	child.stderr.destroy();
	t.is((await child).exitCode, 0);
	t.deepEqual(await readdir(folder), ['bag']);
	t.is((await whosaw(['verify', directory])).exitCode, 0);
});

test('an error is told and has its exit code though the reader of stdout is gone', async t => {
	const child = execa('node', [...command, 'report', 'no-such-file.csv'], {stdin: 'ignore', reject: false});
	child.stdout.destroy();
	const {exitCode, stderr} = await child;
	t.is(exitCode, 1);
	t.regex(String(stderr), /no such file/);
});

/** A shell command in a terminal, and the whole of what it wrote there. */
const inTerminal = async (t: ExecutionContext, script: string, env: Readonly<Record<string, string>> = {}): Promise<{readonly exitCode: number; readonly output: string}> => {
	const pty = startPty({command: 'bash', args: ['-c', script, 'bash', process.execPath, ...command], columns: 100, env: {...env, WHOSAW_SETTINGS_FOLDER: await temporaryFolder(t)}});
	t.teardown(() => {
		pty.kill();
	});
	const {exitCode} = await pty.exit;
	return {exitCode, output: pty.output()};
};

for (const [how, script] of [
	['standard input is no terminal', '"$@" test/fixtures/cli/crm.csv < /dev/null'], ['standard output is no terminal', '"$@" test/fixtures/cli/crm.csv | cat; exit "${PIPESTATUS[0]}"'],
] as const) {
	test(`where ${how} the report is printed in the place of the app, without an escape`, async t => {
		const {exitCode, output} = await inTerminal(t, script);
		t.is(exitCode, 0);
		t.regex(output, /Affected/);
		t.false(output.includes('\u001B[?'));
		t.notRegex(output, /TERM=dumb/);
	});
}

test('a terminal that cannot draw is told so, gets the report, and no escape', async t => {
	const {exitCode, output} = await inTerminal(t, '"$@" test/fixtures/cli/crm.csv', {TERM: 'dumb'});
	t.is(exitCode, 0);
	t.regex(output, /^note: this terminal says TERM=dumb, which cannot show the app\r\n/);
	t.regex(output, /Affected/);
	t.false(output.includes('\u001B'));
	const begun = await inTerminal(t, '"$@"', {TERM: 'dumb'});
	t.is(begun.exitCode, 2);
	t.regex(begun.output, /TERM=dumb[^]*whosaw report/);
	t.false(begun.output.includes('\u001B'));
});

for (const [ending, name] of [['Ctrl-C', 'SIGINT'], ['a program that ends it', 'SIGTERM'], ['a terminal that is closed', 'SIGHUP']] as const) {
	test(`${ending} stops the work with 130 and leaves nothing behind`, async t => {
		const folder = await temporaryFolder(t);
		const child = execa('node', [...command, 'report', '-', '--format', 'json', '--output', join(folder, 'answer.json')], {reject: false, stdin: 'pipe', forceKillAfterDelay: false});
		child.stdin.on('error', () => undefined);
		// More than a pipe holds: once it is taken, the work has begun; and since no end follows, it goes on.
		await new Promise<void>(resolve => {
			child.stdin.write(manyCustomers(50_000), () => {
				resolve();
			});
		});
		child.kill(name);
		const {exitCode, stderr} = await child;
		t.is(exitCode, 130);
		t.is(stderr, 'interrupted');
		t.deepEqual(await readdir(folder), []);
	});
}

test('nothing is coloured where there is no terminal', async t => {
	const {stdout, stderr} = await whosaw(['report', 'test/fixtures/cli/crm.csv']);
	t.false((stdout + stderr).includes('\u001B'));
});
