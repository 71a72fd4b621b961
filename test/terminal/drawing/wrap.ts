import test from 'ava';
import fc from 'fast-check';
import {wrapSentences, wrapVerbatim, wrapWithin, wrapWords} from '../../../source/terminal/drawing/wrap.ts';
import {cpuTime} from '../../helpers/cpu-time.ts';
import {textWidth} from '../../../source/terminal/text/fit-text.ts';

test('a verbatim text loses no character when it is wrapped', t => {
	fc.assert(fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 2, max: 40}), (text, width) => wrapVerbatim(text, width).join('') === text));
	t.pass();
});

test('words are kept whole unless one alone is too long', t => {
	t.deepEqual(wrapWords('no field here; did you mean employee', 14), ['no field here;', 'did you mean', 'employee']);
	t.deepEqual(wrapWords('see aaaaaaaaaaaa now', 5), ['see', 'aaaaa', 'aaaaa', 'aa', 'now']);
});

test('no row is wider than asked', t => {
	fc.assert(fc.property(fc.string(), fc.integer({min: 2, max: 30}), (text, width) => wrapWords(text, width).every(row => textWidth(row) <= width)));
	t.pass();
});

test('a verbatim text of a megabyte is wrapped in a moment', t => {
	const text = '{"a":"y y"},'.repeat(90_000);
	const work = cpuTime(() => {
		t.is(wrapVerbatim(text, 100).length, 10_800);
	});
	// Character by character it took minutes.
	t.true(work < 300, `${work} ms`);
	t.deepEqual(wrapVerbatim('abcd', 2), ['ab', 'cd']);
	t.deepEqual(wrapVerbatim('', 2), ['']);
});

test('in too few rows the longest of several sentences gives way, and shows that it did', t => {
	t.deepEqual(wrapSentences(['first', 'one two three four', 'last'], 5, 4), ['first', 'one', 'two…', 'last']);
	t.deepEqual(wrapSentences(['first', 'one two', 'last'], 5, 9), ['first', 'one', 'two', 'last']);
	t.deepEqual(wrapWithin('exact words', 5, 1), ['exac…']);
	t.is(wrapSentences(['a', 'b', 'c'], 5, 2).length, 2);
});

test('no row is wider than asked for, and the words stand in their order, whatever they are made of', t => {
	const words = ['a', 'é', '漢字', '👍🏽', 'sentence', '–', '한국어', 'naïve', 'x'.repeat(30), '漢'.repeat(20)];
	for (const width of [4, 9, 20, 76]) {
		for (let from = 0; from < 60; from++) {
			const text = Array.from({length: 40}, (_, at) => words[(from * 7 + at * 3 + at * at) % words.length]!).join(' ');
			const rows = wrapWords(text, width);
			t.true(rows.every(row => textWidth(row) <= width), text);
			t.is(rows.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
			// Nothing that fits is put on a row of its own.
			t.true(rows.every((row, at) => at === 0 || textWidth(`${rows[at - 1]!} ${row.split(' ')[0]!}`) > width), text);
		}
	}
});
