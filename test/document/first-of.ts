import test from 'ava';
import {firstOf} from '../../source/document/first-of.ts';

test('of many the first are named and the others counted', t => {
	t.is(firstOf([]), '');
	t.is(firstOf(['a', 'b', 'c', 'd', 'e']), 'a, b, c, d, e');
	t.is(firstOf(Array.from({length: 1206}, (_, index) => `E${index}`)), 'E0, E1, E2, E3, E4 and 1,201 more');
});
