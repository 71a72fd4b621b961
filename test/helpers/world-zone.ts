/*
Time zones, answered by asking the clock of a place what it shows and searching for the answer: slow, and shares no idea
with the product. Milliseconds since 1970; a *wall* is what a clock shows, as if it were UTC.
*/
const formats = new Map<string, Intl.DateTimeFormat>();
const minute = 60_000;
const hour = 60 * minute;

const formatOf = (zone: string): Intl.DateTimeFormat => {
	const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-GB', {
		timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
	});
	formats.set(zone, format);
	return format;
};

/** What the clocks of a zone show at a moment; the part below a second is kept. */
export const wallAt = (zone: string, at: number): number => {
	const parts = Object.fromEntries(formatOf(zone).formatToParts(at).map(({type, value}) => [type, Number(value)]));
	return Date.UTC(parts['year']!, parts['month']! - 1, parts['day'], parts['hour'], parts['minute'], parts['second']) + (at % 1000);
};

/** When clocks go back, an hour (half of one on Lord Howe Island) is shown twice: the earlier moment that shows the same. */
export const earlierTwin = (zone: string, at: number): number =>
	[60, 30].map(minutes => at - (minutes * minute)).find(twin => wallAt(zone, twin) === wallAt(zone, at)) ?? at;

export type Change = {readonly at: number; readonly minutes: number};

const offsetAt = (zone: string, at: number): number => wallAt(zone, at) - at;
const known = new Map<string, readonly Change[]>();

/** The moments in 2020 at which the clocks of a zone jump, and by how much: forward is positive. Days are compared first, then half-hours. */
export const changesOf = (zone: string): readonly Change[] => {
	const changes: Change[] = [...known.get(zone) ?? []];
	for (let start = Date.UTC(2020, 0, 1); !known.has(zone) && start < Date.UTC(2021, 0, 1); start += 24 * hour) {
		for (let at = start; offsetAt(zone, start) !== offsetAt(zone, start + (24 * hour)) && at < start + (24 * hour); at += hour / 2) {
			const jump = offsetAt(zone, at + (hour / 2)) - offsetAt(zone, at);
			changes.push(...jump === 0 ? [] : [{at: at + (hour / 2), minutes: jump / minute}]);
		}
	}

	known.set(zone, changes);
	return changes;
};

/** A time that no clock of the zone shows: `share` of the way into the gap. */
export const wallInGap = (zone: string, gap: Change, share: number): number =>
	wallAt(zone, gap.at - minute) + minute + (Math.floor(share * gap.minutes * 60) * 1000);

export const dayOf = (zone: string, at: number): string => new Date(wallAt(zone, at)).toISOString().slice(0, 10);

/** The first moment of a day: search from well before. */
export const startOfDay = (zone: string, day: string): number => {
	let low = Date.parse(`${day}T00:00:00Z`) - (30 * hour);
	let high = low + (60 * hour);
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (dayOf(zone, middle) >= day) {
			high = middle;
		} else {
			low = middle;
		}
	}

	return high;
};
