import type {Instant} from './instant.ts';

/*
Calendar days and wall clocks in the zones of the IANA database, by way of `Intl`, which knows every change of every zone.
A wall clock reading is held as milliseconds, as if it were UTC; an instant on the way is held in milliseconds too.
*/

const second = 1000;
const hour = 3_600_000;
const day = 24 * hour;
const formatters = new Map<string, Intl.DateTimeFormat>();

const formatterOf = (zone: string): Intl.DateTimeFormat => {
	const known = formatters.get(zone);
	if (known) {
		return known;
	}

	const made = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
		timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
	});
	formatters.set(zone, made);
	return made;
};

/** True for IANA names. Offsets such as `+01:00` are no zones: they know nothing of summer time. */
export const isTimezone = (name: string): boolean => {
	if (!/^[a-z]/i.test(name)) {
		return false;
	}

	try {
		formatterOf(name);
		return true;
	} catch {
		return false;
	}
};

/** What the clock on the wall shows, to the second. */
const wallAt = (milliseconds: number, zone: string): number => {
	const parts = new Map(formatterOf(zone).formatToParts(milliseconds).map(part => [part.type, Number(part.value)]));
	const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
	return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
};

const offsetAt = (milliseconds: number, zone: string): number => wallAt(milliseconds, zone) - (Math.floor(milliseconds / second) * second);

/** Every moment at which the clock shows `wall`: none in a gap, two in an overlap, in order. */
const momentsOf = (wall: number, zone: string): number[] => {
	// No offset reaches a day, so what was in force around the moment is among these.
	const offsets = new Set([-day, -day / 2, 0, day / 2, day].map(distance => offsetAt(wall + distance, zone)));
	return [...offsets]
		.map(offset => wall - offset)
		.filter(moment => moment + offsetAt(moment, zone) === wall)
		.toSorted((left, right) => left - right);
};

/** The moment at which the clock jumps over `wall`: the first one that shows a later reading. */
const jumpOver = (wall: number, zone: string): number => {
	let before = wall - (2 * day);
	let after = wall + (2 * day);
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (middle + offsetAt(middle, zone) < wall) {
			before = middle;
		} else {
			after = middle;
		}
	}

	return after;
};

const midnightOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const dateOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);

/** Whether the calendar has this day: `2020-02-29`, not `2021-02-29`. */
export const isDate = (date: string): boolean => {
	const midnight = midnightOf(date);
	return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(midnight) && dateOf(midnight) === date;
};

/** `days` may be negative. */
export const addDays = (date: string, days: number): string => dateOf(midnightOf(date) + (days * day));

/** The Monday of an ISO 8601 week, which is the week that holds the 4th of January for week 1. */
export const isoWeekStart = (year: number, week: number): string => {
	const fourth = new Date(Date.UTC(year, 0, 4));
	const sinceMonday = (fourth.getUTCDay() + 6) % 7;
	return dateOf(fourth.getTime() + ((((week - 1) * 7) - sinceMonday) * day));
};

/**
The first moment of a day, `YYYY-MM-DD`, as the zone counts days. Where the clocks skip midnight, it is the moment of the
jump; where they show midnight twice, the earlier one. A day that a zone left out (Apia had no 2011-12-30) starts when the next one does.
*/
export const startOfDay = (date: string, zone: string): Instant => {
	const midnight = midnightOf(date);
	return (momentsOf(midnight, zone)[0] ?? jumpOver(midnight, zone)) * 1000;
};

/** The calendar day of a moment, `YYYY-MM-DD`, in a zone. */
export const dayOf = (instant: Instant, zone: string): string => dateOf(wallAt(Math.floor(instant / 1000), zone));

/** Every moment at which the clock on the wall shows `local` (`YYYY-MM-DDTHH:MM:SS`): none in a gap, two in an overlap, in order. */
export const instantsOf = (local: string, zone: string): readonly Instant[] => momentsOf(Date.parse(`${local}Z`), zone).map(moment => moment * 1000);

/** What the clock on the wall shows, `YYYY-MM-DDTHH:MM:SS`. */
export const localTimeOf = (instant: Instant, zone: string): string => new Date(wallAt(Math.floor(instant / 1000), zone)).toISOString().slice(0, 19);
