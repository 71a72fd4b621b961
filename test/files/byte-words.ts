import test from 'ava';
import fc from 'fast-check';
import {everyByte, mayMean, wordsOf, zeroBytes} from '../../source/files/byte-words.ts';

const fourBytes = fc.array(fc.oneof(fc.constantFrom(0, 1, 9, 10, 13, 32, 34, 35, 44, 127, 128, 255), fc.integer({min: 0, max: 255})), {minLength: 4, maxLength: 4});

const wordOf = (bytes: readonly number[]): number => Buffer.from(bytes).readInt32LE();

test('the bytes of a word that are one byte are counted as by looking at each', t => {
	fc.assert(fc.property(fourBytes, fc.integer({min: 1, max: 255}), (bytes, wanted) => zeroBytes(wordOf(bytes) ^ Math.imul(wanted, everyByte)) === bytes.filter(byte => byte === wanted).length), {numRuns: 5000});
	t.pass();
});

test('a word with a line end, a quote or a NUL is never passed over, and one without a byte up to the quote always is', t => {
	fc.assert(fc.property(fourBytes, bytes => {
		const may = mayMean(wordOf(bytes));
		return bytes.some(byte => byte <= 34) ? may : !may;
	}), {numRuns: 5000});
	t.pass();
});

test('the words of a window stand where its bytes do, wherever in memory it begins', t => {
	const memory = Buffer.from(Array.from({length: 64}, (_, index) => index + 1));
	for (let from = 0; from < 8; from++) {
		for (let length = 0; length < 16; length++) {
			const window = memory.subarray(from, from + length);
			const lead = window.byteOffset % 4;
			const words = wordsOf(window);
			t.is(words.length, Math.floor((length + lead) / 4));
			for (let index = lead > 0 ? 1 : 0; index < words.length; index++) {
				t.is(words[index], window.readInt32LE(index * 4 - lead));
			}
		}
	}
});
