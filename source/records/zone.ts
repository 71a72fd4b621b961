import type {Instant} from './instant.ts';

/** A stretch of local clock time in one zone. `offset` is local − UTC in microseconds; a gap has none; an overlap takes the earlier instant. */
export type LocalStretch = {
	/** Local clock reading, as microseconds since 1970-01-01T00:00:00 of that clock; inclusive. */
	readonly from: number;
	readonly offset: number;
	readonly kind: 'once' | 'overlap' | 'gap';
};

type Transition = {readonly at: Instant; readonly before: number; readonly after: number};

const hour = 3_600_000;
const firstProbe = Date.UTC(1970, 0, 1);
const lastProbe = Date.UTC(2100, 0, 1);
const stretches = new Map<string, readonly LocalStretch[]>();

/** Reads the offset (milliseconds, local − UTC) of a zone at a UTC moment in milliseconds. */
export const offsetReader = (zone: string): ((milliseconds: number) => number) => {
	const format = new Intl.DateTimeFormat('en-US', {timeZone: zone, calendar: 'iso8601', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', era: 'short'});
	return milliseconds => {
		const seconds = Math.floor(milliseconds / 1000) * 1000;
		const part: Record<string, number> = {};
		for (const {type, value} of format.formatToParts(seconds)) {
			part[type] = Number(value);
		}

		return Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute'], part['second']) - seconds;
	};
};

/** The moment (to the second) between two probes at which the offset changes. */
const changeBetween = (offsetAt: (milliseconds: number) => number, low: number, high: number): number => {
	const before = offsetAt(low);
	while (high - low > 1000) {
		const middle = low + (Math.floor((high - low) / 2000) * 1000);
		if (offsetAt(middle) === before) {
			low = middle;
		} else {
			high = middle;
		}
	}

	return high;
};

const transitionsOf = (zone: string): readonly Transition[] => {
	const offsetAt = offsetReader(zone);
	const found: Transition[] = [];
	// Ten days: no zone has changed twice within a shorter time than Ramadan's pause of Moroccan summer time.
	const step = 240 * hour;
	let before = offsetAt(firstProbe);
	for (let probe = firstProbe; probe < lastProbe; probe += step) {
		const after = offsetAt(probe + step);
		if (after !== before) {
			found.push({at: changeBetween(offsetAt, probe, probe + step) * 1000, before: before * 1000, after: after * 1000});
			before = after;
		}
	}

	return found;
};

/**
Every local clock reading of a zone, in order, with the offset that turns it into UTC: inside a gap (clocks go forward) there is no
instant; inside an overlap (clocks go back) the earlier instant is taken. Covers 1970 to 2100; outside, the nearest offset holds.
*/
export const localStretches = (zone: string): readonly LocalStretch[] => {
	const known = stretches.get(zone);
	if (known) {
		return known;
	}

	const list: LocalStretch[] = [{from: Number.NEGATIVE_INFINITY, offset: offsetReader(zone)(firstProbe) * 1000, kind: 'once'}];
	for (const {at, before, after} of transitionsOf(zone)) {
		// Forward: readings [at+before, at+after) never happen. Back: readings [at+after, at+before) happen twice, first with `before`.
		list.push(after > before ? {from: at + before, offset: 0, kind: 'gap'} : {from: at + after, offset: before, kind: 'overlap'});
		list.push({from: Math.max(at + before, at + after), offset: after, kind: 'once'});
	}

	stretches.set(zone, list);
	return list;
};

/** The stretch that a local clock reading (microseconds) falls into. */
export const stretchAt = (zone: string, local: number): LocalStretch => {
	const list = localStretches(zone);
	let low = 0;
	let high = list.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (list[middle]!.from <= local) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}

	return list[low]!;
};

/** From which instant on which offset holds, in order; the first from the beginning of time. */
export const offsetChanges = (zone: string): ReadonlyArray<{readonly at: Instant; readonly offset: number}> => {
	const list = localStretches(zone);
	return list.flatMap((stretch, index) => {
		const before = list[index - 1];
		if (stretch.kind !== 'once') {
			return [];
		}

		// Behind a gap the clock has the new offset; behind an overlap the reading was still the old clock's.
		const offset = before?.kind === 'overlap' ? before.offset : stretch.offset;
		return [{at: stretch.from - offset, offset: stretch.offset}];
	});
};
