import test from 'ava';
import fc from 'fast-check';
import {JsonSplitter, type JsonShape} from '../../source/files/json-splitter.ts';
import {cut, cutInChunks, kindsOf, type Cut} from '../helpers/splitting.ts';

const array = {kind: 'array'} as const;
const values = {kind: 'values'} as const;
const records = {kind: 'key', key: 'Records'} as const;
const texts = (cuts: readonly Cut[]): readonly string[] => cuts.map(({text}) => text);

test('the elements of an array are records, with their pointers', t => {
	const cuts = cut(array, '[{"a":1}, {"a":"]}\\""},\n{"a":[1,{"b":2}]}]');
	t.deepEqual(texts(cuts), ['{"a":1}', '{"a":"]}\\""}', '{"a":[1,{"b":2}]}']);
	t.deepEqual(cuts.map(({pointer, offset}) => [pointer, offset]), [['/0', 1], ['/1', 10], ['/2', 24]]);
});

test('the elements under a key are records, and what stands around the array is not', t => {
	const cuts = cut(records, '{"meta":{"Records":[0]},"x":"Records","Records":[{"a":1},{"a":2}],"next":["y"]}');
	t.deepEqual(texts(cuts), ['{"a":1}', '{"a":2}']);
	t.deepEqual(cuts.map(({pointer}) => pointer), ['/Records/0', '/Records/1']);
});

test('a key with a slash is escaped in the pointer', t => {
	t.deepEqual(cut({kind: 'key', key: 'a/b~c'}, '{"a/b~c":[{}]}').map(({pointer}) => pointer), ['/a~1b~0c/0']);
});

test('objects one after another are records, pretty-printed or not', t => {
	const cuts = cut(values, '{"a":1}{"a":2}\n{\n  "a": 3\n}\n');
	t.deepEqual(texts(cuts), ['{"a":1}', '{"a":2}', '{\n  "a": 3\n}']);
	t.deepEqual(cuts.map(({rewrite}) => rewrite), [undefined, undefined, '{   "a": 3 }\n']);
	t.deepEqual(cuts.map(({pointer}) => pointer), [undefined, undefined, undefined]);
});

test('a byte order mark between documents is no part of a record', t => {
	t.deepEqual(cut(values, '{"a":1}\uFEFF{"a":2}\n\uFEFF{"a":3}').map(({kind, offset, text}) => [kind, offset, text]), [['record', 0, '{"a":1}'], ['record', 10, '{"a":2}'], ['record', 21, '{"a":3}']]);
	t.deepEqual(texts(cut(records, '{"Records":[{"a":1}]}\n\uFEFF{"Records":[{"a":2}]}')), ['{"a":1}', '{"a":2}']);
	t.deepEqual(texts(cutInChunks(values, '{"a":1}\uFEFF{"a":2}', () => 1)), ['{"a":1}', '{"a":2}']);
});

test('a record that lost its last bracket is rejected alone', t => {
	for (const shape of [array, records]) {
		const text = `${shape.kind === 'key' ? '{"Records":' : ''}[\n{"a":1},\n{"a":{"b":2},\n{"a":3},\n{"a":4}\n]${shape.kind === 'key' ? '}' : ''}`;
		const cuts = cut(shape, text);
		t.deepEqual(cuts.map(({kind, text: shown}) => [kind, shown]), [['record', '{"a":1}'], ['rejected', '{"a":{"b":2}'], ['record', '{"a":3}'], ['record', '{"a":4}']]);
		t.is(cuts[1]!.reason, 'the record is torn: it ends before its last bracket');
	}
});

test('a record that lost the end of a string is rejected alone', t => {
	const cuts = cut(values, '{"a":1}\n{"a":"two\n{"a":3}\n');
	t.deepEqual(cuts.map(({kind, text}) => [kind, text]), [['record', '{"a":1}'], ['rejected', '{"a":"two'], ['record', '{"a":3}']]);
});

test('a document that ends inside a record rejects that record', t => {
	for (const [shape, text] of [[array, '[{"a":1},{"a":'], [records, '{"Records":[{"a":1},{"a":"x'], [values, '{"a":1}{"a":[1,']] as const) {
		t.deepEqual(kindsOf(cut(shape, text)), ['record', 'rejected'], text);
	}
});

