import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import type {ExpectedError} from '../../source/errors.ts';
import {containerOf, openBytes} from '../../source/files/byte-source.ts';
import {prepareFile} from '../../source/files/prepared-file.ts';
import {readRecords} from '../../source/files/read-records.ts';
import {scanFile} from '../../source/files/scan.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

const lines = (count: number): Buffer => Buffer.from(`time,user,customer\n${Array.from({length: count}, (_, index) => `2020-10-01T00:00:00Z,E${index % 7},C${(index * 7919) % 100_003}\n`).join('')}`);

type Read = {readonly content: Buffer; readonly torn: string | undefined; readonly sha256: string; readonly stored: number};

const read = async (t: ExecutionContext, stored: Uint8Array): Promise<Read> => {
	const path = temporaryFile(t, 'log.csv.gz', stored);
	const source = openBytes(path, containerOf(stored));
	const parts: Buffer[] = [];
	for await (const chunk of source.chunks) {
		parts.push(chunk);
	}

	return {content: Buffer.concat(parts), torn: source.torn(), sha256: source.sha256(), stored: source.stored()};
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test('a compressed file is read whole and hashed as stored', async t => {
	const content = lines(60_000);
	const stored = gzipSync(content);
	const found = await read(t, stored);
	t.true(found.content.equals(content));
	t.like(found, {torn: undefined, sha256: sha256(stored), stored: stored.length});
});

test('a plain file is read as it is', async t => {
	const content = lines(60_000);
	const found = await read(t, content);
	t.true(found.content.equals(content));
	t.like(found, {torn: undefined, sha256: sha256(content), stored: content.length});
});

test('compressed files one after another are one file', async t => {
	const content = lines(10_000);
	const parts = [content.subarray(0, 1000), content.subarray(1000, 1000), content.subarray(1000, 70_001), content.subarray(70_001)];
	const found = await read(t, Buffer.concat(parts.map(part => gzipSync(part))));
	t.true(found.content.equals(content));
	t.is(found.torn, undefined);
});

test('a torn stream gives what stands before the tear, byte for byte, and says so', async t => {
	const content = lines(20_000);
	const stored = gzipSync(content);
	for (const at of [0.1, 0.5, 0.99].map(share => Math.floor(stored.length * share))) {
		const found = await read(t, stored.subarray(0, at));
		t.regex(found.torn ?? '', /torn or damaged/);
		t.true(content.subarray(0, found.content.length).equals(found.content), `torn at ${at}`);
		t.true(found.content.length > content.length * (at / stored.length) * 0.8, `torn at ${at}: ${found.content.length}`);
		t.is(found.sha256, sha256(stored.subarray(0, at)));
	}
});

test('a wrong check sum or length at the end is said, and no byte is lost', async t => {
	const content = lines(2000);
	for (const back of [8, 5, 4, 1]) {
		const stored = Buffer.from(gzipSync(content));
		stored[stored.length - back]! ^= 0xFF;
		const found = await read(t, stored);
		t.regex(found.torn ?? '', /torn or damaged/, `${back} bytes before the end`);
		t.true(found.content.equals(content));
	}
});

test('a second part that is damaged leaves the first whole', async t => {
	const [one, two] = [lines(3000), lines(4000)];
	const stored = Buffer.concat([gzipSync(one), gzipSync(two).subarray(0, 5000)]);
	const found = await read(t, stored);
	t.truthy(found.torn);
	t.true(found.content.subarray(0, one.length).equals(one));
	t.true(two.subarray(0, found.content.length - one.length).equals(found.content.subarray(one.length)));
});

test('any damage gives a first part of the content or is told', async t => {
	const content = lines(300);
	const stored = gzipSync(content);
	await fc.assert(fc.asyncProperty(fc.nat({max: stored.length - 1}), fc.integer({min: 1, max: 255}), async (at, change) => {
		const damaged = Buffer.from(stored);
		damaged[at]! ^= change;
		if (containerOf(damaged) === 'gzip') {
			const found = await read(t, damaged);
			t.true(found.torn !== undefined || found.content.equals(content), `byte ${at}`);
			t.is(found.stored, stored.length);
		}
	}), {numRuns: 60});
});

test('zeros and words behind a compressed file are told or ignored, and never read as records', async t => {
	const content = lines(100);
	for (const behind of [Buffer.alloc(512), Buffer.from('not compressed at all')]) {
		const stored = Buffer.concat([gzipSync(content), behind]);
		const found = await read(t, stored);
		t.true(found.content.equals(content));
		t.is(found.sha256, sha256(stored));
	}
});

test('the torn record is rejected, and the records before it are read by both readers', async t => {
	const content = lines(5000);
	const stored = gzipSync(content);
	const file = await prepareFile(temporaryFile(t, 'torn.csv.gz', stored.subarray(0, Math.floor(stored.length / 2))));
	const scan = await scanFile(file);
	t.truthy(scan.torn);
	t.deepEqual(scan.rejected.map(({record}) => record), [scan.records]);
	const found = [];
	for await (const record of readRecords(file)) {
		found.push(record);
	}

	t.is(found.length, scan.records);
	t.is(found.at(-1)!.reason, scan.torn);
	t.true(found.every(({offset, bytes}) => content.subarray(offset, offset + bytes.length).equals(bytes)));
});

test('a file is known by its first bytes, whatever it is called', t => {
	const known: ReadonlyArray<readonly [string, Uint8Array]> = [
		['gzip', gzipSync('x')], ['bzip2', Buffer.from('BZh9')], ['zstd', Buffer.from('28b52ffd', 'hex')], ['zip', Buffer.from('PK\u0003\u0004')], ['7z', Buffer.from('377abcaf271c', 'hex')],
		['parquet', Buffer.from('PAR1')], ['sqlite', Buffer.from('SQLite format 3\0')], ['pdf', Buffer.from('%PDF-1.7')], ['duckdb', Buffer.from('\0\0\0\0\0\0\0\0DUCK')], ['plain', Buffer.from('time,user\n')], ['plain', Buffer.alloc(0)],
	];
	t.deepEqual(known.map(([, bytes]) => containerOf(bytes)), known.map(([container]) => container as ReturnType<typeof containerOf>));
});

test('containers that are not read yet are refused with what to do', async t => {
	for (const [hex, words] of [['fd377a585a00', /xz -dk/], ['504b0304', /Unpack/], ['377abcaf271c', /Unpack/]] as const) {
		const path = temporaryFile(t, 'export.csv', Buffer.from(hex, 'hex'));
		const error = await t.throwsAsync<Error & {readonly next?: string; readonly where?: string}>(prepareFile(path));
		t.regex(error.next ?? '', words);
		t.is(error.where, path);
		t.is(readFileSync(path).length, hex.length / 2);
	}
});

test('a stream torn before the end of its first line is said to be torn, and not to be no table', async t => {
	for (const text of ['event_id,timestamp,employee,customer\n1,2020-10-01T00:00:00Z,E1,C1\n', 'only a few words\n', '{"id":"1","ts":1601510400000}\n']) {
		const path = temporaryFile(t, 'tiny.csv.gz', gzipSync(text).subarray(0, 24));
		const error = await t.throwsAsync(prepareFile(path), {message: /torn or damaged.*not one whole line/});
		t.is((error as ExpectedError).exitCode, 1);
	}

	const whole = '[{"id":"1","ts":1601510400000},{"id":"2"';
	t.is((await prepareFile(temporaryFile(t, 'line.json.gz', gzipSync(`${whole},"ts":1}]`).subarray(0, -8)))).structure.kind, 'json');
});
