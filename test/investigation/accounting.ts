import {writeFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import fc from 'fast-check';
import {ExpectedError} from '../../source/errors.ts';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import type {Accounting} from '../../source/records/source.ts';
import {exploring} from '../helpers/exploring.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

const all = {kind: 'all'} as const;

/** Loads one file, asks all of it and lists what was rejected; undefined where it is refused in words. */
const account = async (path: string): Promise<{readonly records: Accounting; readonly listed: number; readonly events: number} | undefined> => {
	try {
		const investigation = await openInvestigation({paths: [path], dateOrder: 'mdy'});
		try {
			let listed = 0;
			for await (const {rejection} of investigation.rejections()) {
				listed += rejection.record > 0 ? 1 : 0;
			}

			await investigation.answer({filter: all});
			const [source] = investigation.sources;
			return source && {records: source.records, listed, events: await investigation.countEvents({filter: all})};
		} finally {
			await investigation.close();
		}
	} catch (error) {
		if (error instanceof ExpectedError && error.message !== '') {
			return undefined;
		}

		throw error;
	}
};

const junk = fc.array(fc.constantFrom('"', '""', '\\', '\\"', '\n', '\r\n', '\r', ',', ';', '|', '\t', '\0', '#', '\u0001', '\u00E9', '{', '}', '[', ']', ':', '  ', 'E1', '\uFEFF', '\'', '\u{1F4A5}'), {maxLength: 5}).map(parts => parts.join(''));
const cell = fc.oneof(fc.constantFrom('E1', 'C1', 'read', '', 'C2;C3', '"a ""b"" c"'), junk.map(text => `"${text.replaceAll('"', '""')}"`), junk);
const time = fc.constantFrom('2020-10-01T00:00:00Z', '2020-10-01 01:02:03', '2020-13-01T00:00:00Z', '', '10/24/2020', '1601510400');
const table = fc.tuple(fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n'), fc.array(fc.tuple(time, cell, cell, cell), {maxLength: 12}))
	.map(([delimiter, end, rows]) => [['timestamp', 'employee', 'customer', 'action'], ...rows].map(row => row.join(delimiter)).join(end) + end);
const object = fc.record({timestamp: time, employee: fc.oneof(fc.constantFrom('E1', 1, null), junk), customer: fc.oneof(fc.constantFrom('C1', ['C1', 'C2'], {id: 'x'}, 1.5), junk)});
const json = fc.tuple(fc.array(object, {maxLength: 8}), fc.constantFrom(
	(list: readonly unknown[]) => list.map(one => JSON.stringify(one)).join('\n'), (list: readonly unknown[]) => JSON.stringify(list), (list: readonly unknown[]) => JSON.stringify({Records: list}, null, 1),
	(list: readonly unknown[]) => list.map(one => JSON.stringify(one, null, 2)).join('\n'), (list: readonly unknown[]) => list.map(one => JSON.stringify(one)).join(''),
)).map(([list, write]) => write(list));

/** Cuts bytes out, puts others in, or ends the file early. */
const mutation = fc.tuple(fc.double({min: 0, max: 1, noNaN: true}), fc.integer({min: 0, max: 4}), fc.oneof(junk.map(text => Buffer.from(text)), fc.uint8Array({maxLength: 3}).map(bytes => Buffer.from(bytes)), fc.constant(undefined)));
const mutated = (bytes: Buffer, mutations: ReadonlyArray<readonly [number, number, Buffer | undefined]>): Buffer => {
	let result = bytes;
	for (const [place, length, put] of mutations) {
		const at = Math.floor(place * result.length);
		result = put === undefined ? result.subarray(0, at) : Buffer.concat([result.subarray(0, at), put, result.subarray(at + length)]);
	}

	return result;
};

const plain = fc.tuple(fc.oneof(table, json), fc.array(mutation, {maxLength: 3})).map(([text, mutations]) => mutated(Buffer.from(text), mutations));
const written = [
	(bytes: Buffer) => bytes, (bytes: Buffer) => gzipSync(bytes), (bytes: Buffer) => Buffer.concat([Buffer.from([0xEF, 0xBB, 0xBF]), bytes]),
	(bytes: Buffer) => Buffer.concat([Buffer.from([0xFF, 0xFE]), Buffer.from(bytes.toString('utf8'), 'utf16le')]),
];
const file = fc.oneof(
	{weight: 6, arbitrary: fc.tuple(plain, fc.constantFrom(...written)).map(([bytes, write]) => write(bytes))},
	{weight: 2, arbitrary: fc.tuple(plain, fc.array(mutation, {minLength: 1, maxLength: 2})).map(([bytes, mutations]) => mutated(gzipSync(bytes), mutations))},
	{weight: 1, arbitrary: fc.uint8Array({maxLength: 400}).map(bytes => Buffer.from(bytes))},
);

test('read = kept + duplicate + rejected, or words: whatever the bytes', async t => {
	const path = temporaryFile(t, 'any.log', '');
	let loaded = 0;
	await fc.assert(fc.asyncProperty(file, async bytes => {
		writeFileSync(path, bytes);
		const found = await account(path);
		if (found) {
			loaded++;
			const {read, kept, duplicate, rejected} = found.records;
			t.is(read, kept + duplicate + rejected);
			t.is(found.listed, rejected);
			t.is(found.events, kept);
		}
	}), exploring(60));
	t.true(loaded > 0);
});

test('a compressed file that is torn before its first line ends has no records, and is named as one that cannot be read', async t => {
	const whole = gzipSync('timestamp,employee,customer\n');
	for (const length of [10, 24]) {
		const path = temporaryFile(t, 'torn.csv.gz', whole.subarray(0, length));
		const investigation = await openInvestigation({paths: [path]});
		t.deepEqual(investigation.sources, []);
		t.regex(investigation.failed[0]?.error ?? '', /torn or damaged/);
		await investigation.close();
	}
});

test('a carriage return alone, which an engine may take for the end of a line, is a character of the header it stands in', async t => {
	for (const header of ['\rtimestamp,employee,customer,action', 'timestamp,employee,customer\r,action', 'timestamp,employee,customer,"act\rion"']) {
		const found = await account(temporaryFile(t, 'returned.csv', `${header}\r\n2020-10-01T00:00:00Z,E0,E1,""\r\n2020-10-02T00:00:00Z,E0,E2,view\r\n`));
		t.deepEqual(found?.records, {read: 2, kept: 2, duplicate: 0, rejected: 0}, JSON.stringify(header));
		t.is(found?.events, 2);
	}
});

test('titles above a table are not counted as records', async t => {
	const found = await account(temporaryFile(t, 'titled.csv', 'Access report\nMade by Example CRM, for internal use\n\ntimestamp,employee,customer,action\n2020-10-01T00:00:00Z,E1,C1,view\n'));
	t.deepEqual(found?.records, {read: 1, kept: 1, duplicate: 0, rejected: 0});
});

test('a record nested ten thousand deep, and a line torn inside a text beside a long number, count like others', async t => {
	const record = (customer: string, more = ''): string => `{"time":"2020-10-01T00:00:00Z","employee":"E1","customer":"${customer}"${more}}\n`;
	const deep = record('C1', `,"x":${'['.repeat(10_000)}${']'.repeat(10_000)}`);
	const torn = `{"time":"2020-10-01T00:00:00Z","n":12345678901234567,"employee":"E1 ${'a'.repeat(1000)}\n`;
	const {records, events} = (await account(temporaryFile(t, 'deep.ndjson', deep + torn + record('C2'))))!;
	t.deepEqual(records, {read: 3, kept: 2, duplicate: 0, rejected: 1});
	t.is(events, 2);
});
