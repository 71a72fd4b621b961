import test from 'ava';
import {makeRandom} from '../../source/demo/random.ts';

const draw = (seed: string, count = 8): readonly number[] => {
	const random = makeRandom(seed);
	return Array.from({length: count}, () => random.next());
};

test('the same seed draws the same numbers, and a near seed draws others', t => {
	t.deepEqual(draw('7/crm'), draw('7/crm'));
	t.notDeepEqual(draw('7/crm'), draw('8/crm'));
	t.notDeepEqual(draw('7/crm'), draw('7/shop'));
});

test('numbers are spread evenly and stay in their bounds', t => {
	const random = makeRandom('spread');
	const counts = Array.from({length: 10}, () => 0);
	for (let index = 0; index < 10_000; index++) {
		counts[random.below(10)]!++;
		const inside = random.between(3, 5);
		t.true(inside >= 3 && inside <= 5);
	}

	t.true(counts.every(count => count > 850 && count < 1150), String(counts));
});
