import {gzipSync} from 'node:zlib';
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {openBytes} from '../../source/files/byte-source.ts';
import {decodeChunks, encodedLength, encodingOf, withoutCutCharacter, type Encoding} from '../../source/files/encoding.ts';
import {prepareFile} from '../../source/files/prepared-file.ts';
import {readRecords, type FoundRecord} from '../../source/files/read-records.ts';
import {temporaryFile} from '../helpers/temporary-files.ts';

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const written: Readonly<Record<string, (text: string) => Buffer>> = {
	'utf-8': text => Buffer.from(text),
	'utf-8 with mark': text => Buffer.from(`\uFEFF${text}`),
	'utf-16le': text => Buffer.from(text, 'utf16le'),
	'utf-16le with mark': text => Buffer.from(`\uFEFF${text}`, 'utf16le'),
	'utf-16be': text => swapped(text),
	'utf-16be with mark': text => swapped(`\uFEFF${text}`),
};

const recordsOf = async (t: ExecutionContext, content: Buffer, name = 'log.csv'): Promise<readonly FoundRecord[]> => {
	const found: FoundRecord[] = [];
	for await (const record of readRecords(await prepareFile(temporaryFile(t, name, content)))) {
		found.push(record);
	}

	return found;
};

/** Every record's bytes stand at its place, and are its text. */
const cited = (t: ExecutionContext, found: readonly FoundRecord[], content: Buffer, write: (text: string) => Buffer): void => {
	for (const {offset, bytes, text, record} of found) {
		t.deepEqual(content.subarray(offset, offset + bytes.length), bytes, `record ${record}`);
		t.deepEqual(write(text), bytes, `record ${record}`);
	}
};

const header = 'time,user,customer\n';

for (const [name, write] of Object.entries(written)) {
	const plain = written[name.replace(' with mark', '')]!;

	test(`records of a file in ${name} are cited by their bytes before decoding`, async t => {
		const rows = ['2020-10-01,Zo\u00EB,C1', '2020-10-02,"two\nlines \u{1F4A5}",C2', '2020-10-03,\u65E5\u672C,C3'];
		const content = write(header + rows.map(row => `${row}\n`).join(''));
		const found = await recordsOf(t, content);
		t.deepEqual(found.map(({text}) => text), rows);
		cited(t, found, content, plain);
		t.is(found[0]!.offset, write(header).length);
	});

	test(`a character is whole wherever chunks cut a file of 3 MB in ${name}`, async t => {
		for (const shift of ['', 'x']) {
			const text = `${header}${'0,E0,C0\n'.repeat(300)}1,${shift}${'\u{1F4A5}'.repeat(700_000)},C1\n2,E2,C2\n`;
			const content = write(text);
			const path = temporaryFile(t, 'long.csv', content);
			const parts: Buffer[] = [];
			for await (const part of decodeChunks(openBytes(path, 'plain').chunks, encodingOf(content.subarray(0, 4096)))) {
				parts.push(part);
			}

			t.true(Buffer.concat(parts).equals(Buffer.from(text)), `shifted by "${shift}"`);
			const found = await recordsOf(t, content);
			t.is(found.length, 302);
			t.deepEqual(content.subarray(found[301]!.offset), plain('2,E2,C2\n'));
		}
	});
}

test('each of the 256 bytes of Windows-1252 comes back as it was, at its place', async t => {
	const bytes = [...Array.from({length: 256}).keys()].filter(byte => ![0x0A, 0x0D, 0x22, 0x2C].includes(byte));
	const rows = bytes.map(byte => Buffer.concat([Buffer.from('2020-10-01,caf\u00E9 ', 'latin1'), Buffer.from([byte]), Buffer.from(',C1\n')]));
	const content = Buffer.concat([Buffer.from(header), ...rows]);
	const file = await prepareFile(temporaryFile(t, 'all.csv', content));
	t.is(file.encoding.encoding, 'windows-1252');
	const found = await recordsOf(t, content);
	t.is(found.length, bytes.length);
	for (const [index, {bytes: shown, offset}] of found.entries()) {
		t.deepEqual(shown, rows[index]!.subarray(0, -1));
		t.deepEqual(content.subarray(offset, offset + shown.length), shown);
	}

	const texts = new Map(found.map(({text}, index) => [bytes[index]!, text.slice(16, -3)]));
	t.deepEqual([0x80, 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x9F, 0xFF].map(byte => texts.get(byte)), ['\u20AC', '\u0081', '\u008D', '\u008F', '\u0090', '\u009D', '\u0178', '\u00FF']);
	t.is(new Set(texts.values()).size, bytes.length);
});

