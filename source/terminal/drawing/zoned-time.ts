import type {Instant} from '../../records/instant.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (zone: string): Intl.DateTimeFormat => {
	let known = formatters.get(zone);
	if (!known) {
		known = new Intl.DateTimeFormat('en-CA', {timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit'});
		formatters.set(zone, known);
	}

	return known;
};

/** `2020-10-03 14:03:11` as clocks in `zone` showed it. Nineteen columns, always. */
export const zonedTime = (instant: Instant, zone: string): string => {
	const date = new Date(Math.floor(instant / 1000));
	if (zone === 'UTC') {
		return date.toISOString().slice(0, 19).replace('T', ' ');
	}

	const part = new Map(formatter(zone).formatToParts(date).map(({type, value}) => [type, value]));
	return `${part.get('year')}-${part.get('month')}-${part.get('day')} ${part.get('hour')}:${part.get('minute')}:${part.get('second')}`;
};

/** The calendar day in `zone`. */
export const zonedDay = (instant: Instant, zone: string): string => zonedTime(instant, zone).slice(0, 10);
