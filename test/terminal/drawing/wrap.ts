import test from 'ava';
import fc from 'fast-check';
import {wrapVerbatim, wrapWords} from '../../../source/terminal/drawing/wrap.ts';
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
