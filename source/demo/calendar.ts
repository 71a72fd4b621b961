/** Milliseconds since 1970-01-01T00:00:00Z: the demo needs no finer clock. */
export type Moment = number;

export const hour = 3_600_000;
export const day = 24 * hour;

/** The world runs from Monday 27 July to Sunday 8 November 2020, across the end of summer time on both sides of the ocean. */
export const firstDay: Moment = Date.UTC(2020, 6, 27);
export const days = 105;

/** Clocks of one place in that season: hours from UTC until summer time ends, and after. */
export type Clock = {readonly summer: number; readonly winter: number; readonly changesAt: Moment};

const endsInAmerica = (winter: number): Moment => Date.UTC(2020, 10, 1, 2 - winter - 1);
const endsInEurope: Moment = Date.UTC(2020, 9, 25, 1);

/** 2020-11-01 02:00 in Los Angeles became 01:00 again: times between are written twice in a log without offsets. */
export const losAngeles: Clock = {summer: -7, winter: -8, changesAt: endsInAmerica(-8)};
export const toronto: Clock = {summer: -4, winter: -5, changesAt: endsInAmerica(-5)};
export const london: Clock = {summer: 1, winter: 0, changesAt: endsInEurope};
export const berlin: Clock = {summer: 2, winter: 1, changesAt: endsInEurope};

export const offsetAt = (clock: Clock, at: Moment): number => at < clock.changesAt ? clock.summer : clock.winter;

/** The moment at which a wall clock shows `hours` on the day `index` (hours may pass 24: the night after). */
export const wallTime = (clock: Clock, index: number, hours: number): Moment => {
	const asUtc = firstDay + (index * day) + Math.round(hours * hour);
	const inSummer = asUtc - (clock.summer * hour);
	return inSummer < clock.changesAt ? inSummer : asUtc - (clock.winter * hour);
};

/** `2020-10-31 22:14:05`, as a system writes it that never thought of other zones. */
export const naiveText = (clock: Clock, at: Moment): string =>
	new Date(at + (offsetAt(clock, at) * hour)).toISOString().slice(0, 19).replace('T', ' ');

/** `2020-10-31T22:14:05-07:00`. */
export const offsetText = (clock: Clock, at: Moment): string => {
	const offset = offsetAt(clock, at);
	const sign = offset < 0 ? '-' : '+';
	return `${naiveText(clock, at).replace(' ', 'T')}${sign}${String(Math.abs(offset)).padStart(2, '0')}:00`;
};

/** Monday to Friday. The first day is a Monday. */
export const isWorkday = (index: number): boolean => index % 7 < 5;
