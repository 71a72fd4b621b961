import {readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {execa} from 'execa';
import {nodeArguments} from '../helpers/program.ts';
import {temporaryFolder, whosaw} from '../helpers/cli.ts';

const command = nodeArguments('cli.tsx');

/** An export of many customers, so that its report does not fit into a pipe. */
const manyCustomers = (records: number): string =>
	`time,employee,customer,data_type\n${Array.from({length: records}, (_, index) => `2020-10-01T09:00:00Z,E0042,C${index},email`).join('\n')}\n`;

test('a reader that has seen enough ends the report quietly', async t => {
	const path = join(await temporaryFolder(t), 'many.csv');
	await writeFile(path, manyCustomers(60_000));
	const {stdout, stderr} = await execa('bash', ['-c', '"$@" | head -n 1; echo "${PIPESTATUS[0]}"', 'bash', 'node', ...command, 'report', path, '--format', 'csv']);
	t.deepEqual(stdout.split(/\r?\n/), ['customer,email,country,dataTypes,events,employees,firstAt,lastAt', '0']);
	t.is(stderr, '');
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
