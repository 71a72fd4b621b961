import test from 'ava';
import fc from 'fast-check';
import {csvLine, guardFormula, unguardFormula} from '../../source/document/csv.ts';
import {readCsv} from '../../source/document/csv-reader.ts';

const pieces = async function * (text: string, size: number): AsyncGenerator<string> {
	for (let index = 0; index < text.length; index += size) {
		yield text.slice(index, index + size);
	}
};

test('a record follows RFC 4180', t => {
	t.is(csvLine(['a', 'b,c', 'd"e', 'f\ng', undefined, 7, true], {guarded: false}), 'a,"b,c","d""e","f\ng",,7,true\r\n');
	t.is(csvLine([''], {guarded: false}), '""\r\n');
});

test('a text that begins a formula is guarded, a number of ours is not', t => {
	for (const cell of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx']) {
		t.is(guardFormula(cell), `'${cell}`);
	}

	t.is(csvLine([-5, '-5', 'a=b', '\'t Hooft'], {guarded: true}), '-5,\'-5,a=b,\'t Hooft\r\n');
	t.is(csvLine(['=1'], {guarded: false}), '=1\r\n');
});

test('a guard can be taken away again, whatever the text', t => {
	fc.assert(fc.property(fc.array(fc.constantFrom('\'', '=', '-', 'a', '\t')), characters => {
		const text = characters.join('');
		return unguardFormula(guardFormula(text)) === text;
	}));
	t.pass();
});

test('what is written is read again, in chunks of any size', async t => {
	const cell = fc.array(fc.constantFrom('a', '"', ',', '\r', '\n', ' ', 'é')).map(parts => parts.join(''));
	await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, {minLength: 1, maxLength: 4}), {maxLength: 5}), fc.integer({min: 1, max: 9}), async (rows, size) => {
		const text = rows.map(row => csvLine(row, {guarded: false})).join('');
		const read: Array<readonly string[]> = [];
		for await (const record of readCsv(pieces(text, size))) {
			read.push(record);
		}

		t.deepEqual(read, rows);
	}), {numRuns: 500});
});

test('a table that is not RFC 4180 is refused with its record', async t => {
	const drain = async (text: string, maximum?: number): Promise<void> => {
		for await (const record of readCsv(pieces(text, 3), maximum)) {
			t.truthy(record);
		}
	};

	await t.throwsAsync(drain('a,b\r\n"c'), {message: /no end/});
	await t.throwsAsync(drain('a"b'), {message: /inside an unquoted/});
	await t.throwsAsync(drain('"a"b'), {message: /follows a closing quote/});
	await t.throwsAsync(drain('a\rb'), {message: /carriage return/});
	await t.throwsAsync(drain('a'.repeat(100), 10), {message: /too long/});
});
