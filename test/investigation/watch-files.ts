import {once} from 'node:events';
import {appendFileSync, copyFileSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import yazl from 'yazl';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {ExpectedError} from '../../source/errors.ts';
import {temporaryFiles} from '../helpers/temporary-files.ts';

const all = {kind: 'all'} as const;
const table = (employee: string): string => `timestamp,user_id,customer_id,action\n2020-10-03T14:00:00Z,${employee},C1002,read\n2020-10-03T14:01:00Z,${employee},C1003,read\n`;

const open = async (t: ExecutionContext, count = 1) => {
	const paths = temporaryFiles(t, Object.fromEntries(Array.from({length: count}, (_, index) => [`${index}.csv`, table(`E${index}`)])));
	const investigation = await openInvestigation({paths});
	t.teardown(async () => investigation.close());
	return {paths, investigation, path: paths[0]!};
};

test('an export that is gone is noticed, and that it is back; its record is told with the citation that is known', async t => {
	const {investigation, path} = await open(t);
	const [event] = await investigation.events({filter: all, offset: 0, limit: 1});
	const whole = await investigation.record(event!.row);
	t.deepEqual(await investigation.changedFiles(10), []);
	renameSync(path, `${path}.away`);
	t.deepEqual(await investigation.changedFiles(10), [{path, change: 'gone', isReadable: false}]);
	const detail = await investigation.record(event!.row);
	t.like(detail, {unread: 'it is gone since it was loaded', raw: '', event: {employee: 'E0'}});
	t.deepEqual(detail.citation, {path, sha256: whole.citation.sha256, record: 1});
	renameSync(`${path}.away`, path);
	t.deepEqual(await investigation.changedFiles(0), []);
	t.deepEqual(await investigation.record(event!.row), whole);
});

test('a record that cannot be read is reason enough to know of its export', async t => {
	const {investigation, path} = await open(t);
	const [event] = await investigation.events({filter: all, offset: 0, limit: 1});
	appendFileSync(path, '2020-10-03T14:02:00Z,E9,C9,read\n');
	t.is((await investigation.record(event!.row)).unread, 'it changed since it was loaded');
	t.deepEqual(await investigation.changedFiles(0), [{path, change: 'changed', isReadable: false}]);
	await t.throwsAsync(async () => {
		for await (const _ of investigation.rejections()) {
			// None of them can be read.
		}

		await investigation.evidenceHashes({filter: all});
	}, {instanceOf: ExpectedError, message: /changed since it was loaded/});
});

test('the same bytes with another time are the same export; other bytes of the same length are not', async t => {
	const {investigation, path} = await open(t);
	copyFileSync(path, `${path}.copy`);
	rmSync(path);
	copyFileSync(`${path}.copy`, path);
	utimesSync(path, 1_000_000_000, 1_000_000_000);
	t.deepEqual(await investigation.changedFiles(10), []);
	t.is((await investigation.record(0)).unread, undefined);
	writeFileSync(path, table('X0'));
	t.deepEqual(await investigation.changedFiles(10), [{path, change: 'changed', isReadable: false}]);
});

test('of many exports some are looked at in turn, and those that were changed every time', async t => {
	const {investigation, paths} = await open(t, 7);
	rmSync(paths[5]!);
	t.deepEqual(await investigation.changedFiles(3), []);
	t.deepEqual(await investigation.changedFiles(3), [{path: paths[5]!, change: 'gone', isReadable: false}]);
	rmSync(paths[6]!);
	t.deepEqual((await investigation.changedFiles(1)).map(({path}) => path), [paths[5], paths[6]]);
	writeFileSync(paths[5]!, table('E5'));
	t.deepEqual((await investigation.changedFiles(0)).map(({path}) => path), [paths[6]]);
});

test('of members it is their archive that is gone or changed, whatever sign the name of its folder holds', async t => {
	const [beside] = temporaryFiles(t, {'readme.md': ''});
	const folder = join(dirname(beside!), 'urgent!');
	mkdirSync(folder);
	const path = join(folder, 'all.zip');
	const zip = new yazl.ZipFile();
	zip.addBuffer(Buffer.from(table('E1')), '2020/a.csv');
	zip.addBuffer(Buffer.from(table('E2')), '2020/b.csv');
	zip.end();
	const parts: Buffer[] = [];
	zip.outputStream.on('data', (part: Buffer) => {
		parts.push(part);
	});
	await once(zip.outputStream, 'end');
	writeFileSync(path, Buffer.concat(parts));
	const investigation = await openInvestigation({paths: [path]});
	t.teardown(async () => investigation.close());
	t.deepEqual(await investigation.changedFiles(10), []);
	appendFileSync(path, 'x');
	t.deepEqual(await investigation.changedFiles(10), [{path, change: 'changed', isReadable: true}]);
	t.is((await investigation.record(0)).unread, undefined);
	rmSync(path);
	t.deepEqual(await investigation.changedFiles(10), [{path, change: 'gone', isReadable: true}]);
});
