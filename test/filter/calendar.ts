import test from 'ava';
import {addDays, dayOf, instantsOf, isDate, isoWeekStart, isTimezone, localTimeOf, startOfDay} from '../../source/records/calendar.ts';
import {formatInstant} from '../../source/records/instant.ts';

const start = (date: string, zone: string): string => formatInstant(startOfDay(date, zone));

test('a day starts at its midnight, in summer and in winter', t => {
	t.is(start('2020-07-01', 'Europe/London'), '2020-06-30T23:00:00Z');
	t.is(start('2020-12-01', 'Europe/London'), '2020-12-01T00:00:00Z');
	t.is(start('2020-10-01', 'Asia/Kathmandu'), '2020-09-30T18:15:00Z');
	t.is(start('1970-06-01', 'Africa/Monrovia'), '1970-06-01T00:44:30Z');
});

test('where the clocks skip midnight, the day starts at the jump', t => {
	t.is(start('2018-11-04', 'America/Sao_Paulo'), '2018-11-04T03:00:00Z');
	t.is(dayOf(startOfDay('2018-11-04', 'America/Sao_Paulo') - 1, 'America/Sao_Paulo'), '2018-11-03');
});

test('where the clocks show midnight twice, the earlier one starts the day', t => {
	t.is(start('2020-11-01', 'America/Havana'), '2020-11-01T04:00:00Z');
	t.is(start('2009-11-01', 'America/St_Johns'), '2009-11-01T02:30:00Z');
});

test('a day that a zone left out starts with the next one', t => {
	t.is(start('2011-12-30', 'Pacific/Apia'), start('2011-12-31', 'Pacific/Apia'));
	t.is(start('2011-12-31', 'Pacific/Apia'), '2011-12-30T10:00:00Z');
});

/** Days on which the clocks of a zone change in some years, and the days beside them. */
const daysToTry = ['1970-01-01', '1987-04-05', '1999-03-28', '2007-11-04', '2011-03-27', '2018-02-18', '2019-10-06', '2020-03-22', '2020-03-29', '2020-10-25', '2021-03-14', '2022-03-22', '2024-02-29', '2037-10-25'];

test('in every zone the first moment of a day is in the day, and the moment before is not', t => {
	for (const zone of Intl.supportedValuesOf('timeZone')) {
		for (const date of daysToTry.flatMap(day => [day, addDays(day, 1)])) {
			const first = startOfDay(date, zone);
			const found = [dayOf(first, zone), dayOf(first - 1, zone) < date];
			if (found[0] !== date || !found[1]) {
				t.fail(`${zone} ${date}: ${found.join(' ')}`);
			}
		}
	}

	t.pass();
});

test('a clock reading stands for no moment, one or two', t => {
	t.deepEqual(instantsOf('2020-03-29T01:30:00', 'Europe/London'), []);
	t.deepEqual(instantsOf('2020-10-25T01:30:00', 'Europe/London').map(instant => formatInstant(instant)), ['2020-10-25T00:30:00Z', '2020-10-25T01:30:00Z']);
	t.deepEqual(instantsOf('2020-10-01T12:00:00', 'Australia/Lord_Howe').map(instant => formatInstant(instant)), ['2020-10-01T01:30:00Z']);
	t.is(localTimeOf(Date.UTC(2020, 9, 25, 1, 30) * 1000, 'Europe/London'), '2020-10-25T01:30:00');
});

test('a moment before 1970 is in the day it belongs to', t => {
	t.is(dayOf(-1, 'UTC'), '1969-12-31');
	t.is(dayOf(0, 'UTC'), '1970-01-01');
});

test('ISO weeks begin on Mondays, and week 1 holds the 4th of January', t => {
	t.is(isoWeekStart(2020, 41), '2020-10-05');
	t.is(isoWeekStart(2021, 1), '2021-01-04');
	t.is(isoWeekStart(2020, 1), '2019-12-30');
	t.is(isoWeekStart(2016, 1), '2016-01-04');
});

test('dates are those of the calendar', t => {
	t.true(isDate('2020-02-29'));
	t.false(isDate('2021-02-29'));
	t.false(isDate('2020-10-32'));
	t.false(isDate('2020-1-1'));
	t.is(addDays('2020-02-28', 2), '2020-03-01');
	t.is(addDays('2020-01-01', -1), '2019-12-31');
});

test('zones are IANA names, not offsets', t => {
	t.true(isTimezone('Europe/London'));
	t.true(isTimezone('UTC'));
	for (const wrong of ['', '+01:00', 'Europe/Londn', '__proto__', 'x'.repeat(10_000)]) {
		t.false(isTimezone(wrong));
	}
});
