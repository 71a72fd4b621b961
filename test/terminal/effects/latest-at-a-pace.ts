import test from 'ava';
import {latestAtAPace} from '../../../source/terminal/effects/latest-at-a-pace.ts';

test('of what comes in a heap the first is handed on at once, and of the others the last', async t => {
	const handed: number[] = [];
	await new Promise<void>(resolve => {
		const paced = latestAtAPace((value: number) => {
			handed.push(value);
			if (value === 999) {
				paced.stop();
				resolve();
			}
		});
		for (let value = 0; value < 1000; value++) {
			paced.push(value);
		}

		t.deepEqual(handed, [0]);
	});
	t.deepEqual(handed, [0, 999]);
});

test('what waits when it is stopped is no news any more', t => {
	const handed: number[] = [];
	const paced = latestAtAPace((value: number) => {
		handed.push(value);
	});
	for (const value of [1, 2]) {
		paced.push(value);
	}

	paced.stop();
	paced.push(3);
	paced.stop();
	t.deepEqual(handed, [1, 3]);
});
