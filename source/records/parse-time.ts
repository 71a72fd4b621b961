import type {TimeStyle} from './field-expression.ts';
import {earliestInstant, latestInstant, type Instant} from './instant.ts';
import {stretchAt} from './zone.ts';
import {offsetPattern, zoneOffsets} from './zone-offsets.ts';

/** What the second reader makes of a time. */
export type ParsedTime =
	| {readonly at: Instant; /** It carried no offset, and the source's zone was used. */ readonly naive: boolean; /** Clocks read it twice; the earlier was taken. */ readonly ambiguous: boolean}
	| {readonly problem: 'not understood' | 'gap'};

const iso = new RegExp(String.raw`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:(?: +|[Tt])(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d*))?)?(?: ?([AaPp])[Mm])?)? ?(${offsetPattern})?$`);
const numeric = new RegExp(String.raw`^(\d{1,4})([/.-])(\d{1,2})\2(\d{2,4})(?:,? +(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([AaPp])[Mm])?(?: ?(${offsetPattern}))?)?$`);
const clf = /^(\d{1,2})\/([A-Za-z]{3})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-]\d{4})$/;
const compact = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{1,9}))?$/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const notUnderstood: ParsedTime = {problem: 'not understood'};

type Clock = {readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number; readonly second: number; readonly micros: number};

/** Microseconds of a clock reading as if it were UTC; undefined for a date or time that does not exist. */
const clockMicros = ({year, month, day, hour, minute, second, micros}: Clock): number | undefined => {
	const date = new Date(Date.UTC(year, month - 1, day));
	// Date.UTC takes the years 0 to 99 for 1900 to 1999.
	if (year < 100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) {
		return undefined;
	}

	return ((date.getTime() + (((((hour * 60) + minute) * 60) + second) * 1000)) * 1000) + micros;
};

/** The hour of 24; with `a` or `p` of a clock of 12, on which there is no hour 0 or 13. */
const fullHour = (hour: number, half: string | undefined): number =>
	half === undefined ? hour : (hour < 1 || hour > 12 ? 99 : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0));

const microsOf = (fraction: string | undefined): number => fraction === undefined ? 0 : Number(fraction.slice(0, 6).padEnd(6, '0'));

const namedOffsets: ReadonlyMap<string, string> = new Map(Object.entries(zoneOffsets).flatMap(([offset, names]) => names.map(name => [name, offset] as const)));

const offsetOf = (text: string): number => {
	const [, sign, hours, minutes = '0', seconds = '0'] = /^([+-])(\d{1,2}):?(\d{2})?:?(\d{2})?$/.exec(namedOffsets.get(text.toUpperCase()) ?? text)!;
	return (sign === '-' ? -1 : 1) * ((Number(hours) * 3600) + (Number(minutes) * 60) + Number(seconds)) * 1_000_000;
};

const inRange = (parsed: ParsedTime): ParsedTime =>
	'at' in parsed && (parsed.at < earliestInstant || parsed.at >= latestInstant) ? notUnderstood : parsed;

/** A clock reading without an offset, in the source's zone. */
const inZone = (local: number | undefined, zone: string): ParsedTime => {
	if (local === undefined) {
		return notUnderstood;
	}

	const stretch = stretchAt(zone, local);
	return stretch.kind === 'gap' ? {problem: 'gap'} : {at: local - stretch.offset, naive: true, ambiguous: stretch.kind === 'overlap'};
};

/** A clock reading with the offset that it carries, or else in the source's zone. */
const placed = (local: number | undefined, offset: string | undefined, zone: string): ParsedTime =>
	offset === undefined || local === undefined ? inZone(local, zone) : {at: local - offsetOf(offset), naive: false, ambiguous: false};

