import test from 'ava';
import {coverageOf} from '../../../source/investigation/packaged/system-coverage.ts';

test('of each system the first and the last day are told, and days between without a record, alone and in stretches', t => {
	const day = Date.UTC(2020, 9, 1) / 86_400_000;
	t.deepEqual(coverageOf([{system: 'crm', days: [day, day + 1, day + 3, day + 7], events: [1, 1, 1, 1]}, {days: [day], events: [2]}, {system: 'mail', days: [], events: []}]), [
		{system: 'crm', first: '2020-10-01', last: '2020-10-08', days: 4, gaps: ['2020-10-03', '2020-10-05..2020-10-07']},
		{first: '2020-10-01', last: '2020-10-01', days: 1, gaps: []},
	]);
});
