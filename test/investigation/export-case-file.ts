import {readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {verifyPackage} from '../../source/package/verify-package.ts';
import type {Investigation} from '../../source/investigation/investigation.ts';
import {csv, everything, load} from '../helpers/loading.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

type Place = {readonly source: {readonly path: string; readonly sha256: string}; readonly record: number; readonly offset: number; readonly length: number};
type Evidence = Place & {readonly raw?: string; readonly raw_b64?: string; readonly encoding?: string; readonly duplicates?: readonly Place[]};

const header = 'event_id,timestamp,employee,customer,action';

/** The evidence of everything loaded, from a case file that holds. */
const evidenceOf = async (t: ExecutionContext, investigation: Investigation): Promise<readonly Evidence[]> => {
	const directory = temporaryFile(t, 'case-file', '');
	rmSync(directory);
	await investigation.export({filter: everything, reason: 'a test', directory, now: new Date('2020-10-26T12:00:00Z')});
	const {ok, findings} = await verifyPackage(directory);
	t.true(ok, JSON.stringify(findings.filter(finding => !finding.ok)));
	return readFileSync(join(directory, 'data/evidence/records.ndjson'), 'utf8').trimEnd().split('\n').map(line => JSON.parse(line) as Evidence);
};

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

test('the records of an export that is not UTF-8 are given as bytes, every one of them', async t => {
	const text = csv(header, '1,2020-10-01T00:00:00Z,E1,C1,view', '2,2020-10-02T00:00:00Z,E1,Zo\u00EB,view', '3,2020-10-03T00:00:00Z,E1,\u0100\u8000,view');
	for (const [bytes, encoding] of [[utf16(text), 'utf-16le'], [latin(text.replace('\u0100\u8000', 'C3')), 'windows-1252']] as const) {
		const investigation = await load(t, {'a.csv': bytes});
		const evidence = await evidenceOf(t, investigation);
		t.is(evidence.length, 3);
		for (const {raw, raw_b64: encoded, encoding: told, offset, length} of evidence) {
			t.is(raw, undefined);
			t.is(told, encoding);
			t.deepEqual(Buffer.from(encoded!, 'base64'), bytes.subarray(offset, offset + length));
		}

		const [event] = await investigation.events({filter: everything, offset: 0, limit: 1});
		t.is((await investigation.record(event!.row)).raw, '1,2020-10-01T00:00:00Z,E1,C1,view');
	}
});

test('an export in UTF-8 gives its records as text, whatever letters they hold', async t => {
	const evidence = await evidenceOf(t, await load(t, {'a.csv': `\uFEFF${csv(header, '1,2020-10-01T00:00:00Z,E1,Zo\u00EB,view')}`}));
	t.deepEqual(evidence.map(({raw, encoding}) => [raw, encoding]), [['1,2020-10-01T00:00:00Z,E1,Zo\u00EB,view', undefined]]);
});

test('a record cites every place where the same event stands again', async t => {
	const [one, two] = ['1,2020-10-01T00:00:00Z,E1,C1,view', '2,2020-10-02T00:00:00Z,E1,C2,view'] as const;
	const investigation = await load(t, {'a.csv': csv(header, one, two, 'torn', one), 'b.csv': csv(header, two, one)});
	const evidence = await evidenceOf(t, investigation);
	const [a, b] = investigation.sources.map(({sha256}) => sha256);
	const places = evidence.map(({source, record, duplicates}) => [source.sha256, record, duplicates?.map(each => [each.source.sha256, each.record, each.offset, each.length])]);
	const first = header.length + 1;
	t.deepEqual(places, [
		[a, 1, [[a, 4, first + one.length + two.length + 2 + 'torn\n'.length, one.length], [b, 2, first + two.length + 1, one.length]]],
		[a, 2, [[b, 1, first, two.length]]],
	]);
});

test('of exports that overlap the later copies are cited, and an event that stands once cites none', async t => {
	const row = '2020-10-01T00:00:00Z,E1,C1,view';
	const plain = 'timestamp,employee,customer,action';
	const investigation = await load(t, {'a.csv': csv(plain, row), 'b.csv': csv(plain, '2020-10-02T00:00:00Z,E1,C1,view', row)}, {overlapping: true});
	t.deepEqual((await evidenceOf(t, investigation)).map(({record, duplicates}) => [record, duplicates?.map(each => each.record)]), [[1, [2]], [1, undefined]]);
});
