import {appendFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {whosaw} from '../helpers/cli.ts';

const header = 'event_id,timestamp,user_id,customer_id,fields,action,ticket';
/** E0042 reached four customers, one of them twice; E0107 one of them. */
const rows = [
	'1,2020-10-03T14:00:00Z,E0042,C1001,email,export,', '2,2020-10-03T14:01:00Z,E0042,C1002,email,export,', '3,2020-10-03T14:02:00Z,E0042,C1003,email,read,T401',
	'4,2020-10-09T10:00:00Z,E0042,C1003,email,read,', '5,2020-10-10T10:00:00Z,E0042,C1004,phone,read,T402', '6,2020-10-11T10:00:00Z,E0107,C1001,email,read,',
];

const world = (t: ExecutionContext): {readonly folder: string; readonly log: string; readonly dir: string} => {
	const folder = mkdtempSync(join(tmpdir(), 'whosaw-case-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	writeFileSync(join(folder, 'crm.csv'), [header, ...rows, ''].join('\n'));
	return {folder, log: join(folder, 'crm.csv'), dir: join(folder, 'leak')};
};

const by = ['--investigator', 'J. Rivera'];

test('a case is made, selects, excludes accesses and not customers, and counts what is left', async t => {
	const {log, dir} = world(t);
	t.is((await whosaw(['case', 'create', dir, log, '--title', 'e-mail leak', ...by])).exitCode, 0);
	const selected = await whosaw(['case', 'select', dir, '--employee', 'E0042', '--reason', 'complaint', ...by]);
	t.regex(selected.stdout, /selection 1: employee:E0042\n {2}5 events, 4 customers, 5 accesses/);
	// A call on the 3rd does not erase a look on the 9th: C1003 stays.
	const excluded = await whosaw(['case', 'exclude', dir, '--filter', 'reason:T401', '--reason', 'the customer asked for the call', ...by]);
	t.regex(excluded.stdout, /exclusion 1: reason:T401\n {2}1 event, 1 customer, 1 access$/);
	const away = await whosaw(['case', 'exclude', dir, '--filter', 'reason:T402', '--reason', 'asked too', ...by]);
	t.regex(away.stdout, /1 customer left: C1004/);
	const {stdout} = await whosaw(['case', 'show', dir, '--format', 'json']);
	const shown = JSON.parse(stdout) as {readonly counts: {readonly accessed: {readonly customers: number}}; readonly selections: readonly unknown[]};
	t.is(shown.counts.accessed.customers, 3);
	const report = JSON.parse((await whosaw(['report', dir, '--format', 'json'])).stdout) as {readonly customers: ReadonlyArray<{readonly customer: string; readonly events: number}>};
	t.deepEqual(report.customers.map(({customer, events}) => [customer, events]), [['C1001', 1], ['C1002', 1], ['C1003', 1]]);
	t.is((await whosaw(['case', 'restore', dir, '--filter', 'reason:T402', '--reason', 'the ticket is not theirs', ...by])).exitCode, 0);
	t.regex((await whosaw(['case', 'undo', dir, ...by])).stdout, /taken back: act \d+, accesses-restored/);
	t.regex((await whosaw(['case', 'log', dir])).stdout, /accesses-restored \(taken back\)/);
});

test('a case is reviewed by somebody else, and the review ends with the next change', async t => {
	const {log, dir} = world(t);
	await whosaw(['case', 'create', dir, log, ...by]);
	await whosaw(['case', 'select', dir, '--employee', 'E0042', '--reason', 'complaint', ...by]);
	const own = await whosaw(['case', 'review', dir, '--investigator', 'j. rivera']);
	t.is(own.exitCode, 1);
	t.regex(own.stderr, /a review is by somebody else/);
	t.is((await whosaw(['case', 'review', dir, '--investigator', 'M. Chen'])).exitCode, 0);
	t.regex((await whosaw(['case', 'show', dir])).stdout, /reviewed by M\. Chen/);
	await whosaw(['case', 'note', dir, 'one more call', ...by]);
	t.regex((await whosaw(['case', 'show', dir])).stdout, /NOT REVIEWED/);
});

test('another export is a delta that is told and accepted; a changed one is refused with both hashes', async t => {
	const {folder, log, dir} = world(t);
	await whosaw(['case', 'create', dir, log, ...by]);
	await whosaw(['case', 'select', dir, '--employee', 'E0042', '--reason', 'complaint', ...by]);
	const more = join(folder, 'more.csv');
	writeFileSync(more, [header, '9,2020-10-12T10:00:00Z,E0042,C1009,email,read,', ''].join('\n'));
	t.regex((await whosaw(['case', 'sources', 'add', dir, more, ...by])).stdout, /was added: 1 event/);
	t.regex((await whosaw(['case', 'show', dir])).stdout, /now \+1 events, \+1 customers, not accepted yet/);
	t.regex((await whosaw(['case', 'select', dir, '--employee', 'E0042', '--reason', 'the export of November', ...by])).stdout, /6 events, 5 customers/);
	t.notRegex((await whosaw(['case', 'show', dir])).stdout, /not accepted yet/);
	mkdirSync(join(folder, 'moved'));
	renameSync(more, join(folder, 'moved', 'more.csv'));
	const lost = await whosaw(['report', dir]);
	t.regex(lost.stderr, /an export of the case cannot be read/);
	t.is((await whosaw(['case', 'sources', 'relocate', dir, join(folder, 'moved'), ...by])).exitCode, 0);
	t.is((await whosaw(['report', dir])).exitCode, 0);
	appendFileSync(log, '7,2020-10-12T10:00:00Z,E0042,C1005,email,read,\n');
	const changed = await whosaw(['report', dir]);
	t.is(changed.exitCode, 1);
	t.regex(changed.stderr, /is not what it was: its sha256 was [0-9a-f]{64} and is [0-9a-f]{64}/);
});

test('a selection beyond what may be looked at is marked', async t => {
	const {log, dir} = world(t);
	await whosaw(['case', 'create', dir, log, '--scope-employee', 'E0042', '--scope-to', '2020-10-10', ...by]);
	const beyond = await whosaw(['case', 'select', dir, '--customer', 'C1001', '--reason', 'who else', ...by]);
	t.regex(beyond.stderr, /accounts beyond the authorised scope: E0107/);
	t.regex((await whosaw(['case', 'show', dir])).stdout, /BEYOND THE AUTHORISED SCOPE/);
});

test('what is asked of a case beside its selections stands in the journal, marked where it goes beyond the scope, and changes no revision', async t => {
	const {log, dir} = world(t);
	await whosaw(['case', 'create', dir, log, '--scope-employee', 'E0042', ...by]);
	await whosaw(['case', 'select', dir, '--employee', 'E0042', '--reason', 'complaint', ...by]);
	const journal = (): readonly string[] => readFileSync(join(dir, 'case.journal'), 'utf8').trimEnd().split('\n');
	const before = journal();
	t.is((await whosaw(['report', dir])).exitCode, 0);
	t.deepEqual(journal(), before, 'what the case selects is no question of its own');
	t.is((await whosaw(['report', dir, '--employee', 'E0042', '--data-type', 'phone', ...by])).exitCode, 0);
	t.regex((await whosaw(['brief', dir, '--filter', 'customer:C1001', ...by])).stderr, /accounts beyond the authorised scope: E0107/);
	await whosaw(['brief', dir, '--filter', 'customer:C1001', ...by]);
	const asked = journal().slice(before.length).map(line => JSON.parse(line) as {readonly act: string; readonly by: {readonly name: string}; readonly payload: {readonly filter: string; readonly beyondScope: boolean}});
	t.deepEqual(asked.map(({act, by: {name}, payload}) => [act, name, payload.filter, payload.beyondScope]), [
		['filter-asked', 'J. Rivera', 'employee:E0042 data:phone', false], ['filter-asked', 'J. Rivera', 'customer:C1001', true],
	]);
	t.regex((await whosaw(['case', 'log', dir])).stdout, /filter-asked {2}customer:C1001 {2}BEYOND THE AUTHORISED SCOPE/);
	const {stdout} = await whosaw(['case', 'show', dir, '--format', 'json']);
	t.is((JSON.parse(stdout) as {readonly revision: {readonly seq: number}}).revision.seq, before.length);
});

test('facts that an audience would be told and nobody stated are named when its case file is written', async t => {
	const {folder, log, dir} = world(t);
	await whosaw(['case', 'create', dir, log, ...by]);
	await whosaw(['case', 'select', dir, '--employee', 'E0042', '--reason', 'complaint', ...by]);
	const told = async (audience: string): Promise<string> => (await whosaw(['export', dir, '--audience', audience, '--output', join(folder, audience), ...by])).stderr;
	t.regex(await told('regulator'), /note: nobody stated these facts, which the documents for regulator would say: controllers, discovered, consequences, measuresTaken, contact \(/);
	t.notRegex(await told('hr'), /nobody stated these facts/);
	writeFileSync(join(folder, 'facts.json'), JSON.stringify({controllers: [{name: 'Example Ltd', awareAt: '2020-11-01T00:00:00Z'}], discovered: 'a complaint', measuresProposed: 'fewer exports', recipients: 'unknown'}));
	await whosaw(['case', 'facts', dir, '--file', join(folder, 'facts.json'), ...by]);
	t.regex(await told('law-enforcement'), /law-enforcement would say: consequences \(/);
});

test('a case whose journal is damaged is shown up to there, and no case file is made of it', async t => {
	const {folder, log, dir} = world(t);
	await whosaw(['case', 'create', dir, log, ...by]);
	await whosaw(['case', 'select', dir, '--employee', 'E0042', '--reason', 'complaint', ...by]);
	await whosaw(['case', 'note', dir, 'one', ...by]);
	const journal = join(dir, 'case.journal');
	writeFileSync(journal, readFileSync(journal, 'utf8').replace('"text":"one"', '"text":"two"'));
	const shown = await whosaw(['case', 'show', dir]);
	t.regex(shown.stderr, /The journal is damaged: act 4 of the journal was changed/);
	t.regex(shown.stdout, /4 {2}accessed/);
	const refused = await whosaw(['export', dir, '--output', join(folder, 'bag'), ...by]);
	t.is(refused.exitCode, 1);
	t.regex(refused.stderr, /error: the case cannot be exported: act 4 of the journal was changed/);
	t.deepEqual(readdirSync(folder).toSorted(), ['crm.csv', 'leak']);
});

test('masked, a case gives the same pseudonyms every time, and another case gives others', async t => {
	const {folder, log, dir} = world(t);
	writeFileSync(join(folder, 'people.csv'), 'id,email,name\nC1001,ann@example.com,Ann Example\n');
	const masked = async (place: string): Promise<string> => {
		const {stdout, stderr} = await whosaw(['report', place, '--filter', 'customer:C1001', '--mask', '--format', 'csv', ...by]);
		t.notRegex(stderr, /random key/);
		t.notRegex(stdout, /ann@example/);
		return stdout.split(',').slice(8, 9).join();
	};

	await whosaw(['case', 'create', dir, log, '--customers', join(folder, 'people.csv'), ...by]);
	const first = await masked(dir);
	t.regex(first, /\w+/);
	t.is(await masked(dir), first);
	await whosaw(['case', 'create', join(folder, 'other'), log, '--customers', join(folder, 'people.csv'), ...by]);
	t.not(await masked(join(folder, 'other')), first);
});

test('a report of a case that selects nothing yet says so', async t => {
	const {log, dir} = world(t);
	await whosaw(['case', 'create', dir, log, ...by]);
	t.regex((await whosaw(['report', dir])).stderr, /warning: The case selects no access yet: whosaw case select DIR/);
});

test('verifying a case changes nothing, and stands in its journal where somebody says who they are', async t => {
	const {log, dir} = world(t);
	await whosaw(['case', 'create', dir, log, ...by]);
	const before = readFileSync(join(dir, 'case.journal'));
	t.is((await whosaw(['verify', dir])).exitCode, 0);
	t.deepEqual(readFileSync(join(dir, 'case.journal')), before);
	t.regex((await whosaw(['verify', dir, '--investigator', 'M. Chen'])).stdout, /that it was verified is kept as act 3\n.*integrity checked/);
	t.regex((await whosaw(['case', 'log', dir])).stdout, /M\. Chen {2}verified {2}up to [\da-f]{12}: it holds/);
	t.regex((await whosaw(['verify', dir])).stdout, /the acts follow each other: 3 acts/);
});

test('mistakes are told in words, and nothing is written', async t => {
	const {folder, log, dir} = world(t);
	const bad = async (...args: readonly string[]): Promise<string> => {
		const {exitCode, stderr} = await whosaw(['case', ...args]);
		return `${exitCode} ${stderr}`;
	};

	t.regex(await bad('create', dir, join(folder, 'gone.csv')), /^1 error: the case was not made/);
	t.regex(await bad('crate', dir), /^2 error: no action "crate".*\n.*Did you mean create\?/);
	t.regex(await bad('show', folder), /^1 error: there is no case/);
	await whosaw(['case', 'create', dir, log, ...by]);
	const before = readFileSync(join(dir, 'case.journal'));
	t.regex(await bad('create', dir, log), /^1 error: there is a case already/);
	t.regex(await bad('select', dir, '--employee', 'E0042'), /^2 error: whosaw case select needs --reason/);
	t.regex(await bad('select', dir, '--filter', 'employe:E1', '--reason', 'x'), /^2 error: .*employe/);
	t.regex(await bad('exclude', dir, '--reason', 'x'), /^2 error: whosaw case exclude needs a filter/);
	t.regex(await bad('review', dir), /^2 error: whosaw case review needs --investigator/);
	writeFileSync(join(folder, 'facts.json'), '{"titel": "x"}');
	t.regex(await bad('facts', dir, '--file', join(folder, 'facts.json')), /^1 error: no fact is called "titel"(?:.*\n)+.*Did you mean title\?/);
	t.deepEqual(readFileSync(join(dir, 'case.journal')), before);
});
