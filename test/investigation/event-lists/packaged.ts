import {readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {everything} from '../../../source/filter/filter.ts';
import {readingToPack} from '../../../source/investigation/case/export-case.ts';
import {openInvestigation} from '../../../source/investigation/open-investigation.ts';
import {verifyCaseFile} from '../../../source/investigation/verify-case-file.ts';
import {folderOf} from './_exports.ts';

const packed = async (t: ExecutionContext): Promise<(name: string) => string> => {
	const at = await folderOf(t, {'list.txt': 'C1001\nC9001\nC9002\nshared@example.com\n'});
	const request = {paths: [at('log.csv')], customers: [at('customers.csv')], lists: [{event: 'log.csv#2', path: at('list.txt')}]};
	const investigation = await openInvestigation(request);
	t.teardown(async () => investigation.close());
	await investigation.export({filter: everything, reason: 'complaint', directory: at('case-file'), ...readingToPack(request), now: new Date('2026-11-22T20:00:00Z')});
	return at;
};

const failures = async (directory: string, options: Parameters<typeof verifyCaseFile>[1] = {}): Promise<readonly string[]> => (await verifyCaseFile(directory, options)).checks.filter(({ok}) => !ok).map(({message}) => message);

test('a package says whom it knows from a list alone, and which list', async t => {
	const at = await packed(t);
	const read = async (name: string): Promise<string> => readFile(path.join(at('case-file'), 'data', name), 'utf8');
	const rows = (await read('affected/customers.csv')).trimEnd().split('\r\n').map(line => line.split(','));
	t.deepEqual(rows.map(row => [row[0], row.at(-1)]), [['customer', 'inferred'], ['C1001', '1'], ['C1002', '0'], ['C1003', '0'], ['C1004', '0'], ['C9001', '1'], ['C9002', '1']]);
	t.regex(await read('affected/exposures.csv'), /,inferred\r\n/);
	const {used, totals} = JSON.parse(await read('method/query.json')) as {readonly used: readonly unknown[]; readonly totals: {readonly inferred: number}};
	t.is(totals.inferred, 2);
	t.like(used.at(-1), {path: 'list.txt', what: 'list behind a bulk export', list: {given: 4, resolved: 3, repeated: 0, ambiguous: 1, inferred: 3, recordCount: 5}});
	const evidence = (await read('evidence/records.ndjson')).trimEnd().split('\n').map(line => JSON.parse(line) as {readonly event: {readonly record: number; readonly inferredCustomers?: readonly string[]}});
	t.deepEqual(evidence.flatMap(({event}) => event.inferredCustomers ? [[event.record, event.inferredCustomers]] : []), [[2, ['C1001', 'C9001', 'C9002']]]);
	t.regex(await read('limitations.md'), /2 of these 6 customers are known only from lists/);
	t.regex(await read('limitations.md'), /rests on a list that was supplied later, and not on records/);
});

test('a package with a list holds, and is found again with that list alone', async t => {
	const at = await packed(t);
	t.deepEqual(await failures(at('case-file')), []);
	const replay = {paths: [at('log.csv')], customers: [at('customers.csv')]};
	t.deepEqual(await failures(at('case-file'), {replay: {...replay, lists: [{event: 'log.csv#2', path: at('list.txt')}]}}), []);
	t.regex((await failures(at('case-file'), {replay})).join('\n'), /the case used list\.txt as list behind a bulk export, [\da-f]{16}-2, and none was given/);
	await writeFile(at('list.txt'), 'C1001\nC9001\nC9003\n');
	t.regex((await failures(at('case-file'), {replay: {...replay, lists: [{event: 'log.csv#2', path: at('list.txt')}]}})).join('\n'), /no list given has its sha256/);
});

test('a mark that was altered does not agree with the other files', async t => {
	const at = await packed(t);
	const customers = path.join(at('case-file'), 'data/affected/customers.csv');
	const evidence = path.join(at('case-file'), 'data/evidence/records.ndjson');
	await writeFile(customers, (await readFile(customers, 'utf8')).replace(/^(C9001,.*),1(\r)$/m, '$1,0$2'));
	await writeFile(evidence, (await readFile(evidence, 'utf8')).replace('"inferredCustomers":["C1001"', '"inferredCustomers":["C1008"'));
	const found = (await failures(at('case-file'))).join('\n');
	t.regex(found, /customers known from lists alone: affected\/customers\.csv has 1 and case\.json has 2/);
	t.regex(found, /calls a customer inferred whom it does not have/);
});
