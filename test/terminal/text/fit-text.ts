import test from 'ava';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {cutMiddle, cutText, fitText, textWidth} from '../../../source/terminal/text/fit-text.ts';
import {fitValue} from '../../../source/terminal/text/fit-value.ts';
import {cpuTime} from '../../helpers/cpu-time.ts';

test('a short text is filled up on the side that its alignment says', t => {
	t.is(fitText('abc', 6), 'abc   ');
	t.is(fitText('abc', 6, 'right'), '   abc');
	t.is(fitText('abc', 6, 'middle'), ' abc  ');
});

test('a long text is cut with an ellipsis', t => {
	t.is(fitText('abcdef', 4), 'abc…');
	t.is(fitText('abcdef', 1), '…');
	t.is(fitText('abcdef', 0), '');
	t.is(fitText('abcdef', -1), '');
	t.is(fitText('abcdef', 6), 'abcdef');
});

test('a wide character is never cut in half', t => {
	t.is(fitText('山田太郎', 5), '山田…');
	t.is(fitText('山田太郎', 6), '山田… ');
	t.is(fitText('山田太郎', 8), '山田太郎');
	t.is(fitText('👩‍👩‍👧x', 2), '… ');
	t.is(fitText('👩‍👩‍👧x', 3), '👩‍👩‍👧x');
});

test('marks stay with their letter', t => {
	t.is(fitText('e\u0301e\u0301e\u0301', 2), 'e\u0301…');
	t.is(textWidth('e\u0301'), 1);
});

test('the ends of a path are kept and its middle goes', t => {
	t.is(cutMiddle('/exports/2020/october/crm.csv', 15), '/export…crm.csv');
	t.is(cutMiddle('short', 15), 'short');
	t.is(cutMiddle('山田太郎山田太郎', 9), '山田…太郎');
	t.is(cutMiddle('abcdef', 2), 'a…');
});

const anyText = fc.string({unit: fc.oneof(fc.constantFrom('a', ' ', '山', 'é', 'e\u0301', '👩‍💻', '🇩🇪', '\u200B', 'ﾊﾟ', 'क्षि', '각'), fc.string({unit: 'grapheme', maxLength: 1, minLength: 1})), maxLength: 20});

test('a fitted text is exactly as wide as asked for', t => {
	fc.assert(fc.property(anyText, fc.integer({min: 0, max: 30}), fc.constantFrom('left', 'right', 'middle'), (text, width, align) => {
		t.is(stringWidth(fitText(text, width, align as 'left')), width);
	}), {numRuns: 2000});
});

test('a cut text is at most as wide as asked for and begins or ends like the text', t => {
	fc.assert(fc.property(anyText, fc.integer({min: 1, max: 30}), (text, width) => {
		const cut = cutText(text, width);
		t.true(stringWidth(cut) <= width);
		t.true(cut === text || text.startsWith(cut.slice(0, -1)));
		t.true(stringWidth(cutMiddle(text, width)) <= width);
	}), {numRuns: 2000});
});

test('what would move the cursor in a value is shown instead', t => {
	t.is(fitValue('a\u001B[2Jb', 8), 'a␛[2Jb  ');
	t.is(fitValue('a\u202Eb', 12), 'a⟨U+202E⟩b  ');
	t.is(fitValue('line\nline', 10, 'right'), ' line␊line');
});

test('a value of a megabyte costs no more than what is seen of it', t => {
	const value = '\u001B山e\u0301'.repeat(300_000);
	t.true(cpuTime(() => {
		for (let round = 0; round < 100; round++) {
			fitValue(value, 20);
		}
	}) < 500);
	t.is(stringWidth(fitValue(value, 20)), 20);
});

test('a long text is as wide as its characters, and is cut without looking at what is not seen', t => {
	fc.assert(fc.property(fc.array(anyText, {minLength: 30, maxLength: 60}), texts => {
		const text = texts.join('');
		t.is(textWidth(text), stringWidth(text));
		t.is(cutText(text, stringWidth(text)), text);
		t.true(stringWidth(cutText(text, 40)) <= 40);
	}), {numRuns: 100});
	const long = '山e\u0301'.repeat(300_000);
	const work = cpuTime(() => {
		t.is(cutText(long, 9), '山e\u0301山e\u0301山…');
	});
	t.true(work < 100, `${work} ms`);
});

test('the signs that the screen is drawn with are as wide as they are long', t => {
	for (let code = 0x25_00; code <= 0x25_FA; code++) {
		t.is(stringWidth(String.fromCodePoint(code)), 1);
	}

	t.is(stringWidth('·–—…←↑→↓✓✕✗‘’“”'), 15);
	t.is(textWidth('├─ 5,558 events · 571 ▁▂█ …'), 27);
});
