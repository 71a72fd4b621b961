import {appendFileSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import test, {type ExecutionContext} from 'ava';
import {compareSides} from '../../../source/investigation/compare/compare.ts';
import {openSide} from '../../../source/investigation/compare/open-side.ts';
import type {Comparison} from '../../../source/investigation/compare/compare.ts';
import {compareSchema} from '../../../source/report/schemas/compare-schema.ts';
import {temporaryFolder, whosaw} from '../../helpers/cli.ts';

const ajv = new Ajv2020({allErrors: true});
const isComparison = ajv.compile(compareSchema);

const header = 'event_id,timestamp,user_id,customer_id,fields,action,ticket';
const rows = [
	'1,2020-10-03T14:00:00Z,E0042,C1001,email,export,', '2,2020-10-03T14:01:00Z,E0042,=C1002,email,export,', '3,2020-10-03T14:02:00Z,E0042,C1003,email,read,T401',
	'4,2020-10-10T10:00:00Z,E0042,C1004,phone,read,T402', '5,2020-10-11T10:00:00Z,E0107,C1005,email,read,',
];
const by = ['--investigator', 'J. Rivera'];

const succeed = async (t: ExecutionContext, args: readonly string[]): Promise<string> => {
	const {exitCode, stdout, stderr} = await whosaw(args);
	t.is(exitCode, 0, `${args.join(' ')}\n${stderr}`);
	return stdout;
};

/** A case before and after: an export, a selection and an exclusion came, and a customer who left was told. */
const changedCase = async (t: ExecutionContext): Promise<{readonly folder: string; readonly dir: string; readonly old: string; readonly act: number}> => {
	const folder = await temporaryFolder(t);
	const [dir, old] = [join(folder, 'leak'), join(folder, 'sent')];
	writeFileSync(join(folder, 'crm.csv'), [header, ...rows, ''].join('\n'));
	writeFileSync(join(folder, 'more.csv'), [header, '9,2020-10-12T10:00:00Z,E0042,C1001,phone,read,', '10,2020-10-12T11:00:00Z,E0042,C1009,email,read,', ''].join('\n'));
	writeFileSync(join(folder, 'facts.json'), JSON.stringify({notified: [{customer: 'C1004', at: '2020-10-26', how: 'letter'}]}));
	await succeed(t, ['case', 'create', dir, join(folder, 'crm.csv'), ...by]);
	await succeed(t, ['case', 'select', dir, '--employee', 'E0042', '--reason', 'complaint', ...by]);
	await succeed(t, ['case', 'facts', dir, '--file', join(folder, 'facts.json'), ...by]);
	const act = (await succeed(t, ['case', 'log', dir])).trim().split('\n').length;
	await succeed(t, ['export', dir, '--output', old, '--zip', ...by]);
	await succeed(t, ['case', 'sources', 'add', dir, join(folder, 'more.csv'), ...by]);
	await succeed(t, ['case', 'select', dir, '--employee', 'E0042', '--reason', 'with the export of November', ...by]);
	await succeed(t, ['case', 'select', dir, '--employee', 'E0107', '--reason', 'the second account', ...by]);
	await succeed(t, ['case', 'exclude', dir, '--filter', 'reason:T402', '--reason', 'the customer asked', ...by]);
	return {folder, dir, old, act};
};

/** What must be said, whichever way the two sides are named. */
const check = (t: ExecutionContext, comparison: Comparison): void => {
	const told = (customers: Comparison['in']): unknown => customers.map(({customer, what, why, notified}) => [customer, ...(what ?? []).map(({field, before, now}) => `${field} ${before}→${now}`), ...why, ...(notified === undefined ? [] : [notified])]);
	t.deepEqual(told(comparison.in), [['C1005', 'selection 2: the second account'], ['C1009', 'exports added: ../more.csv']].map(([id, why]) => [id, comparison.b.kind === 'package' ? why!.replace('../', '') : why]));
	t.deepEqual(told(comparison.out), [['C1004', 'exclusion 1: the customer asked', '2020-10-26 letter']]);
	t.deepEqual(told(comparison.changed), [['C1001', 'dataTypes email→email;phone', 'events 1→2', comparison.b.kind === 'package' ? 'exports added: more.csv' : 'exports added: ../more.csv']]);
	t.is(comparison.same, 2);
	t.deepEqual([comparison.selections.added.map(({number}) => number), comparison.exclusions.added.map(({number}) => number), comparison.sources.added.length, comparison.sources.removed.length], [[2], [1], 1, 0]);
};

test('a case, a revision, a package and its zip tell the same of who came, who left, what changed and why', async t => {
	t.timeout(600_000);
	const {folder, dir, old, act} = await changedCase(t);
	const fresh = join(folder, 'sent-again');
	await succeed(t, ['export', dir, '--output', fresh, ...by]);
	const before = [await openSide(old, {}), await openSide(`${old}.zip`, {}), await openSide(`${dir}@${act}`, {})];
	const hash = before[2]!.head!.hash.slice(0, 8);
	t.is(before[0]!.head!.hash, before[2]!.head!.hash, 'the package ends with the same act');
	t.deepEqual((await openSide(`${dir}@${hash}`, {})).customers, before[2]!.customers);
	for (const b of [await openSide(dir, {}), await openSide(fresh, {})]) {
		for (const a of before) {
			check(t, compareSides(a, b));
		}
	}

	const same = compareSides(await openSide(dir, {}), await openSide(fresh, {}));
	t.deepEqual([same.in, same.out, same.changed, same.same], [[], [], [], 5]);
	const back = compareSides(await openSide(dir, {}), before[0]!);
	t.deepEqual(back.in.map(({customer, why}) => [customer, why]), [['C1004', ['no longer exclusion 1: the customer asked']]]);
	t.deepEqual(back.out.map(({customer, why}) => [customer, why]), [['C1005', ['no longer selection 2: the second account']], ['C1009', ['exports no longer in it: ../more.csv']]]);
});

test('the command prints text, JSON and CSV, and says in words what it cannot compare', async t => {
	t.timeout(600_000);
	const {folder, dir, old, act} = await changedCase(t);
	const text = await succeed(t, ['compare', old, dir]);
	t.regex(text, /2 in, 1 out, 1 changed, 2 the same\n1 customer of those out or changed was notified already/);
	t.regex(text, /C1004 {2}ALREADY NOTIFIED \(2020-10-26 letter\)\n {6}exclusion 1: the customer asked/);
	t.regex(text, /C1001\n {6}data types \+phone\n {6}events 1 → 2\n {6}exports added: \.\.\/more\.csv/);
	t.regex(text, /\+ selection 2 {2}employee:E0107 \(the second account\)/);
	const json = JSON.parse(await succeed(t, ['compare', `${dir}@${act}`, dir, '--format', 'json'])) as {readonly a: unknown; readonly in: readonly unknown[]};
	t.true(isComparison(json), ajv.errorsText(isComparison.errors));
	const masked = JSON.parse(await succeed(t, ['compare', old, dir, '--format', 'json', '--mask'])) as unknown;
	t.true(isComparison(masked), ajv.errorsText(isComparison.errors));
	t.like(json.a, {kind: 'revision', customers: 4});
	t.is(json.in.length, 2);
	const csv = join(folder, 'changes.csv');
	await succeed(t, ['compare', old, dir, '--format', 'csv', '--output', csv]);
	t.deepEqual(readFileSync(csv, 'utf8').trimEnd().split('\r\n').map(line => line.split(',').slice(0, 3).join(',')), ['change,customer,what', 'in,C1005,', 'in,C1009,', 'out,C1004,', 'changed,C1001,dataTypes', 'changed,C1001,events']);

	const refused = async (...args: readonly string[]): Promise<string> => {
		const {exitCode, stderr} = await whosaw(['compare', ...args]);
		return `${exitCode} ${stderr}`;
	};

	t.regex(await refused(dir), /^2 error: whosaw compare takes two/);
	t.regex(await refused(dir, join(folder, 'gone')), /^1 error: there is no case and no package/);
	t.regex(await refused(`${dir}@99`, dir), /^2 error: .*@99: there is no such act/);
	t.regex(await refused(`${dir}@1`, dir), /^1 error: at this revision the case has no exports yet/);
	await succeed(t, ['export', dir, '--audience', 'regulator', '--output', join(folder, 'regulator'), ...by]);
	t.regex(await refused(join(folder, 'regulator'), dir), /^1 error: this package names no customers/);
	appendFileSync(join(old, 'data', 'affected', 'customers.csv'), 'C9999\r\n');
	t.regex(await refused(old, dir), /^1 error: this package does not hold: nothing it says is compared/);
});
