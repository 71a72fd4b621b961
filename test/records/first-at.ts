import test from 'ava';
import {firstAt} from '../../source/records/first-at.ts';

test('the first number that is not below another is where a look at each finds it', t => {
	for (const numbers of [[], [3], [1, 1, 2, 5, 5, 9], [0, 4, 4, 4]]) {
		for (let wanted = -1; wanted <= 10; wanted++) {
			for (let length = 0; length <= numbers.length; length++) {
				t.is(firstAt(numbers, wanted, length), numbers.slice(0, length).filter(number => number < wanted).length);
			}

			t.is(firstAt(numbers, wanted), numbers.filter(number => number < wanted).length);
		}
	}
});
