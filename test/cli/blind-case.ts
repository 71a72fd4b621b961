import {mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {whosaw} from '../helpers/cli.ts';
import {startWhosaw} from '../helpers/pty.ts';

const folder = mkdtempSync(join(tmpdir(), 'whosaw-blind-case-'));
const path = (...names: readonly string[]): string => join(folder, ...names);
const dir = path('case');
const people = [['zofia.k', 'Zofia Kowalczyk', 'zofia@bank.example'], ['bh7', 'Bertil Hauge', 'bertil@bank.example'], ['7', 'Dae Kim', 'dae.kim@bank.example']] as const;
const anybody = /zofia|kowalczyk|bertil|hauge|bh7|\bdae\b|\bkim\b|bank\.example/i;
const by = ['--investigator', 'J. Rivera'];

const run = async (...args: readonly string[]): ReturnType<typeof whosaw> => whosaw([...args, '--blind']);
const printed = ({stdout, stderr}: {readonly stdout: string; readonly stderr: string}): string => `${stdout}\n${stderr}`.replaceAll(folder, '');

/** What the acts of the case print, in their order. */
const acts: Array<{readonly said: string; readonly exitCode: number | undefined; readonly text: string}> = [];

test.before(async () => {
	mkdirSync(path('exports'));
	const rows = Array.from({length: 90}, (_, index) => `2025-09-${String(1 + index % 28).padStart(2, '0')}T10:${String(index % 60).padStart(2, '0')}:00Z,${people[index % 3]![0]},CU${100 + index % 40},view,/profile,"asked by Hauge, Bertil"`);
	writeFileSync(path('exports', 'log of zofia.k.csv'), ['time,user,customer,action,page,reason', ...rows, ''].join('\n'));
	writeFileSync(path('bh7-more.csv'), ['time,user,customer,action,page,reason', ...rows.slice(0, 9).map(row => row.replace('2025-09', '2025-11')), ''].join('\n'));
	writeFileSync(path('staff.csv'), ['id,name,email', ...people.map(each => each.join(',')), ''].join('\n'));
	writeFileSync(path('facts.json'), JSON.stringify({title: 'a leak by Dae', notified: [{customer: 'CU100', at: '2025-10-02', how: 'Bertil rang'}]}));
	writeFileSync(path('export.json'), JSON.stringify({exportedBy: 'Zofia', selection: 'all'}));
	for (const act of [
		['create', dir, path('exports'), '--employees', path('staff.csv'), '--title', 'what zofia.k did', '--authorised-by', 'Bertil', '--scope-employee', 'zofia.k'],
		['select', dir, '--employee', 'Bertil Hauge', '--reason', 'Zofia said so'], ['select', dir, '--filter', 'employee:zof* OR kim', '--reason', 'Dae, too'], ['select', dir, '--employee', '7', '--reason', 'of 7'],
		['exclude', dir, '--filter', 'reason:"asked by Hauge, Bertil" customer:CU100', '--reason', 'Kim was asked'], ['restore', dir, '--employee', 'dae*', '--reason', 'no'], ['note', dir, 'rang Bertil'], ['facts', dir, '--file', path('facts.json')],
		['sources', 'describe', dir, path('exports', 'log of zofia.k.csv'), '--file', path('export.json')], ['sources', 'describe', dir, path('nothing.csv'), '--file', path('export.json')], ['sources', 'add', dir, path('bh7-more.csv')],
	]) {
		const result = await run('case', ...act, ...by);
		acts.push({said: act.slice(0, 2).join(' '), exitCode: result.exitCode, text: printed(result)});
	}
});

test.after.always(() => {
	rmSync(folder, {recursive: true, force: true});
});

test.serial('blind, no act of a case prints an account: its filter, its scope, the names of its files, and what is wrong', t => {
	t.deepEqual(acts.map(({exitCode}) => exitCode), [0, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0]);
	for (const {said, text} of acts) {
		t.notRegex(text, anybody, said);
	}

	t.regex(acts[1]!.text, /beyond the authorised scope: E-[\da-f]{4,}\./);
	t.regex(acts[3]!.text, /beyond the authorised scope: E-[\da-f]{4,}\.$/m);
	t.regex(acts[5]!.text, /nothing was excluded by employee:E-[\da-f]{4,}\n {2}Excluded: reason:"asked by E-[\da-f]{4,}" customer:CU100\./);
});

for (const args of [['case', 'show', dir], ['case', 'show', dir, '--format', 'json'], ['case', 'log', dir], ['case', 'log', dir, '--format', 'ndjson'], ...['text', 'json', 'csv'].map(format => ['compare', `${dir}@3`, dir, '--format', format]), ['report', dir, ...by], ['report', dir, '--employee', '7', ...by], ['leads', dir, ...by]]) {
	test.serial(`blind, whosaw ${args.join(' ').replaceAll(folder, '')} names no account`, async t => {
		const result = await run(...args);
		t.is(result.exitCode, 0, result.stderr);
		t.notRegex(printed(result), anybody);
		t.notRegex(printed(result), /employee:7\b|scope: 7\b|"salt"/);
	});
}

test.serial('an account is called the same in all that is printed of a case, and in the app of it', async t => {
	const {stdout} = await run('report', dir, '--employee', 'bh7', '--format', 'json', ...by);
	const {byEmployee: [{employee} = {employee: ''}]} = JSON.parse(stdout) as {readonly byEmployee: ReadonlyArray<{readonly employee: string}>};
	t.regex(employee, /^E-[\da-f]{4,}$/);
	const [show, log, compare] = [await run('case', 'show', dir), await run('case', 'log', dir), await run('compare', `${dir}@2`, dir)];
	t.true(show.stdout.includes(`  1  employee:${employee}: `));
	t.regex(log.stdout, new RegExp(`selection-added  employee:${employee}  \\(•••\\)`));
	t.true(compare.stdout.includes(`+ selection 1  employee:${employee} (•••)`));
	const app = startWhosaw([dir, '--blind', ...by]);
	t.teardown(() => {
		app.kill();
	});
	await app.waitFor(new RegExp(employee));
	t.notRegex(app.output(), /bh7/);
});

test.serial('the environment hides accounts as the flag does, and nothing that was written is shown', async t => {
	const {stdout} = await whosaw(['case', 'log', dir], {env: {WHOSAW_BLIND: '1'}});
	t.notRegex(stdout, anybody);
	t.regex(stdout, /note {2}•••/);
	t.regex((await whosaw(['case', 'log', dir])).stdout, /note {2}rang Bertil/);
});

test.serial('packages stay outside: they hold names, are not written blind, and are compared without them', async t => {
	const refused = await run('export', dir, '--output', path('no'), ...by);
	t.is(refused.exitCode, 2);
	t.regex(refused.stderr, /--blind is not an option of whosaw export\n {2}A case file names accounts to those whom it is for/);
	t.is((await whosaw(['export', dir, '--output', path('pack'), ...by])).exitCode, 0);
	const result = await run('compare', `${dir}@3`, path('pack'), '--format', 'json');
	t.is(result.exitCode, 0, result.stderr);
	t.notRegex(printed(result), anybody);
	t.regex(result.stdout, /"filter": "reason:\\"asked by E-[\da-f]{4,}\\" customer:CU100"/);
});

test.serial('where the exports cannot be read nobody knows whom a text names, and none is shown', async t => {
	renameSync(path('exports'), path('away'));
	rmSync(join(dir, 'events.duckdb'), {force: true});
	const log = await run('case', 'log', dir);
	t.regex(log.stderr, /the exports of the case cannot be read: nobody knows whom its texts name/);
	t.regex(log.stdout, /selection-added {2}•••/);
	for (const result of [log, await run('case', 'show', dir), await run('report', dir, ...by), await run('compare', `${dir}@2`, dir)]) {
		t.notRegex(printed(result), anybody);
	}

	t.regex((await run('case', 'show', dir)).stderr, /an export of the case cannot be read •••\n {2}•••/);
});
