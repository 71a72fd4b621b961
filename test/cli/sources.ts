import {Ajv2020} from 'ajv/dist/2020.js';
import test from 'ava';
import {sourcesSchema} from '../../source/report/schemas/sources-schema.ts';
import {fixture, whosaw} from '../helpers/cli.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

const isSources = new Ajv2020({allErrors: true}).compile(sourcesSchema);

test('sources say how a file is read and account for its records', async t => {
	const {exitCode, stdout, stderr} = await whosaw(['sources', fixture('crm.csv')]);
	t.is(exitCode, 0, stderr);
	t.true(stdout.includes('7 read = 6 kept + 0 duplicate + 1 rejected'));
	t.true(stdout.includes('employee = employee'));
	t.regex(stdout, /31\/31\/2020/);
});

test('--rejected lists every rejected record with its place and text', async t => {
	const {stdout} = await whosaw(['sources', fixture('crm.csv'), '--rejected']);
	t.regex(stdout, /record 6, byte \d+: time not understood/);
	t.true(stdout.includes('31/31/2020,E0042,C1005,eve@example.com,GB,email,read'));
});

test('the JSON of sources is what its schema says, with rejected records and with a source that is gone', async t => {
	const {exitCode, stdout} = await whosaw(['sources', fixture('crm.csv'), 'gone.csv', '--rejected', '--format', 'json']);
	t.is(exitCode, 1);
	const parsed = JSON.parse(stdout) as {sources: ReadonlyArray<{path: string; error?: string}>; rejected: ReadonlyArray<{record: number; raw: string}>};
	t.true(isSources(parsed), JSON.stringify(isSources.errors));
	t.is(parsed.sources.length, 2);
	t.deepEqual(parsed.rejected.map(({record}) => record), [6]);
});

test('a masked list of rejected records shows none of their text', async t => {
	const {stdout} = await whosaw(['sources', fixture('crm.csv'), '--rejected', '--mask']);
	t.false(stdout.includes('eve@example.com'));
	t.true(stdout.includes('(masked:'));
});

test('--strict ends with 3 when a record was rejected', async t => {
	t.is((await whosaw(['sources', fixture('crm.csv'), '--strict'])).exitCode, 3);
	t.is((await whosaw(['sources', fixture('clean.csv'), '--strict'])).exitCode, 0);
});

test('a zone can be given to some of the files', async t => {
	const {stdout} = await whosaw(['sources', fixture('local-times.csv'), '--timezone', 'local*.csv:America/Los_Angeles', '--format', 'json']);
	const [source] = (JSON.parse(stdout) as {sources: ReadonlyArray<{timezone: object; firstAt: string}>}).sources;
	t.deepEqual(source!.timezone, {name: 'America/Los_Angeles', assumed: false});
	t.is(source!.firstAt, '2020-10-01T16:00:00Z');
});

const beside = (t: Parameters<typeof temporaryFile>[0], name: string, ...lines: readonly string[]): string => temporaryFile(t, name, [...lines, ''].join('\n'));

test('whom a directory does not have, and who was joined, is listed; the first few in text, masked with --mask', async t => {
	const log = beside(t, 'log.csv', 'timestamp,employee,customer,action', '2020-10-01T00:00:00Z,E1,C1,view', '2020-10-01T00:00:01Z,pat,ann@example.com,view', ...[2, 3, 4, 5, 6, 7, 8].map(n => `2020-10-01T00:00:0${n}Z,E9,C${n},view`));
	const args = ['sources', log, '--customers', beside(t, 'people.csv', 'id,email', 'C1,ann@example.com'), '--employees', beside(t, 'staff.csv', 'id,login', 'E1,pat')];
	const {stdout} = await whosaw(args);
	t.regex(stdout.replaceAll(/\s+/g, ' '), /- 7 customers of the logs are not in the directory: C2, C3, C4, C5, C6, and 2 more \(--format json\) - 1 other id or address of customers in the logs: ann@example\.com is C1 \(directory e-mail\) - 1 employee of the logs is not in the directory: E9 - 1 other id or address of employees in the logs: pat is E1 \(directory login\) 1 source: /);
	const json = JSON.parse((await whosaw([...args, '--format', 'json'])).stdout) as {readonly directories: unknown};
	t.true(isSources(json), JSON.stringify(isSources.errors));
	t.deepEqual(json.directories, {
		customers: {unresolved: {ids: ['C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'], more: 0}, merged: {rows: [{id: 'C1', asLogged: 'ann@example.com', how: 'directory e-mail'}], more: 0}},
		employees: {unresolved: {ids: ['E9'], more: 0}, merged: {rows: [{id: 'E1', asLogged: 'pat', how: 'directory login'}], more: 0}},
	});
	t.regex((await whosaw([...args, '--mask'])).stdout, /email-[\da-f]{12} is C1/);
});
