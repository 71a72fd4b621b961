import test from 'ava';
import {gapsBetween} from '../../../source/investigation/packaged/system-coverage.ts';

test('days without a record between days with one are told, alone and in stretches', t => {
	const day = Date.UTC(2020, 9, 1) / 86_400_000;
	t.deepEqual(gapsBetween([day, day + 1, day + 3, day + 7]), ['2020-10-03', '2020-10-05..2020-10-07']);
	t.deepEqual(gapsBetween([day]), []);
	t.deepEqual(gapsBetween([]), []);
});