test('a bracket too many is a record that is not understood, and hides nothing behind it', t => {
	for (const [shape, text] of [
		[array, '[{"a":1}},{"a":2},{"a":3}]'], [records, '{"Records":[{"a":1}},{"a":2},{"a":3}]}'],
	] as const) {
		t.deepEqual(texts(cut(shape, text)), ['{"a":1}', '}', '{"a":2}', '{"a":3}']);
	}

	for (const [shape, text] of [
		[array, '[{"a":1}],{"a":2},{"a":3}]'], [array, '[{"a":1}]\n]\n[{"a":2},{"a":3}]'],
		[records, '{"n":{"b":1},"Records":[{"a":1}],{"a":2},{"a":3}],"next":{"x":[{"y":1}]}}'], [records, '{"Records":[{"a":1}]},{"a":2},{"a":3}]}'],
	] as const) {
		t.deepEqual(texts(cut(shape, text)), ['{"a":1}', '{"a":2}', '{"a":3}'], text);
	}
});

test('a document that ends before its brackets are closed says so, even between two records', t => {
	const isOpen = (shape: JsonShape, text: string): boolean => {
		const splitter = new JsonSplitter(shape, {wants: () => false, visit() {/* only its end matters */}});
		splitter.push(Buffer.from(text), 0, true);
		return splitter.open;
	};

	for (const [shape, text] of [[array, '[{"a":1},'], [array, '[{"a":1}'], [records, '{"Records":[{"a":1}]'], [records, '{"Records":[{"a":']] as const) {
		t.true(isOpen(shape, text), text);
	}

	for (const [shape, text] of [[array, '[{"a":1}]'], [array, '[]\n'], [records, '{"Records":[{"a":1}],"next":null}\n'], [values, '{"a":1}\n{']] as const) {
		t.false(isOpen(shape, text), text);
	}
});

test('a record with a control character that the engine cannot hold is rejected', t => {
	t.deepEqual(kindsOf(cut(array, '[{"a":"x\u0001"},{"a":"x\0"},{"a":"x"}]')), ['rejected', 'rejected', 'record']);
});

test('brackets nested ten thousand deep are one record', t => {
	const deep = `{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}`;
	t.deepEqual(texts(cut(array, `[${deep},{"a":1}]`)), [deep, '{"a":1}']);
});

const hostile = fc.array(fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', '\n', '\r\n', ' ', '"Records"', '{"a":1}', '\n{"b":"x"}', '\0', '\u00E9', '1'), {maxLength: 40}).map(parts => parts.join(''));

test('any chunking of the same bytes gives the same records, each at its own place', t => {
	fc.assert(fc.property(hostile, fc.constantFrom(array, values, records), fc.array(fc.integer({min: 1, max: 9}), {minLength: 1}), (text, shape, sizes) => {
		const bytes = Buffer.from(text);
		const cuts = cut(shape, bytes);
		t.deepEqual(cutInChunks(shape, bytes, index => sizes[index % sizes.length]!), cuts);
		t.deepEqual(cuts.map(({record}) => record), cuts.map((_, index) => index + 1));
		t.true(cuts.every(({offset, length, text: shown}) => bytes.toString('utf8', offset, offset + length) === shown));
	}), {numRuns: 1500});
});

test('a torn record that does not begin its line ends alike in chunks of any size', t => {
	const bytes = Buffer.from('}[\n{}"\n{');
	const whole = outcomes(bytes, {kind: 'values'}, bytes.length);
	for (const size of [1, 2, 3, 5]) {
		t.deepEqual(outcomes(bytes, {kind: 'values'}, size), whole, `${size}`);
	}

	t.deepEqual(whole, ['record 0+1', 'rejected 1+2', 'record 3+2', 'rejected 5+2', 'rejected 7+1']);
});

const outcomes = (bytes: Buffer, shape: JsonShape, size: number): readonly string[] => {
	const found: string[] = [];
	const splitter = new JsonSplitter(shape, {wants: () => true, visit: ({kind, offset, span}) => found.push(`${kind} ${offset}+${span}`)});
	let carry: Buffer = Buffer.alloc(0);
	let base = 0;
	for (let at = 0; at < bytes.length; at += size) {
		const window = Buffer.concat([carry, bytes.subarray(at, at + size)]);
		const done = splitter.push(window, base, false);
		carry = window.subarray(done);
		base += done;
	}

	splitter.push(carry, base, true);
	return found;
};
