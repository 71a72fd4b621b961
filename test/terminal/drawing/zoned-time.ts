import test from 'ava';
import {zonedTime} from '../../../source/terminal/drawing/zoned-time.ts';

const instant = Date.UTC(2020, 9, 3, 2, 3, 11) * 1000;

test('a moment is shown as the clocks of the zone showed it, always in nineteen columns', t => {
	t.is(zonedTime(instant, 'UTC'), '2020-10-03 02:03:11');
	t.is(zonedTime(instant, 'America/Toronto'), '2020-10-02 22:03:11');
	t.is(zonedTime(instant, 'Asia/Kolkata'), '2020-10-03 07:33:11');
});

test('midnight is hour 00', t => {
	t.is(zonedTime(Date.UTC(2020, 9, 3, 4) * 1000, 'America/Toronto'), '2020-10-03 00:00:00');
});
