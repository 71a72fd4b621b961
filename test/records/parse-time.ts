import test from 'ava';
import {parseTime, timeStyleOf} from '../../source/records/parse-time.ts';
import type {TimeStyle} from '../../source/records/field-expression.ts';

const at = (text: string, style: TimeStyle = {kind: 'iso'}, zone = 'UTC'): string => {
	const parsed = parseTime(text, style, zone);
	return 'at' in parsed ? new Date(parsed.at / 1000).toISOString() : parsed.problem;
};

test('a year of two digits in four is no year of the last century', t => {
	for (const year of ['0000', '0050', '0099']) {
		t.is(at(`${year}-10-01T00:00:00Z`), 'not understood');
		t.is(at(`${year}1001000000`, {kind: 'compact'}), 'not understood');
	}

	t.is(at('10/01/20', {kind: 'numeric-date', order: 'mdy', separator: '/'}), '2020-10-01T00:00:00.000Z');
	t.is(at('10/01/99', {kind: 'numeric-date', order: 'mdy', separator: '/'}), '1999-10-01T00:00:00.000Z');
});

test('what no calendar and no clock shows is not understood', t => {
	for (const text of ['2021-02-29', '2020-13-01', '2020-10-01T24:00:00Z', '2020-10-01T23:59:60Z', '2020-10-01T12:60:00Z', '31/31/2020', 'yesterday']) {
		t.is(at(text), 'not understood', text);
	}

	t.is(at('2020-02-29'), '2020-02-29T00:00:00.000Z');
});

test('a time with an offset is taken as it is, one without in the zone of its source', t => {
	t.is(at('2020-10-01T12:00:00+02:00', {kind: 'iso'}, 'America/Los_Angeles'), '2020-10-01T10:00:00.000Z');
	t.is(at('2020-10-01 12:00:00', {kind: 'iso'}, 'America/Los_Angeles'), '2020-10-01T19:00:00.000Z');
	t.is(at('2020-03-29 02:30:00', {kind: 'iso'}, 'Europe/Berlin'), 'gap');
	t.like(parseTime('2020-10-25 02:30:00', {kind: 'iso'}, 'Europe/Berlin'), {at: Date.UTC(2020, 9, 25, 0, 30) * 1000, ambiguous: true, naive: true});
});

test('a zone by its name is an offset where the name means one, and a comma stands before a fraction as well as a point', t => {
	t.is(at('2020-10-01 12:00:00 CET'), '2020-10-01T11:00:00.000Z');
	t.is(at('2020-10-01 12:00:00.250 EST'), '2020-10-01T17:00:00.250Z');
	t.is(at('2020-10-01 12:00:00,250'), '2020-10-01T12:00:00.250Z');
	t.is(at('2020-10-01 12:00:00 IST'), 'not understood');
	t.is(at('01.10.2020 12:00 CEST', {kind: 'numeric-date', order: 'dmy', separator: '.'}, 'America/Los_Angeles'), '2020-10-01T10:00:00.000Z');
	t.is(at('10/01/2020 12:00:00 PM -0700', {kind: 'numeric-date', order: 'mdy', separator: '/'}), '2020-10-01T19:00:00.000Z');
});

test('noon and midnight of a twelve-hour clock', t => {
	const style = {kind: 'numeric-date', order: 'mdy', separator: '/'} as const;
	t.is(at('10/24/2020 12:00:00 AM', style), '2020-10-24T00:00:00.000Z');
	t.is(at('10/24/2020 12:00 pm', style), '2020-10-24T12:00:00.000Z');
	t.is(at('10/24/2020 13:00 PM', style), 'not understood');
	t.is(at('10/24/2020 0:00 AM', style), 'not understood');
	t.is(at('2020-10-24 12:00 AM'), '2020-10-24T00:00:00.000Z');
	t.is(at('2020-10-24 3:04 PM'), '2020-10-24T15:04:00.000Z');
	t.is(at('2020-10-24 3:04:05pm', {kind: 'iso'}, 'America/Los_Angeles'), '2020-10-24T22:04:05.000Z');
	t.is(at('2020-10-24 15:04 PM'), 'not understood');
});

test('seconds since 1970 keep their microseconds', t => {
	t.deepEqual(parseTime('1601510400.123456789', {kind: 'epoch', unit: 's'}, 'UTC'), {at: 1_601_510_400_123_456, naive: false, ambiguous: false});
	t.deepEqual(parseTime('1601510400123', {kind: 'iso-or-epoch', unit: 'ms'}, 'UTC'), parseTime('2020-10-01 00:00:00.123Z', {kind: 'iso-or-epoch', unit: 'ms'}, 'UTC'));
	t.deepEqual(parseTime('1601510400123456789', {kind: 'epoch', unit: 'ns'}, 'UTC'), {at: 1_601_510_400_123_456, naive: false, ambiguous: false});
});

test('the style of a column is the one that reads most of it', t => {
	t.deepEqual(timeStyleOf(['2020-10-01T00:00:00Z', 'x'])?.style, {kind: 'iso'});
	t.deepEqual(timeStyleOf(['1601510400000'])?.style, {kind: 'epoch', unit: 'ms'});
	t.deepEqual(timeStyleOf(['20240311160000.000'])?.style, {kind: 'compact'});
	t.deepEqual(timeStyleOf(['24.10.2020 15:04'])?.style, {kind: 'numeric-date', order: 'dmy', separator: '.'});
	t.deepEqual(timeStyleOf(['17/May/2015:10:05:03 +0000'])?.style, {kind: 'clf'});
	t.is(timeStyleOf(['12345', 'abc']), undefined);
});
