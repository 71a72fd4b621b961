import {addDays, instantsOf, isDate, isoWeekStart, startOfDay} from '../records/calendar.ts';
import {formatInstant, type Instant} from '../records/instant.ts';
import {FilterMistake, shown} from './mistake.ts';

/** What one written time stands for: `[from, to)`. `exact` is a moment: then `to` is the next microsecond. */
export type Period = {readonly from: Instant; readonly to: Instant; readonly exact: boolean};
type Place = {readonly at: number; readonly zone: string};

const forms = 'write a day 2020-10-01, a month 2020-10, a year 2020, a week 2020-W41, or a moment 2020-10-01T09:00Z';
const notUnderstood = (text: string, at: number): FilterMistake => new FilterMistake(`time not understood: ${shown(text)}`, at, forms);

/** From the first day to the day before `after`. */
const days = (text: string, first: string, after: string, {at, zone}: Place): Period => {
	const [from, to] = [startOfDay(first, zone), startOfDay(after, zone)];
	if (from >= to) {
		throw new FilterMistake(`there was no ${text} in ${zone}`, at);
	}

	return {from, to, exact: false};
};

const yearPeriod = (text: string, place: Place): Period => days(text, `${text}-01-01`, `${Number(text) + 1}-01-01`, place);

const monthPeriod = (text: string, place: Place): Period => {
	const first = `${text}-01`;
	if (!isDate(first)) {
		throw notUnderstood(text, place.at);
	}

	return days(text, first, `${addDays(first, 31).slice(0, 7)}-01`, place);
};

const dayPeriod = (text: string, place: Place): Period => {
	if (!isDate(text)) {
		throw new FilterMistake(`there is no day ${text}`, place.at, forms);
	}

	return days(text, text, addDays(text, 1), place);
};

const weekPeriod = (text: string, place: Place): Period => {
	const [year, week] = [Number(text.slice(0, 4)), Number(text.slice(6))];
	const monday = isoWeekStart(year, week);
	// A year has 52 or 53 weeks; the week after the last is the first of the next year.
	if (week < 1 || monday >= isoWeekStart(year + 1, 1)) {
		throw new FilterMistake(`there is no week ${text.toUpperCase()}`, place.at, 'a year has 52 weeks, some have 53');
	}

	return days(text, monday, addDays(monday, 7), place);
};

const moment = (instant: Instant): Period => ({from: instant, to: instant + 1, exact: true});

/** A clock reading without an offset, as the display zone's clock shows it. Twice or never is not for us to decide. */
const localMoment = (local: string, {at, zone}: Place): Instant => {
	const [first, second] = instantsOf(local, zone);
	if (first === undefined) {
		throw new FilterMistake(`there was no ${local} in ${zone}: the clocks went forward`, at, 'write the time with its offset or Z');
	}

	if (second !== undefined) {
		throw new FilterMistake(`${local} came twice in ${zone}: the clocks went back`, at, `write ${formatInstant(first)} or ${formatInstant(second)}`);
	}

	return first;
};

const offsetMinutes = (offset: string): number => {
	if (offset === 'Z') {
		return 0;
	}

	const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(':', '') || '0')];
	return (offset.startsWith('-') ? -1 : 1) * (hours > 18 || minutes > 59 ? Number.NaN : (hours * 60) + minutes);
};

const momentForm = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** Fractions finer than a microsecond are cut off, as they are in the records. */
const momentPeriod = (text: string, place: Place): Period => {
	const [, date = '', hour, minute, second = '00', fraction = '', offset] = momentForm.exec(text) ?? [];
	if (!isDate(date)) {
		throw notUnderstood(text, place.at);
	}

	const local = `${date}T${hour}:${minute}:${second}`;
	const whole = offset === undefined ? localMoment(local, place) : (Date.parse(`${local}Z`) - (offsetMinutes(offset.toUpperCase()) * 60_000)) * 1000;
	if (Number.isNaN(whole)) {
		throw new FilterMistake(`offset not understood: ${shown(offset ?? '')}`, place.at, 'offsets look like +01:00 or Z');
	}

	return moment(whole + Number(fraction.padEnd(6, '0').slice(0, 6)));
};

const readers: ReadonlyArray<readonly [RegExp, (text: string, place: Place) => Period]> = [
	[/^\d{4}$/, yearPeriod],
	[/^\d{4}-\d{2}$/, monthPeriod],
	[/^\d{4}-\d{2}-\d{2}$/, dayPeriod],
	[/^\d{4}-w\d{2}$/i, weekPeriod],
	[momentForm, momentPeriod],
];

/** A year, month, week, day or moment. Whole days are those of the zone. */
export const parsePeriod = (text: string, place: Place): Period => {
	const reader = readers.find(([form]) => form.test(text));
	if (!reader) {
		throw notUnderstood(text, place.at);
	}

	// A moment may be the other end of the first or the last day, in a zone far from UTC.
	const year = Number(text.slice(0, 4));
	const margin = reader[1] === momentPeriod ? 1 : 0;
	if (year < 1900 - margin || year > 2199 + margin) {
		throw new FilterMistake(`the year ${year} is out of range`, place.at, 'times are understood from 1900 to 2199');
	}

	return reader[1](text, place);
};
