import test from 'ava';
import fc from 'fast-check';
import {fitWords} from '../../../source/terminal/text/fit-words.ts';
import {textWidth} from '../../../source/terminal/text/fit-text.ts';

test('as many words as fit, and how many more there are', t => {
	const words = ['email', 'name', 'order_history'];
	t.is(fitWords(words, 24), 'email name order_history');
	t.is(fitWords(words, 23), 'email name +1');
	t.is(fitWords(words, 12), 'email +2');
	t.is(fitWords(words, 7), 'ema… +2');
	t.is(fitWords(['order_history'], 8), 'order_history');
	t.is(fitWords([], 8), '');
});

test('two words or more never take more room than there is', t => {
	fc.assert(fc.property(fc.array(fc.string({minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'é', '漢', '_')}), {minLength: 2, maxLength: 9}), fc.integer({min: 5, max: 40}), (words, width) => {
		t.true(textWidth(fitWords(words, width)) <= width);
	}));
});
