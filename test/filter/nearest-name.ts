import test from 'ava';
import {filterFields} from '../../source/filter/filter.ts';
import {nearestName} from '../../source/records/nearest-name.ts';

test('a slip of the finger finds the name that was meant', t => {
	const pairs = [['emploee', 'employee'], ['emplyoee', 'employee'], ['Custmer', 'customer'], ['coutnry', 'country'], ['cust', 'customer'], ['data-type', 'data'], ['pi', 'ip'], ['tiem', 'time']];
	t.deepEqual(pairs.map(([word = '']) => [word, nearestName(word, filterFields)]), pairs);
});

test('what is near nothing finds nothing', t => {
	for (const word of ['', 'zzzz', 'https', 'x'.repeat(10_000)]) {
		t.is(nearestName(word, filterFields), undefined, word.slice(0, 10));
	}
});

test('of equally near names the first one wins', t => {
	t.is(nearestName('bat', ['cat', 'hat']), 'cat');
	t.is(nearestName('bat', ['hat', 'cat']), 'hat');
});
