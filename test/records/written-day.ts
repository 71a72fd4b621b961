import test from 'ava';
import {orderOfDays, writtenDay} from '../../source/records/written-day.ts';

const dayOf = (text: string, order?: 'mdy' | 'dmy'): string => {
	const read = writtenDay(text, order);
	return 'day' in read ? read.day : ('problem' in read ? read.problem : `${read.mdy} or ${read.dmy}`);
};

test('a day is read as programs and people write it, a midnight behind it or not', t => {
	for (const text of [
		'2026-03-31', '2026/03/31', '2026.3.31', '20260331', '31.03.2026', '31/3/2026', '3/31/2026', '03-31-26', '31-MAR-2026', '31-Mar-26', '31 March 2026', '31. Mar. 2026', 'March 31, 2026', 'mar 31 2026', ' 2026-03-31 ',
		'2026-03-31T00:00:00Z', '2026-03-31T00:00:00.000+0000', '2026-03-31 00:00', '3/31/2026 12:00:00 AM', '2026-03-31T17:30:00-07:00', '2026-03-31 17:30', '31-MAR-26 23:59:59', 'March 31, 2026 12:00 AM',
	]) {
		t.is(dayOf(text), '2026-03-31', text);
	}
});

test('what is no day of the calendar is none, and no number is taken for one', t => {
	for (const text of ['2026-02-29', '31/31/2026', '30-FEB-2026', '2026-13-01', '0026-03-31', '46112', '1774915200', 'yes', 'left', '', '31 Foo 2026', '31 Marx 2026', '2026-03', '1/2/3']) {
		t.is(dayOf(text), 'no day', text);
	}

	t.is(dayOf('2028-02-29'), '2028-02-29');
});

test('month and day are never guessed, only where both readings are one day or the order is known', t => {
	t.is(dayOf('03/04/2026'), '2026-03-04 or 2026-04-03');
	t.is(dayOf('03.04.2026'), '2026-03-04 or 2026-04-03');
	t.is(dayOf('05/05/2026'), '2026-05-05');
	t.is(dayOf('03/04/2026', 'mdy'), '2026-03-04');
	t.is(dayOf('03/04/2026', 'dmy'), '2026-04-03');
	t.is(dayOf('31/03/2026', 'mdy'), '2026-03-31', 'it can be read in one way only');
	t.is(orderOfDays(['03/04/2026', 'soon', '31/12/2025 00:00', '2025-01-02']), 'dmy');
	t.is(orderOfDays(['3/31/2026']), 'mdy');
	t.is(orderOfDays(['31/12/2025', '12/31/2025']), undefined);
	t.is(orderOfDays(['03/04/2026', '2025-01-02', '']), undefined);
});

test('a moment of UTC is no day, for it is another one elsewhere', t => {
	for (const text of ['2026-03-30T22:00:00Z', '2026-03-30 23:00:00 UTC', '2026-03-30T22:00:00+00:00']) {
		t.is(dayOf(text), 'moment', text);
	}
});
