import test from 'ava';
import {dayText, silentDays} from '../../source/records/silent-days.ts';

test('stretches without a day are those between the days, and before and behind them within the range', t => {
	t.deepEqual(silentDays([3, 4, 8], {from: 1, to: 8}), [{from: 1, to: 2}, {from: 5, to: 7}]);
	t.deepEqual(silentDays([1, 2], {from: 1, to: 4}), [{from: 3, to: 4}]);
	t.deepEqual(silentDays([1, 2], {from: 1, to: 2}), []);
});

test('a day counted from 1970 is written as a date', t => {
	t.is(dayText(Date.UTC(2020, 9, 3) / 86_400_000), '2020-10-03');
});
