import process from 'node:process';
import {isDeepStrictEqual} from 'node:util';
import test from 'ava';
import fc from 'fast-check';
import {cut, cutInChunks, kindsOf, rebuilt, reasonsOf, table} from '../helpers/splitting.ts';

const shape = table(['time', 'employee', 'customer']);

test('a record a line, and the header is none', t => {
	const pieces = cut(shape, 'time,employee,customer\n1,E1,C1\n2,E2,C2\n');
	t.deepEqual(pieces.map(({kind, record, offset, text}) => [kind, record, offset, text]), [
		['passed', 1, 0, 'time,employee,customer'],
		['record', 1, 23, '1,E1,C1'],
		['record', 2, 31, '2,E2,C2'],
	]);
});

test('a quoted cell may hold delimiters, doubled quotes and line ends', t => {
	const pieces = cut(shape, '1,"a,b","say ""no"""\n2,"two\nlines",x\n3,,\n');
	t.deepEqual(pieces.map(({text}) => text), ['1,"a,b","say ""no"""', '2,"two\nlines",x', '3,,']);
	t.true(pieces.every(({kind}) => kind === 'record'));
});

test('line ends other than the first line’s make a record irregular, never lost', t => {
	t.deepEqual(kindsOf(cut(shape, '1,a,b\r\n2,a,b\n3,a,b')), ['rewritten', 'record', 'record']);
	t.deepEqual(kindsOf(cut({...shape, lineEnd: '\r\n'}, '1,a,b\r\n2,a,b\n3,a,b')), ['record', 'rewritten', 'record']);
	t.deepEqual(cut({...shape, lineEnd: '\r\n'}, '1,a,b\r\n2,a,b\n').map(({text, span}) => [text, span]), [['1,a,b', 7], ['2,a,b', 6]]);
});

test('the header again is no record, whatever is quoted in it and behind a byte order mark', t => {
	const pieces = cut(shape, '1,a,b\n"time",employee,"customer"\n\uFEFFtime,employee,customer\n\uFEFF"time","employee","customer"\n2,a,b\n');
	t.deepEqual(kindsOf(pieces), ['record', 'passed', 'passed', 'passed', 'passed', 'passed', 'record']);
	const quoted = cut({...shape, header: Buffer.from('"time","employee","customer"')}, '1,a,b\ntime,employee,customer\n2,a,b\n');
	t.deepEqual(kindsOf(quoted), ['record', 'passed', 'record']);
});

test('a byte order mark before a record is no part of it, quoted or not', t => {
	const pieces = cut(shape, '1,a,b\n\uFEFF2,a,b\n\uFEFF"3",a,b\n\uFF10,a,b\n');
	t.deepEqual(pieces.map(({kind, record, offset, text}) => [kind, record, offset, text]), [
		['record', 1, 0, '1,a,b'], ['passed', 2, 6, '\uFEFF'], ['record', 2, 9, '2,a,b'], ['passed', 3, 15, '\uFEFF'], ['record', 3, 18, '"3",a,b'], ['record', 4, 26, '\uFF10,a,b'],
	]);
});

test('records behind a header with other columns are rejected, until the first header comes again', t => {
	for (const other of ['time,customer,employee', '"customer","time"', 'employee,time,customer,ip', 'time,employee,client']) {
		const pieces = cut(shape, `1,a,b\n${other}\n2,a,b\n\n"3",a\ntime,employee,customer\n4,a,b\n`);
		t.deepEqual(kindsOf(pieces), ['record', 'passed', 'rejected', 'passed', 'rejected', 'passed', 'record'], other);
		t.deepEqual(new Set(reasonsOf(pieces)), new Set(['it follows a header with other columns than the first']));
	}
});

test('a record is no header because one of its cells is the name of a column', t => {
	t.deepEqual(kindsOf(cut(shape, 'time,E1,C1\n"employee",x,y\n')), ['record', 'record']);
	t.deepEqual(kindsOf(cut(table(['', 'time', 'employee', 'customer']), ',1,E1,C1\n')), ['record']);
});