test('any UTF-16, halves of characters and second marks among it, is cited with the bytes that stand there', async t => {
	const unit = fc.oneof(fc.integer({min: 0, max: 0xFF_FF}), fc.constantFrom(0xFE_FF, 0xD8_3D, 0xDC_A5, 0xFF_FE, 0x2C, 0x22, 0x0A, 0x0D));
	const rows = fc.array(fc.array(unit, {maxLength: 12}).map(units => String.fromCharCode(...units)), {maxLength: 10});
	await fc.assert(fc.asyncProperty(rows, fc.constantFrom('utf-16le with mark', 'utf-16be with mark'), async (cells, name) => {
		// Among enough that is plain: a short file in which every twentieth character is a control is taken for a program.
		const content = written[name]!(`${header}${'2020-10-01,E1,C1\n'.repeat(240)}${cells.map(cell => `2020-10-02,${cell},C2\n`).join('')}`);
		const found = await recordsOf(t, content);
		t.true(found.length > 0);
		for (const {offset, bytes} of found) {
			t.deepEqual(content.subarray(offset, offset + bytes.length), bytes);
			t.is(offset % 2, 0);
		}

		t.is(found.every(({text}, index) => index === 0 || found[index - 1]!.offset < found[index]!.offset || text === ''), true);
	}), {numRuns: 60});
});

test('a record behind one that is too long keeps its place, and the long one shows how it begins', async t => {
	const content = written['utf-16be with mark']!(`${header}1,\u00E9,C1\n2,${'\u00E9'.repeat(18 * 1024 * 1024)},C2\n3,E3,C3\n`);
	const found = await recordsOf(t, content);
	t.deepEqual(found.map(({reason}) => reason === undefined), [true, false, true]);
	t.true(found.every(({offset, bytes}) => content.subarray(offset, offset + bytes.length).equals(bytes)));
	t.deepEqual(found.map(({text}) => text.slice(0, 4)), ['1,\u00E9,', '2,\u00E9\u00E9', '3,E3']);
	const start = written['utf-16be with mark']!(`${header}1,\u00E9,C1\n`).length;
	t.is(found[1]!.offset, start);
});

test('records inside gzip are cited by their place after decompression', async t => {
	const content = written['utf-16be with mark']!(`${header}1,\u{1F4A5},C1\n2,E2,C2\n`);
	cited(t, await recordsOf(t, gzipSync(content), 'log.csv.gz'), content, written['utf-16be']!);
});

test('the encoding is told by a mark, by zeros, or by what UTF-8 does not allow', t => {
	const told = (bytes: Buffer): readonly [Encoding, number, boolean] => {
		const {encoding, mark, assumed} = encodingOf(bytes);
		return [encoding, mark, assumed];
	};

	const text = 'time,user,customer\n2020-10-01,Zo\u00EB,C1\n';
	t.deepEqual(Object.values(written).map(write => told(write(text))), [
		['utf-8', 0, false], ['utf-8', 3, false], ['utf-16le', 0, false], ['utf-16le', 2, false], ['utf-16be', 0, false], ['utf-16be', 2, false],
	]);
	t.deepEqual(told(Buffer.from(text, 'latin1')), ['windows-1252', 0, true]);
	t.deepEqual(told(Buffer.from('')), ['utf-8', 0, false]);
	t.deepEqual(told(Buffer.from(text).subarray(0, 34)), ['utf-8', 0, false]);
});

test('text that begins without zeros is not of UTF-16, whatever was put behind it', t => {
	t.like(encodingOf(Buffer.concat([Buffer.from(header + '2020-10-01,E1,C1\n'.repeat(5)), Buffer.from('2020-10-01,E1,C1\n'.repeat(60), 'utf16le')])), {encoding: 'utf-8'});
});

test('a character that is cut at the end is left out, a whole one is not', t => {
	for (const character of ['\u00EB', '\u65E5', '\u{1F4A5}']) {
		const whole = Buffer.from(`a${character}`);
		t.deepEqual(withoutCutCharacter(whole), whole);
		for (let length = 2; length < whole.length; length++) {
			t.deepEqual(withoutCutCharacter(whole.subarray(0, length)), Buffer.from('a'));
		}
	}
});

test('lengths before decoding add up wherever a text is cut', t => {
	fc.assert(fc.property(fc.string({unit: 'binary'}), fc.nat(), (text, place) => {
		const decoded = Buffer.from(text);
		const at = place % (decoded.length + 1);
		for (const encoding of ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const) {
			t.is(encodedLength(decoded.subarray(0, at), encoding) + encodedLength(decoded.subarray(at), encoding), encodedLength(decoded, encoding));
		}

		t.is(encodedLength(decoded, 'utf-16be'), text.length * 2);
	}), {numRuns: 500});
});
