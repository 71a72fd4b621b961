import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import test, {type ExecutionContext} from 'ava';
import {leadsSchema} from '../../source/report/schemas/leads-schema.ts';
import {caseSchema} from '../../source/package/schemas.ts';
import {whosaw} from '../helpers/cli.ts';
import {edit, reseal} from '../package/_damage.ts';

const ajv = new Ajv2020({allErrors: true, strict: false});
const folder = mkdtempSync(join(tmpdir(), 'whosaw-presence-'));
const at = (name: string): string => join(folder, name);
const by = ['--investigator', 'A. Investigator <a@example.com>'] as const;
const reading = ['--employees', at('staff.csv'), '--presence', at('roster.csv')] as const;

test.before(() => {
	writeFileSync(at('log.csv'), [
		'time,employee,customer,data_type,activity', '2020-10-03T10:00:00Z,E0042,C1001,email,read', '2020-10-03T13:00:00Z,E0042,C1002,email,read', '2020-10-04T10:00:00Z,E0117,C1001,email,read',
		'2020-10-05T10:00:00Z,E0117,C1003,phone,read', '2020-10-05T10:00:00Z,E0200,C1003,phone,read', '2020-10-05T10:00:00Z,E0300,C1004,phone,read', '',
	].join('\n'));
	writeFileSync(at('staff.csv'), 'id,email,name\nE0042,jane.rivera@example.com,Jane Rivera\nE0117,kim.osei@example.com,Kim Osei\n');
	writeFileSync(at('roster.csv'), [
		'employee,from,to,kind,site', 'jane.rivera@example.com,2020-10-03T09:00:00Z,2020-10-03T12:00:00Z,shift,', 'E0117,2020-10-04,2020-10-05,sick leave,', 'E0200,2020-10-05,2020-10-05,shift,', 'robin.vale@example.com,2020-10-05,2020-10-05,leave,', '',
	].join('\n'));
});

test.after.always(() => {
	rmSync(folder, {recursive: true, force: true});
});

const printed = async (t: ExecutionContext, ...args: readonly string[]): Promise<string> => {
	const {stdout, stderr, exitCode} = await whosaw(args);
	t.is(exitCode, 0, stderr);
	return stdout;
};

test.serial('leads says in text and JSON what was found beside records of presence, and blind names nobody', async t => {
	const text = await printed(t, 'leads', at('log.csv'), ...reading);
	t.regex(text, /Accounts used beside the records of presence\n {2}E0117 Kim Osei\n {4}- used during recorded leave: 2 events, 2 customers\n {4}- points as often to stolen credentials as to guilt\n {2}E0042 Jane Rivera\n {4}- outside own shift: 1 event, 1 customer\n {4}- points as often[^\n]*\n {2}Neither in the exports nor in the directory: robin\.vale@example\.com\n/);
	const json = JSON.parse(await printed(t, 'leads', at('log.csv'), ...reading, '--format', 'json')) as {readonly presence: unknown; readonly presenceUnknown: unknown};
	t.true(ajv.validate(leadsSchema, json), ajv.errorsText());
	t.deepEqual(json.presence, [{employee: 'E0117', findings: [{finding: 'leave', events: 2, customers: 2}]}, {employee: 'E0042', findings: [{finding: 'outside-shift', events: 1, customers: 1}]}]);
	t.deepEqual(json.presenceUnknown, ['robin.vale@example.com']);
	for (const format of ['text', 'json']) {
		const blind = await printed(t, 'leads', at('log.csv'), ...reading, '--blind', '--format', format);
		t.notRegex(blind, /E0042|E0117|Rivera|Osei|robin/);
		t.regex(blind, /E-[\da-f]{4}/);
	}

	t.notRegex(await printed(t, 'leads', at('log.csv'), ...reading, '--mask'), /Rivera|Osei|robin/);
});

test.serial('a case keeps the records and says of each account in accounts.csv what they say of its selected events; verify asks for the file', async t => {
	const [dir, bag] = [at('leak'), at('bag')];
	await printed(t, 'case', 'create', dir, at('log.csv'), ...reading, ...by);
	await printed(t, 'case', 'select', dir, '--filter', 'NOT customer:C1003', '--reason', 'all but one', ...by);
	await printed(t, 'case', 'select', dir, '--filter', 'employee:E0200', '--reason', 'and one', ...by);
	await printed(t, 'export', dir, '--output', bag, '--audience', 'internal', ...by);
	const rows = readFileSync(join(bag, 'data/accounts/accounts.csv'), 'utf8').split('\r\n');
	const presence = (account: string): string => rows.find(row => row.startsWith(`${account},`)) ?? '';
	t.regex(presence('E0042'), /"outside own shift: 1 event, 1 customer; points as often to stolen credentials as to guilt"/);
	t.regex(presence('E0117'), /"used during recorded leave: 1 event, 1 customer; points as often to stolen credentials as to guilt"/, 'of the selected events alone');
	t.regex(presence('E0200'), /,nothing found beside 1 shift,/);
	t.regex(presence('E0300'), /,no records of this account,/);
	const document = JSON.parse(readFileSync(join(bag, 'data/case.json'), 'utf8')) as unknown;
	t.true(ajv.validate(caseSchema, document), ajv.errorsText());
	t.notRegex(readFileSync(join(bag, 'data/limitations.md'), 'utf8'), /robin/);
	const without = await whosaw(['verify', bag, '--sources', at('log.csv'), '--employees', at('staff.csv')]);
	t.is(without.exitCode, 4);
	t.regex(without.stdout, /records of presence, and none was given: name it with --presence FILE/);
	t.regex(await printed(t, 'verify', bag, '--sources', at('log.csv'), ...reading), /each account has the same counts, times and presence: \d+ accounts[^]*integrity checked/);
	// Somebody who changes it wherever it stands, and makes all hashes anew, is found by the records themselves.
	await edit(join(bag, 'data/accounts/accounts.csv'), text => text.replace('outside own shift: 1 event, 1 customer', 'used during recorded leave: 1 event, 1 customer'));
	await edit(join(bag, 'data/case.json'), text => text.replace('outside-shift', 'leave'));
	await reseal(bag);
	t.regex(await printed(t, 'verify', bag), /integrity checked/);
	const forged = await whosaw(['verify', bag, '--sources', at('log.csv'), ...reading]);
	t.is(forged.exitCode, 4);
	t.regex(forged.stdout, /FAILED {2}replay: presence of the account E0042 is another one on these exports: "outside own shift: .*" and not "used during recorded leave: /);
});