test('blank lines, the header again and directives are no records', t => {
	const pieces = cut(shape, '\n   \n1,a,b\ntime,employee,customer\n#Fields: x\n# written by hand, twice\n2,a,b\n');
	t.deepEqual(pieces.map(({kind, record}) => [kind, record]), [['passed', 1], ['passed', 1], ['record', 1], ['passed', 2], ['passed', 2], ['passed', 2], ['record', 2]]);
});

test('a row is not taken for a directive because its first cell is a ticket such as #4711', t => {
	const pieces = cut(table(['ticket', 'employee', 'customer']), '#4711,E1,C1\n#4712,E1\n#4713,E1,C1,more\n');
	t.deepEqual(kindsOf(pieces), ['record', 'rejected', 'rejected']);
});

test('a row with too few cells is rejected, and so is one with surplus cells that are not empty', t => {
	const pieces = cut(shape, '1,a\n1,a,b,,\n1,a,b,c\n1\n');
	t.deepEqual(kindsOf(pieces), ['rejected', 'rewritten', 'rejected', 'rejected']);
	t.deepEqual(reasonsOf(pieces), ['2 cells where 3 are expected', '4 cells where 3 are expected', '1 cell where 3 are expected']);
	t.is(pieces[1]!.rewrite, '"1","a","b"\n');
});

test('a quote inside an unquoted cell is a character', t => {
	const [piece] = cut(shape, '1,5" disk,b\n');
	t.is(piece!.kind, 'rewritten');
	t.is(piece!.rewrite, '"1","5"" disk","b"\n');
});

test('text behind a closing quote rejects that record only', t => {
	const pieces = cut(shape, '1,"a"b,c\n2,a,b\n');
	t.deepEqual(kindsOf(pieces), ['rejected', 'record']);
	t.deepEqual(reasonsOf(pieces), ['a quote is not closed']);
	t.is(pieces[0]!.text, '1,"a"b,c');
});

test('a quote that is never closed rejects its record, and reading resumes at the next line that parses', t => {
	const pieces = cut(shape, '1,a,b\n2,"a,b\n3,a,b\n4,"x",b\n');
	t.deepEqual(pieces.map(({kind, text}) => [kind, text]), [['record', '1,a,b'], ['rejected', '2,"a,b'], ['record', '3,a,b'], ['record', '4,"x",b']]);
});

test('a torn record ends before the next line that parses, and its other lines belong to it', t => {
	const pieces = cut(shape, '1,"a\nloose words\n2,a,b\n');
	t.deepEqual(pieces.map(({kind, text}) => [kind, text]), [['rejected', '1,"a\nloose words'], ['record', '2,a,b']]);
});

test('a quote that is not closed at the end of the file rejects the last record', t => {
	const pieces = cut(shape, '1,a,b\n2,"a,b');
	t.deepEqual(pieces.map(({kind, text}) => [kind, text]), [['record', '1,a,b'], ['rejected', '2,"a,b']]);
});

test('backslashes escape quotes where the table is written so', t => {
	const style = {delimiter: ',', quote: '"', escape: '\\'} as const;
	const pieces = cut({...shape, style}, String.raw`1,"say \"no\"",b` + '\n' + String.raw`2,"ends in \\",b` + '\n');
	t.deepEqual(pieces.map(({kind, text}) => [kind, text]), [['record', String.raw`1,"say \"no\"",b`], ['record', String.raw`2,"ends in \\",b`]]);
});

test('a NUL becomes visible in what the engine is given, and stays in the record', t => {
	const [piece] = cut(shape, '1,a\0b,c\n');
	t.is(piece!.kind, 'rewritten');
	t.is(piece!.text, '1,a\0b,c');
	t.is(piece!.rewrite, '"1","a\u2400b","c"\n');
});

test('a lone carriage return is a character of its cell', t => {
	const pieces = cut(shape, '1,a\rb,c\n2,a,b\r');
	t.deepEqual(kindsOf(pieces), ['rewritten', 'rewritten']);
	t.is(pieces[0]!.rewrite, '"1","a\rb","c"\n');
});

