import test from 'ava';
import {rowStretches} from '../../../source/store/questions/row-stretches.ts';

test('all rows up to the last are in one stretch, the last one too', t => {
	for (const [last, length] of [[0, 10], [9, 10], [10, 10], [1234, 7]] as const) {
		t.deepEqual(rowStretches(last, length).flatMap(({from, to}) => Array.from({length: to - from}, (_, place) => from + place)), Array.from({length: last + 1}, (_, row) => row));
	}
});