const parsers: {readonly [Kind in TimeStyle['kind']]: (text: string, style: Extract<TimeStyle, {readonly kind: Kind}>, zone: string) => ParsedTime} = {
	iso(text, _style, zone) {
		const match = iso.exec(text);
		if (!match) {
			return notUnderstood;
		}

		const local = clockMicros({
			year: Number(match[1]), month: Number(match[2]), day: Number(match[3]),
			hour: fullHour(Number(match[4] ?? 0), match[8]), minute: Number(match[5] ?? 0), second: Number(match[6] ?? 0), micros: microsOf(match[7]),
		});
		return placed(local, match[9], zone);
	},
	epoch(text, {unit}) {
		if (!/^-?\d{1,19}(?:\.\d{1,9})?$/.test(text)) {
			return notUnderstood;
		}

		const [whole = '0', fraction = ''] = text.split('.');
		// Exact for nine fractional digits and nanoseconds, where a double is not.
		const nanos = BigInt(whole + fraction.padEnd(9, '0').slice(0, 9));
		const divisor = {s: 1000n, ms: 1_000_000n, us: 1_000_000_000n, ns: 1_000_000_000_000n}[unit];
		return {at: Number(floorDivide(nanos, divisor)), naive: false, ambiguous: false};
	},
	'iso-or-epoch'(text, {unit}, zone) {
		const parsed = parsers.epoch(text, {kind: 'epoch', unit}, zone);
		return 'at' in parsed ? parsed : parsers.iso(text, {kind: 'iso'}, zone);
	},
	'numeric-date'(text, {order, separator}, zone) {
		const match = numeric.exec(text);
		if (match?.[2] !== separator) {
			return notUnderstood;
		}

		const [a, b, year] = [Number(match[1]), Number(match[3]), Number(match[4])];
		if (match[1]!.length > 2 || match[4]!.length === 3) {
			return notUnderstood;
		}

		const [month, day] = order === 'mdy' ? [a, b] : [b, a];
		const fullYear = match[4]!.length === 2 ? year + (year < 69 ? 2000 : 1900) : year;
		return placed(clockMicros({year: fullYear, month, day, hour: fullHour(Number(match[5] ?? 0), match[9]), minute: Number(match[6] ?? 0), second: Number(match[7] ?? 0), micros: microsOf(match[8])}), match[10], zone);
	},
	clf(text) {
		const match = clf.exec(text);
		const month = match ? months.indexOf(match[2]!.toLowerCase()) + 1 : 0;
		if (!match || month === 0) {
			return notUnderstood;
		}

		const local = clockMicros({year: Number(match[3]), month, day: Number(match[1]), hour: Number(match[4]), minute: Number(match[5]), second: Number(match[6]), micros: 0});
		return local === undefined ? notUnderstood : {at: local - offsetOf(match[7]!), naive: false, ambiguous: false};
	},
	compact(text) {
		const match = compact.exec(text);
		const [year, month, day, hour, minute, second] = (match ?? []).slice(1, 7).map(Number) as [number, number, number, number, number, number];
		const local = match ? clockMicros({year, month, day, hour, minute, second, micros: microsOf(match[7])}) : undefined;
		return local === undefined ? notUnderstood : {at: local, naive: false, ambiguous: false};
	},
};

const floorDivide = (value: bigint, divisor: bigint): bigint => value / divisor - (value % divisor < 0n ? 1n : 0n);

/** The second reader's understanding of a time: `text` trimmed, `zone` for times that carry no offset. */
export const parseTime = (text: string, style: TimeStyle, zone: string): ParsedTime =>
	inRange((parsers[style.kind] as (text: string, style: TimeStyle, zone: string) => ParsedTime)(text, style, zone));

/** The style that reads most of these values; undefined when none reads any. Where month and day are open, `mdy` and `dmy` both do: the caller decides. */
export const timeStyleOf = (values: readonly string[]): {readonly style: TimeStyle; readonly share: number} | undefined => {
	const styles: readonly TimeStyle[] = [
		{kind: 'iso'}, {kind: 'compact'}, {kind: 'clf'},
		...(['/', '.', '-'] as const).flatMap(separator => (['mdy', 'dmy'] as const).map(order => ({kind: 'numeric-date', order, separator} as const))),
		...(['s', 'ms', 'us', 'ns'] as const).map(unit => ({kind: 'epoch', unit} as const)),
	];
	// Every style begins with a digit: a column of names is told at a glance.
	const numbers = values.filter(value => /^-?\d/.test(value));
	if (numbers.length === 0) {
		return undefined;
	}

	let best: {readonly style: TimeStyle; readonly share: number} | undefined;
	for (const style of styles) {
		const read = numbers.reduce((count, value) => count + (isPlausible(value, style) ? 1 : 0), 0);
		if (read / values.length > (best?.share ?? 0)) {
			best = {style, share: read / values.length};
		}

		// Of what this style reads whole no other can read more.
		if (read === numbers.length) {
			break;
		}
	}

	return best;
};

/** Numbers are taken for times only where they fall into living memory of computers. */
const isPlausible = (value: string, style: TimeStyle): boolean => {
	const parsed = parseTime(value, style, 'UTC');
	return 'at' in parsed && (style.kind !== 'epoch' || (parsed.at >= Date.UTC(1985, 0, 1) * 1000 && parsed.at < Date.UTC(2080, 0, 1) * 1000));
};
