import test from 'ava';
import {berlin, day, days, firstDay, hour, isWorkday, london, losAngeles, naiveText, offsetText, toronto, wallTime} from '../../source/demo/calendar.ts';

const zones = [[losAngeles, 'America/Los_Angeles'], [toronto, 'America/Toronto'], [london, 'Europe/London'], [berlin, 'Europe/Berlin']] as const;

test('the clocks of the demo agree with the time zones of Node in every hour of its season', t => {
	for (const [clock, timeZone] of zones) {
		const format = new Intl.DateTimeFormat('sv-SE', {timeZone, dateStyle: 'short', timeStyle: 'medium'});
		for (let at = firstDay; at < firstDay + (days * day); at += hour) {
			if (naiveText(clock, at) !== format.format(at)) {
				t.fail(`${timeZone} ${new Date(at).toISOString()}: ${naiveText(clock, at)} is ${format.format(at)}`);
			}
		}
	}

	t.pass();
});

test('a time with an offset is the moment itself', t => {
	for (const at of [firstDay, Date.UTC(2020, 9, 31, 20), Date.UTC(2020, 10, 1, 8, 30), Date.UTC(2020, 10, 1, 9, 30)]) {
		for (const [clock] of zones) {
			t.is(Date.parse(offsetText(clock, at)), at);
		}
	}
});

test('a wall clock time gives the moment that shows it', t => {
	t.is(naiveText(losAngeles, wallTime(losAngeles, 66, 22.5)), '2020-10-01 22:30:00');
	t.is(naiveText(losAngeles, wallTime(losAngeles, 98, 9)), '2020-11-02 09:00:00');
	t.is(naiveText(berlin, wallTime(berlin, 91, 9)), '2020-10-26 09:00:00');
});

test('the first day is a Monday', t => {
	t.is(new Date(firstDay).getUTCDay(), 1);
	t.deepEqual([0, 4, 5, 6, 7].map(index => isWorkday(index)), [true, true, false, false, true]);
});
