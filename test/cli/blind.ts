import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {whosaw} from '../helpers/cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'whosaw-blind-'));
const path = (...names: readonly string[]): string => join(folder, ...names);
const people = [['zofia.k', 'Zofia Kowalczyk', 'zofia@bank.example'], ['bh7', 'Bertil Hauge', 'bertil@bank.example'], ['dk', 'Dae Kim', 'dae.kim@bank.example']] as const;
const anybody = /zofia|kowalczyk|bertil|hauge|bh7|\bdk\b|dae\.? ?kim|bank\.example/i;

test.before(() => {
	mkdirSync(path('exports'));
	const rows = Array.from({length: 90}, (_, index) => {
		const [id] = people[index % 3]!;
		const report = index % 10 < 2 ? 'report of Zofia Kowalczyk' : '/profile';
		return `2025-09-${String(1 + index % 28).padStart(2, '0')}T10:${String(index % 60).padStart(2, '0')}:00Z,${id},CU${100 + index % 40},${report === '/profile' ? 'view' : 'export'},${report},"asked by Hauge, Bertil"`;
	});
	writeFileSync(path('exports', 'log of zofia.k.csv'), ['time,user,customer,action,page,reason', ...rows, '2025-13-01T00:00:00Z,dk,CU1,view,/p,rang Dae Kim', ''].join('\n'));
	writeFileSync(path('staff.csv'), ['id,name,email,team', ...people.map(each => `${each.join(',')},Desk of Dae Kim`), ''].join('\n'));
	writeFileSync(path('leaked.txt'), [...Array.from({length: 9}, (_, index) => `CU${100 + index * 3}`), 'bertil@bank.example', 'Zofia Kowalczyk', 'dk', 'ghost@else.example', ''].join('\n'));
});

test.after.always(() => {
	rmSync(folder, {recursive: true, force: true});
});

const blind = async (command: string, ...more: readonly string[]): ReturnType<typeof whosaw> => whosaw([command, path('exports'), '--employees', path('staff.csv'), '--blind', ...more]);

const calls: ReadonlyArray<readonly [string, ...(readonly string[])]> = [
	['leads'], ['leads', '--leaked', path('leaked.txt')], ['leads', '--leaked', path('leaked.txt'), '--format', 'json'],
	...['text', 'json', 'ndjson', 'csv', 'markdown', 'html'].map(format => ['report', '--format', format] as const),
	...['employee', 'event'].flatMap(rows => ['csv', 'ndjson'].map(format => ['report', '--by', rows, '--format', format] as const)),
	['report', '--employee', 'Dae Kim', '--format', 'json'], ['report', '--employee', 'zof*'], ['open'], ['brief'], ['brief', '--format', 'json'], ['brief', '--format', 'markdown'],
	['sources', '--rejected'], ['sources', '--rejected', '--format', 'json'],
];

for (const [command, ...more] of calls) {
	test(`blind, ${[command, ...more].map(word => word.replace(folder, '')).join(' ')} names no account, neither in a column nor in a text`, async t => {
		const {stdout, stderr, exitCode} = await blind(command, ...more);
		t.is(exitCode, 0, stderr);
		t.true(stdout.length > 100);
		t.notRegex(stdout.replaceAll(folder, ''), anybody);
		t.notRegex(stderr.replaceAll(folder, ''), anybody);
	});
}

test('blind, an account has one pseudonym wherever it stands, and a key keeps it', async t => {
	const run = async (...more: readonly string[]): Promise<string> => (await whosaw(['report', path('exports'), '--employees', path('staff.csv'), '--blind', ...more], {env: {WHOSAW_MASK_KEY: 'a key'}})).stdout;
	const {byEmployee, filter, customers} = JSON.parse(await run('--employee', 'bertil@bank.example', '--format', 'json')) as {readonly byEmployee: ReadonlyArray<{readonly employee: string; readonly name?: string}>; readonly filter: {readonly text: string}; readonly customers: ReadonlyArray<{readonly employees: readonly string[]}>};
	const [{employee, name} = {employee: ''}] = byEmployee;
	t.regex(employee, /^E-[0-9a-f]{4,}$/);
	t.is(name, undefined);
	t.is(filter.text, `employee:${employee}`);
	t.true(customers.every(({employees}) => employees.join(',') === employee));
	t.true((await run('--by', 'event', '--format', 'csv')).includes(`asked by ${employee}`));
});
