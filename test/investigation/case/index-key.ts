import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {replay} from '../../../source/investigation/replay.ts';
import {temporaryFolder, whosaw} from '../../helpers/cli.ts';

const by = ['--investigator', 'J. Rivera'];
const log = [
	'event_id,timestamp,user_id,customer_id,action,resource', '1,2020-10-03T14:00:00Z,E0042,C1001,view,/customers/1', '2,2020-10-03T14:01:00Z,E0042,,view,/files/all.csv', '3,2020-10-03T14:02:00Z,E0042,,view,/files/all.csv', '4,2020-10-03T14:03:00Z,E0042,,view,/files/menu.csv', '',
].join('\n');
const rules = `version: 1
rules:
  - {id: files, when: {path: "/files/all*"}, types: ["@all-columns-of-object"], scope: counted}
catalog:
  /files/all.csv: [email, phone]
`;

const said = async (t: ExecutionContext, ...args: readonly string[]): Promise<string> => {
	const {stdout, stderr, exitCode} = await whosaw(args);
	t.is(exitCode, 0, stdout + stderr);
	return stdout;
};

type Reported = {readonly affected: unknown; readonly byDataType: ReadonlyArray<{readonly dataType: string; readonly events: number}>};

test('the index of a case is built anew when a rule says otherwise whom or what a file holds, and a replay asks both again', async t => {
	const folder = await temporaryFolder(t);
	const [dir, output, crm, own] = ['leak', 'case-file', 'crm.csv', 'rules.yaml'].map(name => join(folder, name)) as [string, string, string, string];
	writeFileSync(crm, log);
	writeFileSync(own, rules);
	await said(t, 'case', 'create', dir, crm, '--rules', own, ...by);
	await said(t, 'case', 'select', dir, '--filter', 'employee:E0042', '--reason', 'complaint', ...by);
	const built = (): number => statSync(join(dir, 'events.duckdb')).ino;
	const reported = async (): Promise<readonly [affected: unknown, types: string]> => {
		const {affected, byDataType} = JSON.parse(await said(t, 'report', dir, '--format', 'json')) as Reported;
		return [affected, byDataType.map(({dataType, events}) => `${dataType} ${events}`).toSorted().join(', ')];
	};

	const first = built();
	t.deepEqual(await reported(), [{atLeast: 1, unknownEvents: 2}, 'email 2, phone 2, unknown 2']);
	t.is(built(), first, 'it holds');
	await said(t, 'export', dir, '--output', output, ...by);
	t.true(readFileSync(join(output, 'data/limitations.md'), 'utf8').includes('There is no upper bound for the number of affected customers: 2 events may have reached customers that no log names.'));
	const verify = ['verify', output, '--sources', crm, '--rules', own];
	t.regex(await said(t, ...verify), /the same events, and the same range of customers/);

	// A package that says another range is told so by its exports, whatever its checksums are.
	const query = join(output, 'data/method/query.json');
	const before = readFileSync(query, 'utf8');
	writeFileSync(query, before.replace('"unknownEvents": 2', '"unknownEvents": 1'));
	const bad = (await replay(output, {paths: [crm], rules: [own]})).filter(({ok}) => !ok);
	t.is(bad.length, 1);
	t.regex(bad[0]!.message, /^the numbers of events and customers are others on these exports: .*"unknownEvents":2.* and not .*"unknownEvents":1/);
	writeFileSync(query, before);

	const kept = join(dir, 'kept', readdirSync(join(dir, 'kept')).find(name => name.startsWith('rules-'))!);
	writeFileSync(kept, rules.replace(', scope: counted', ''));
	t.deepEqual(await reported(), [{atLeast: 1, atMost: 1, unknownEvents: 0}, 'email 2, phone 2, unknown 2']);
	const second = built();
	t.not(second, first);
	writeFileSync(kept, rules.replace('phone]', 'address]'));
	t.deepEqual(await reported(), [{atLeast: 1, unknownEvents: 2}, 'address 2, email 2, unknown 2']);
	t.not(built(), second);
	t.regex((await whosaw([...verify.slice(0, -1), kept])).stdout, /no file given has its sha256/);
});
