import test from 'ava';
import fc from 'fast-check';
import {fitCounted, fitWords} from '../../../source/terminal/text/fit-words.ts';
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

test('a name that stands for several is cut, and never of how many it is one', t => {
	t.is(fitCounted('C1002 +4,999', 12), 'C1002 +4,999');
	t.is(fitCounted('customer-1002 +4,999', 14), 'custom… +4,999');
	t.is(fitCounted('漢漢漢漢漢漢 +2', 8), '漢漢… +2');
	t.is(fitCounted('customer-1002', 8), 'customer-1002');
});