test('a lone carriage return is a line end where a record is complete before it and another begins', t => {
	const pieces = cut(shape, '1,a,b\r2,"a","b"\r3,a,b\n4,a,b\r\n');
	t.deepEqual(pieces.map(({kind, offset, text, span}) => [kind, offset, text, span]), [
		['rewritten', 0, '1,a,b', 6], ['rewritten', 6, '2,"a","b"', 10], ['record', 16, '3,a,b', 6], ['rewritten', 22, '4,a,b', 7],
	]);
});

test('a megabyte of records that end in carriage returns alone is cut in a moment', t => {
	const began = process.cpuUsage();
	t.is(cut(shape, '1,a,b\r'.repeat(200_000)).length, 200_000);
	t.true(process.cpuUsage(began).user < 5_000_000);
});

test('the last record needs no line end', t => {
	t.deepEqual(cut(shape, '1,a,b').map(({kind, span}) => [kind, span]), [['record', 5]]);
});

test('five thousand columns are columns', t => {
	const wide = table(Array.from({length: 5000}, (_, index) => `c${index}`));
	const row = Array.from({length: 5000}, () => 'x').join(',');
	t.deepEqual(kindsOf(cut(wide, `${row}\n${row},y\n`)), ['record', 'rejected']);
});

test('a line of 20 MB is one rejected record with its first 200 bytes, however it comes', t => {
	const text = `1,a,b\n2,${'x'.repeat(20 * 1024 * 1024)},b\n3,a,b\n`;
	for (const size of [1 << 22, text.length]) {
		const pieces = cutInChunks(shape, text, () => size);
		t.deepEqual(pieces.map(({kind, offset, text: shown, span}) => [kind, offset, shown.length, span]), [['record', 0, 5, 6], ['rejected', 6, 200, text.length - 12], ['record', text.length - 6, 5, 6]], `chunks of ${size}`);
	}
});

test('a quoted cell that runs on for megabytes is cut alike in chunks of any size', t => {
	const text = `1,a,b\n2,"${'line of words\n'.repeat(400_000)}",b\n3,a,b\n`;
	const [first, ...others] = [1 << 20, 3_000_000, text.length].map(size => cutInChunks(shape, text, () => size).map(({kind, offset, span}) => [kind, offset, span]));
	for (const other of others) {
		// Not deepEqual: a difference of a hundred thousand lines takes minutes to print.
		t.true(isDeepStrictEqual(other, first));
	}

	t.deepEqual(first!.slice(0, 1), [['record', 0, 6]]);
	t.deepEqual(first!.at(-1), ['record', text.length - 6, 6]);
});

const hostile = fc.array(fc.constantFrom('\uFEFF', 'employee', '1,a,b\r', 'customer,time,employee\n', '"', '""', '\\', '\n', '\r\n', '\r', ',', '\0', '#', 'a', '1,a,b\n', 'time,employee,customer\n', '\u00E9', ' ', '1,"x\ny",b\n'), {maxLength: 40}).map(parts => parts.join(''));
const styles = [shape, {...shape, lineEnd: '\r\n'} as const, {...shape, style: {delimiter: ',', quote: '"', escape: '\\'}} as const];

test('any chunking of the same bytes gives the same pieces', t => {
	fc.assert(fc.property(hostile, fc.constantFrom(...styles), fc.array(fc.integer({min: 1, max: 9}), {minLength: 1}), (text, one, sizes) => {
		t.deepEqual(cutInChunks(one, text, index => sizes[index % sizes.length]!), cut(one, text));
	}), {numRuns: 1500});
});

test('pieces follow each other without a gap and point at the exact bytes, whatever the bytes are', t => {
	const bytes = fc.oneof(fc.uint8Array({maxLength: 300}).map(array => Buffer.from(array)), hostile.map(text => Buffer.from(text)));
	fc.assert(fc.property(bytes, fc.constantFrom(...styles), (buffer, one) => {
		const pieces = cut(one, buffer);
		t.is(rebuilt(pieces, buffer), buffer.length);
		const counted = pieces.filter(({kind}) => kind !== 'passed').map(({record}) => record);
		t.deepEqual(counted, counted.map((_, index) => index + 1));
	}), {numRuns: 1500});
});
