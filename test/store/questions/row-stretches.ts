import test from 'ava';
import {rowStretches, stretchesAround} from '../../../source/store/questions/row-stretches.ts';
import {makeDice} from '../../helpers/world-dice.ts';

test('all rows up to the last are in one stretch, the last one too', t => {
	for (const [last, length] of [[0, 10], [9, 10], [10, 10], [1234, 7]] as const) {
		t.deepEqual(rowStretches(last, length).flatMap(({from, to}) => Array.from({length: to - from}, (_, place) => from + place)), Array.from({length: last + 1}, (_, row) => row));
	}
});

test('rows of two exports far apart are in two stretches, and what lies between them in none', t => {
	t.deepEqual(stretchesAround([10_000_007, 12, 5, 10_000_000, 900]), [{from: 5, to: 901}, {from: 10_000_000, to: 10_000_008}]);
	t.deepEqual(stretchesAround([7]), [{from: 7, to: 8}]);
	t.deepEqual(stretchesAround([]), []);
});

test('each row is in one stretch, however many there are and wherever they lie, and the stretches stay few', t => {
	const dice = makeDice(11);
	for (let round = 0; round < 50; round++) {
		const rows = Array.from({length: dice.between(1, 400)}, () => dice.between(0, 10_000_000));
		const stretches = stretchesAround(rows);
		t.true(stretches.length <= 64);
		t.deepEqual(rows.map(row => stretches.filter(({from, to}) => row >= from && row < to).length), rows.map(() => 1));
	}
});
