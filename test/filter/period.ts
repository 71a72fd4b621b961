import test from 'ava';
import type {Filter} from '../../source/filter/filter.ts';
import {parseFilter} from '../../source/filter/parse.ts';
import {printFilter} from '../../source/filter/print.ts';

const newest = Date.UTC(2020, 9, 24, 12, 30) * 1000;
const parse = (text: string, displayTimezone = 'UTC'): Filter => parseFilter(text, {displayTimezone, newest});
const range = (text: string, zone?: string): string => printFilter(parse(`time:${text}`, zone)).slice('time:'.length);

test('days, months, weeks and years are whole, and a day that ends a range is in it', t => {
	t.is(range('2020-10-01'), '[2020-10-01T00:00:00Z TO 2020-10-02T00:00:00Z)');
	t.is(range('2020-10-01..2020-10-24'), '[2020-10-01T00:00:00Z TO 2020-10-25T00:00:00Z)');
	t.is(range('2020-12'), '[2020-12-01T00:00:00Z TO 2021-01-01T00:00:00Z)');
	t.is(range('2020-02..2020-03-05'), '[2020-02-01T00:00:00Z TO 2020-03-06T00:00:00Z)');
	t.is(range('2020'), '[2020-01-01T00:00:00Z TO 2021-01-01T00:00:00Z)');
	t.is(range('2020-W41'), '[2020-10-05T00:00:00Z TO 2020-10-12T00:00:00Z)');
	t.is(range('2020-W53'), '[2020-12-28T00:00:00Z TO 2021-01-04T00:00:00Z)');
	t.is(range('2021-w01..2021-W02'), '[2021-01-04T00:00:00Z TO 2021-01-18T00:00:00Z)');
});

test('a side may be open', t => {
	t.is(range('2020-10-01..'), '[2020-10-01T00:00:00Z TO *)');
	t.is(range('..2020-10-24'), '[* TO 2020-10-25T00:00:00Z)');
	t.is(range('[* TO 2020-10-24)'), '[* TO 2020-10-24T00:00:00Z)');
	t.is(range('>=2020-10-01'), '[2020-10-01T00:00:00Z TO *)');
	t.is(range('>2020-10-01'), '[2020-10-02T00:00:00Z TO *)');
	t.is(range('<2020-10-01'), '[* TO 2020-10-01T00:00:00Z)');
	t.is(range('<=2020-10-01'), '[* TO 2020-10-02T00:00:00Z)');
});

test('moments are half-open unless a square bracket closes the range: then the last moment is in it', t => {
	t.is(range('2020-10-01T09:00Z..2020-10-01T17:00Z'), '[2020-10-01T09:00:00Z TO 2020-10-01T17:00:00Z)');
	t.is(range('[2020-10-01T09:00Z TO 2020-10-01T17:00Z)'), '[2020-10-01T09:00:00Z TO 2020-10-01T17:00:00Z)');
	t.is(range('[2020-10-01T09:00Z TO 2020-10-01T17:00Z]'), '[2020-10-01T09:00:00Z TO 2020-10-01T17:00:00.000001Z)');
	t.is(range('[2020-10-01 TO 2020-10-24]'), '[2020-10-01T00:00:00Z TO 2020-10-25T00:00:00Z)');
	t.is(range('[2020-10-01 TO 2020-10-24)'), '[2020-10-01T00:00:00Z TO 2020-10-24T00:00:00Z)');
	t.is(range('2020-10-01T09:00:00.5Z'), '[2020-10-01T09:00:00.500000Z TO 2020-10-01T09:00:00.500001Z)');
});

test('an offset is taken as it is, and a time without one is read on the display zone\'s clock', t => {
	t.is(range('2020-10-01T09:00+02:00..'), '[2020-10-01T07:00:00Z TO *)');
	t.is(range('2020-10-01T09:00-0530..'), '[2020-10-01T14:30:00Z TO *)');
	t.is(range('2020-10-01T09:00..', 'Europe/London'), '[2020-10-01T08:00:00Z TO *)');
	t.is(range('"2020-10-01 09:00..2020-10-01 10:00:30.25"', 'Asia/Kolkata'), '[2020-10-01T03:30:00Z TO 2020-10-01T04:30:30.250000Z)');
});

test('days are as long as the zone makes them', t => {
	t.is(range('2020-10-25', 'Europe/London'), '[2020-10-24T23:00:00Z TO 2020-10-26T00:00:00Z)');
	t.is(range('2020-03-29', 'Europe/London'), '[2020-03-29T00:00:00Z TO 2020-03-29T23:00:00Z)');
	t.is(range('2018-11-04', 'America/Sao_Paulo'), '[2018-11-04T03:00:00Z TO 2018-11-05T02:00:00Z)');
});

test('a clock reading that never was, or was twice, is asked about', t => {
	t.throws(() => parse('time:2020-03-29T01:30', 'Europe/London'), {message: /clocks went forward/});
	const error = t.throws(() => parse('time:2020-10-25T01:30', 'Europe/London'), {message: /came twice/});
	t.regex(String((error as {next?: unknown}).next), /2020-10-25T00:30:00Z or 2020-10-25T01:30:00Z/);
	t.throws(() => parse('time:2011-12-30', 'Pacific/Apia'), {message: /there was no 2011-12-30 in Pacific\/Apia/});
});

test('relative times count back from the newest event, which is in them', t => {
	t.is(range('"last 7 days"'), '[2020-10-17T12:30:00Z TO 2020-10-24T12:30:00.000001Z)');
	t.is(range('"last 48 hours"'), '[2020-10-22T12:30:00Z TO 2020-10-24T12:30:00.000001Z)');
	t.is(range('"last week"'), range('"last 7 days"'));
	t.throws(() => parseFilter('time:"last 7 days"', {displayTimezone: 'UTC'}), {message: /newest event, and there is none/});
});

test('the first and the last day print as texts that parse, in any zone', t => {
	for (const zone of ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
		for (const written of ['1900', '2199', '"last 99999 weeks"']) {
			const printed = range(written, zone);
			t.is(range(printed, zone), printed);
		}
	}
});

test('what is no time is refused, with the forms that are', t => {
	for (const wrong of ['2020-13', '2020-02-30', '2021-W53', '2020-W00', 'yesterday', '31/12/2020', '2020-10-01T25:00Z', '2020-10-01T09:00+99:00', '20201001', '2020-10-01..2020-10-32', '..', '[* TO *)', '1899', '2200', '2020-10-*', '>=', '2020-10-02..2020-10-01', '[2020-10-01T00:00Z TO 2020-10-01T00:00Z)']) {
		const error = t.throws(() => parse(`time:${wrong}`), {name: 'ExpectedError'}, wrong);
		t.is((error as {exitCode?: unknown}).exitCode, 2);
	}
});

test('a zone that does not exist is wrong usage', t => {
	t.throws(() => parse('time:2020', 'Europe/Londn'), {message: /no time zone "Europe\/Londn"/});
	t.throws(() => parse('', '+01:00'), {message: /no time zone/});
});
