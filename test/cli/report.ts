import {readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import test from 'ava';
import {reportSchema} from '../../source/report/schemas/report-schema.ts';
import {fixture, temporaryFolder, whosaw} from '../helpers/cli.ts';
import {rawCharacters} from '../helpers/sample-report.ts';

type Json = {
	readonly filter: Readonly<Record<string, string>>;
	readonly sources: ReadonlyArray<{readonly path: string; readonly error?: string; readonly records?: object}>;
	readonly totals: object;
	readonly affected: object;
	readonly byDataType: readonly object[];
	readonly byDay: ReadonlyArray<{readonly day: string}>;
	readonly customers: ReadonlyArray<{readonly customer: string; readonly email?: string; readonly events: number}>;
	readonly limitations: readonly string[];
};

const crm = fixture('crm.csv');
const question = ['--employee', 'E0042', '--data-type', 'email', '--from', '2020-10-01', '--to', '2020-10-24'];
const isReport = new Ajv2020({allErrors: true}).compile(reportSchema);

const json = async (...args: readonly string[]): Promise<Json> => {
	const {stdout, stderr} = await whosaw(['report', ...args, '--format', 'json']);
	try {
		return JSON.parse(stdout) as Json;
	} catch {
		throw new Error(`no JSON: ${stdout}${stderr}`);
	}
};

test('a report answers who was affected, as JSON by its schema', async t => {
	const report = await json(crm, ...question);
	t.true(isReport(report), JSON.stringify(isReport.errors));
	t.deepEqual(report.totals, {events: 4, denied: 0, employees: 1, customers: 3, countedOnly: {events: 0, records: 0}});
	t.deepEqual(report.affected, {atLeast: 3, atMost: 3, unknownEvents: 0});
	t.deepEqual(report.customers.map(({customer, events}) => [customer, events]), [['C1001', 1], ['C1002', 2], ['C1004', 1]]);
	t.deepEqual(report.byDataType, [{dataType: 'email', customers: 3, events: 4}, {dataType: 'phone', customers: 1, events: 1}]);
	t.deepEqual(report.sources[0]!.records, {read: 7, kept: 6, duplicate: 0, rejected: 1});
	t.deepEqual([report.filter['from'], report.filter['to'], report.filter['displayTimezone']], ['2020-10-01T00:00:00Z', '2020-10-25T00:00:00Z', 'UTC']);
});

test('the flags and the filter text are the same question with the same answer', async t => {
	const [flags, text] = await Promise.all([json(crm, ...question), json(crm, '--filter', 'time:2020-10-01..2020-10-24 data:email employee:E0042')]);
	t.deepEqual(flags.totals, text.totals);
	t.deepEqual(flags.customers, text.customers);
});

test('the same question gives the same bytes', async t => {
	const [first, second] = await Promise.all([whosaw(['report', crm, ...question, '--format', 'json']), whosaw(['report', crm, ...question, '--format', 'json'])]);
	t.is(first.stdout, second.stdout);
});

test('a filter that counts back from the newest event is resolved', async t => {
	const report = await json(crm, '--filter', 'time:"last 2 days"');
	t.deepEqual(report.customers.map(({customer}) => customer), ['C1004', 'C1006']);
	t.truthy(report.filter['from']);
});

test('the display zone moves days, and what matches only where a date was entered', async t => {
	const report = await json(crm, '--display-timezone', 'America/Toronto');
	t.deepEqual(report.byDay.map(({day}) => day), ['2020-10-01', '2020-10-02', '2020-10-24']);
});

test('the text report prints the accounting and the customers', async t => {
	const {exitCode, stdout, stderr} = await whosaw(['report', crm, ...question]);
	t.is(exitCode, 0, stderr);
	t.true(stdout.includes('7 read = 6 kept + 0 duplicate + 1 rejected'));
	t.true(stdout.includes('3 customers'));
	t.true(stdout.includes('C1004'));
	t.false(stdout.includes('C1006'));
});

test('a path alone prints the report where there is no terminal', async t => {
	const [path, open, report] = await Promise.all([whosaw([crm]), whosaw(['open', crm]), whosaw(['report', crm])]);
	t.is(path.exitCode, 0, path.stderr);
	t.is(path.stdout, report.stdout);
	t.is(open.stdout, report.stdout);
});

test('csv and ndjson give the rows that are asked for', async t => {
	const [customers, days, events] = await Promise.all([
		whosaw(['report', crm, ...question, '--format', 'csv']),
		whosaw(['report', crm, ...question, '--format', 'csv', '--by', 'day']),
		whosaw(['report', crm, ...question, '--format', 'ndjson', '--by', 'event']),
	]);
	t.is(customers.stdout.split('\r\n').length, 4);
	t.is(days.stdout, 'day,customers,events\r\n2020-10-01,2,2\r\n2020-10-02,1,1\r\n2020-10-24,1,1');
	t.is(events.stdout.split('\n').length, 4);
	t.is((JSON.parse(events.stdout.split('\n')[0]!) as {customers: string[]}).customers[0], 'C1001');
});

test('rejected records are told on stderr, but not with --quiet', async t => {
	const [loud, quiet] = await Promise.all([whosaw(['report', crm]), whosaw(['report', crm, '--quiet'])]);
	t.regex(loud.stderr, /warning: .*crm\.csv: 1 record rejected/);
	t.is(quiet.stderr, '');
	t.is(loud.stdout, quiet.stdout);
});

test('--strict ends with 3 when something was rejected or assumed, after printing', async t => {
	const [rejected, assumed, clean] = await Promise.all(['crm.csv', 'local-times.csv', 'clean.csv'].map(async name => whosaw(['report', fixture(name), '--strict'])));
	t.deepEqual([rejected!.exitCode, assumed!.exitCode, clean!.exitCode], [3, 3, 0], clean!.stderr);
	t.true(rejected!.stdout.includes('Affected'));
});

test('a source that cannot be read ends with 1 after the rest was printed', async t => {
	const {exitCode, stdout, stderr} = await whosaw(['report', crm, 'gone.csv', '--format', 'json', '--quiet']);
	t.is(exitCode, 1);
	const report = JSON.parse(stdout) as Json;
	t.true(isReport(report), JSON.stringify(isReport.errors));
	t.true(report.sources.some(({path, error}) => path === 'gone.csv' && error !== undefined));
	t.true(stderr.includes('gone.csv'));
});

test('a filter that leaves nothing is done, and says which part emptied it', async t => {
	const {exitCode, stdout} = await whosaw(['report', crm, '--employee', 'E9999', '--data-type', 'email']);
	t.is(exitCode, 0);
	t.regex(stdout, /Nothing matches.*employee:E9999/s);
});

test('--output writes a private file, and refuses one that is there', async t => {
	const path = join(await temporaryFolder(t), 'answer.json');
	const args = ['report', crm, '--format', 'json', '--output', path];
	const first = await whosaw(args);
	t.is(first.exitCode, 0, first.stderr);
	t.is(first.stdout, '');
	t.is((await stat(path)).mode & 0o777, 0o600);
	const again = await whosaw(args);
	t.is(again.exitCode, 1);
	t.true(again.stderr.includes('--force'));
	t.is((await whosaw([...args, '--force'])).exitCode, 0);
	t.true(isReport(JSON.parse(await readFile(path, 'utf8'))));
});

test('--output never replaces an export, not even with --force', async t => {
	const path = join(await temporaryFolder(t), 'crm.csv');
	const evidence = await readFile(crm);
	await writeFile(path, evidence);
	const {exitCode} = await whosaw(['report', path, '--output', path, '--force']);
	t.is(exitCode, 2);
	t.deepEqual(await readFile(path), evidence);
});

test('--mask replaces addresses by the same pseudonyms under the same key', async t => {
	const env = {WHOSAW_MASK_KEY: 'a key for tests'};
	const [first, second, random] = await Promise.all([
		whosaw(['report', crm, '--mask', '--format', 'json'], {env}), whosaw(['report', crm, '--mask', '--format', 'json'], {env}), whosaw(['report', crm, '--mask', '--format', 'csv']),
	]);
	t.is(first.stdout, second.stdout);
	t.false(first.stdout.includes('@example.com'));
	t.false(random.stdout.includes('@example.com'));
	t.true(random.stderr.includes('WHOSAW_MASK_KEY'));
	t.false(first.stderr.includes('random key'));
});

test('hostile values reach stdout only as visible text or escapes', async t => {
	const outputs = await Promise.all(['text', 'json', 'ndjson', 'csv'].map(async format => whosaw(['report', fixture('hostile.csv'), '--format', format])));
	for (const {exitCode, stdout, stderr} of outputs) {
		t.is(exitCode, 0, stderr);
		t.deepEqual(rawCharacters(stdout), []);
	}

	t.true(outputs[3]!.stdout.includes('\'=1+1'));
	t.false((await whosaw(['report', fixture('hostile.csv'), '--format', 'csv', '--raw-cells'])).stdout.includes('\'=1+1'));
});

test('standard input is read for a dash', async t => {
	const {exitCode, stdout, stderr} = await whosaw(['report', '-', '--format', 'json', ...question], {stdin: 'pipe', input: await readFile(crm)});
	t.is(exitCode, 0, stderr);
	t.deepEqual((JSON.parse(stdout) as Json).customers.map(({customer}) => customer), ['C1001', 'C1002', 'C1004']);
});

test('settings never change a scripted result', async t => {
	const env = {WHOSAW_SETTINGS_FOLDER: await temporaryFolder(t)};
	await whosaw(['settings', 'set', 'timezone', 'Asia/Tokyo'], {env});
	const [settled, plain] = await Promise.all([whosaw(['report', crm], {env}), whosaw(['report', crm])]);
	t.is(settled.stdout, plain.stdout);
});
