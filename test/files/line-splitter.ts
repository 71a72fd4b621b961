import test from 'ava';
import fc from 'fast-check';
import {cut, cutInChunks, kindsOf, rebuilt} from '../helpers/splitting.ts';

const lines = {kind: 'lines', lineEnd: '\n'} as const;

test('each line that is not blank is a record', t => {
	t.deepEqual(cut(lines, '{"a":1}\n\n \t\n{"a":2}').map(({kind, record, offset, text}) => [kind, record, offset, text]), [
		['record', 1, 0, '{"a":1}'], ['passed', 2, 8, ''], ['passed', 2, 9, ' \t'], ['record', 2, 12, '{"a":2}'],
	]);
});

test('a line with another line end than the first is rewritten', t => {
	t.deepEqual(kindsOf(cut(lines, '{"a":1}\r\n{"a":2}\n{"a":3}\r')), ['rewritten', 'record', 'rewritten']);
	t.deepEqual(kindsOf(cut({...lines, lineEnd: '\r\n'}, '{"a":1}\r\n{"a":2}\n')), ['record', 'rewritten']);
});

test('a line with a control character that the engine cannot hold is rejected', t => {
	t.deepEqual(kindsOf(cut(lines, '{"a":"\0"}\n{"a":"\u0001"}\n{"a":"\u0002"}\n')), ['rejected', 'rejected', 'record']);
});

test('a lone carriage return is white space of JSON where it may stand, and else rejects its line', t => {
	const cuts = cut(lines, '\r{"a":\r1}\n{"a":"x\ry"}\n{"a":1}\n');
	t.deepEqual(cuts.map(({kind, rewrite, reason}) => [kind, rewrite ?? reason]), [['rewritten', ' {"a": 1}\n'], ['rejected', 'not valid JSON'], ['record', undefined]]);
});

test('lone carriage returns between values of JSON end their lines', t => {
	const cuts = cut(lines, '{"a":1}\r{"a":2}\r{"a":3}\r\n{"a":4}\n');
	t.deepEqual(cuts.map(({kind, record, offset, text}) => [kind, record, offset, text]), [
		['rewritten', 1, 0, '{"a":1}'], ['rewritten', 2, 8, '{"a":2}'], ['rewritten', 3, 16, '{"a":3}'], ['record', 4, 25, '{"a":4}'],
	]);
});

test('a byte order mark before a record is no part of it', t => {
	const cuts = cut(lines, '{"a":1}\n\uFEFF{"a":2}\n');
	t.deepEqual(cuts.map(({kind, record, offset, text}) => [kind, record, offset, text]), [['record', 1, 0, '{"a":1}'], ['passed', 2, 8, '\uFEFF'], ['record', 2, 11, '{"a":2}']]);
});

test('a line of 20 MB is one rejected record with its first 200 bytes', t => {
	const text = `{"a":1}\n${'x'.repeat(20 * 1024 * 1024)}\n{"a":2}\n`;
	const cuts = cutInChunks(lines, text, () => 1 << 20);
	t.deepEqual(cuts.map(({kind, length, span}) => [kind, length, span]), [['record', 7, 8], ['rejected', 200, text.length - 16], ['record', 7, 8]]);
});

test('any chunking of any bytes gives the same pieces, without a gap', t => {
	const bytes = fc.oneof(fc.uint8Array({maxLength: 200}).map(array => Buffer.from(array)), fc.array(fc.constantFrom('{"a":1}', '\uFEFF', '{"a":1}\r', '\n', '\r\n', '\r', ' ', '\0', '\u00E9')).map(parts => Buffer.from(parts.join(''))));
	fc.assert(fc.property(bytes, fc.array(fc.integer({min: 1, max: 9}), {minLength: 1}), (buffer, sizes) => {
		const cuts = cut(lines, buffer);
		t.deepEqual(cutInChunks(lines, buffer, index => sizes[index % sizes.length]!), cuts);
		t.is(rebuilt(cuts, buffer), buffer.length);
	}), {numRuns: 1000});
});
