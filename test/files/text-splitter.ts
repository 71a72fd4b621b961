import process from 'node:process';
import test from 'ava';
import fc from 'fast-check';
import {longestLine} from '../../source/files/splitter.ts';
import {cut, cutInChunks, kindsOf, reasonsOf, rebuilt, type AnyShape} from '../helpers/splitting.ts';

const lines = {kind: 'text', lineEnd: '\n', shape: {}} as const;
const dated = {kind: 'text', lineEnd: '\n', shape: {start: '^[0-9]{4} '}} as const;
const columns = {kind: 'text', lineEnd: '\n', shape: {columns: {directive: '#Fields: a b', count: 2}}} as const;

test('each line that is neither blank nor a directive is a record', t => {
	t.deepEqual(cut(lines, '# a remark\n\na b\n \t\nc').map(({kind, record, offset, text}) => [kind, record, offset, text]), [
		['passed', 1, 0, '# a remark'], ['passed', 1, 11, ''], ['record', 1, 12, 'a b'], ['passed', 2, 16, ' \t'], ['record', 2, 19, 'c'],
	]);
});

test('lines that begin no record belong to the one before, and blank lines behind it are not part of its text', t => {
	const cuts = cut(dated, '2020 select\n\n  name\n# no directive\n\n2021 x\n\n');
	t.deepEqual(cuts.map(({kind, text, span, rewrite}) => [kind, text, span, rewrite]), [
		['rewritten', '2020 select\n\n  name\n# no directive', 36, '2020 select    name # no directive\n'], ['rewritten', '2021 x', 8, '2021 x\n'],
	]);
});

test('a byte order mark before a line is no part of its record, and a record that begins behind one begins there', t => {
	for (const shape of [lines, dated]) {
		t.deepEqual(cut(shape, '2020 a\n\uFEFF2021 b\n').map(({kind, record, offset, text}) => [kind, record, offset, text]), [['record', 1, 0, '2020 a'], ['passed', 2, 7, '\uFEFF'], ['record', 2, 10, '2021 b']]);
	}
});

test('a carriage return alone ends a line where each line is a record, and else is a part of it', t => {
	t.deepEqual(cut(lines, 'a\rb\r\nc\n\rd\r').map(({kind, offset, text}) => [kind, offset, text]), [['rewritten', 0, 'a'], ['rewritten', 2, 'b'], ['record', 5, 'c'], ['passed', 7, ''], ['rewritten', 8, 'd']]);
	t.deepEqual(cut(dated, '2020 a\rb\n2021 c\n').map(({kind, text}) => [kind, text]), [['rewritten', '2020 a\rb'], ['record', '2021 c']]);
});

test('a megabyte of lines that end in carriage returns alone is cut in a moment', t => {
	const began = process.cpuUsage();
	t.is(cut(lines, 'a b c\r'.repeat(200_000)).length, 200_000);
	t.true(process.cpuUsage(began).user < 5_000_000);
});

test('the rest of a record that began in another file is one reject', t => {
	const cuts = cut(dated, '\n  from a\n  where b\n2020 x\n');
	t.deepEqual(cuts.map(({kind, text}) => [kind, text]), [['rejected', '\n  from a\n  where b'], ['record', '2020 x']]);
	t.regex(reasonsOf(cuts)[0]!, /whose beginning is not in this file/);
	t.deepEqual(kindsOf(cut(dated, '# remark\n\n2020 x\n')), ['passed', 'record']);
});

test('a record with fewer or more cells than the columns is rejected, and one under other columns too', t => {
	t.deepEqual(cut(columns, '#Fields: a b\n1 2\n1\n1 2 3\n#Fields: b a\n2 1\n#Fields:  a  b \n1 2\n').map(({kind, reason}) => reason ?? kind), [
		'passed', 'record', '1 cell where 2 are expected', '3 cells where 2 are expected', 'passed', 'it follows a #Fields: line with other columns than the first', 'passed', 'record',
	]);
});

test('what no column of the engine holds becomes visible', t => {
	t.deepEqual(cut(dated, '2020 a\0b\u0001c\rd\r\n').map(({rewrite}) => rewrite), ['2020 a\u2400b\u2401c d\n']);
});

test('a record of 20 MB is one rejected record with its first 200 bytes, on one line or on many', t => {
	for (const [shape, line] of [[lines, 'x'], [dated, 'x'.repeat(1000) + '\n']] as const) {
		const long = `2020 ${line.repeat(Math.ceil(20 * 1024 * 1024 / line.length)).trimEnd()}\n`;
		for (const size of [1 << 20, 1 << 25]) {
			const cuts = cutInChunks(shape, `2019 a\n${long}2021 b\n`, () => size);
			t.deepEqual(cuts.map(({kind, length, span}) => [kind, length, span]), [['record', 6, 7], ['rejected', 200, long.length], ['record', 6, 7]]);
			t.true(long.length > longestLine);
		}
	}
});

for (const [name, shape] of Object.entries<AnyShape>({lines, dated, columns})) {
	test(`any chunking of any bytes gives the same pieces of ${name}, without a gap`, t => {
		const word = fc.constantFrom('\uFEFF', 'a b\r', '2020 a', '2020 ', '20', '#Fields: a b', '#Fields: b a', '#', ' ', 'a b', '\n', '\n', '\r\n', '\r', '\0', '\u00E9', 'y'.repeat(600));
		const bytes = fc.oneof(fc.uint8Array({maxLength: 200}).map(array => Buffer.from(array)), fc.array(word).map(parts => Buffer.from(parts.join(''))));
		fc.assert(fc.property(bytes, fc.array(fc.integer({min: 1, max: 99}), {minLength: 1}), (buffer, sizes) => {
			const cuts = cut(shape, buffer);
			t.deepEqual(cutInChunks(shape, buffer, index => sizes[index % sizes.length]!), cuts);
			t.is(rebuilt(cuts, buffer), buffer.length);
		}), {numRuns: 500});
	});
}
