import type {SystemDays, Timeline} from '../../investigation/investigation.ts';
import {zonedDay} from '../drawing/zoned-time.ts';
import type {State} from './state.ts';

/** Which systems wrote nothing, by day. No record is not no access. */
export type Gaps = ReadonlyMap<number, readonly string[]>;

const nameOf = ({system}: SystemDays): string => system ?? 'the logs that name no system';

const missing = (system: SystemDays, first: number, last: number): readonly number[] => {
	const known = new Set(system.days);
	return Array.from({length: last - first + 1}, (_, index) => first + index).filter(day => !known.has(day));
};

const found = new WeakMap<readonly SystemDays[], Gaps>();

/** Days between the first and the last of all logs on which a system has no record. */
export const gapsOf = (systems: readonly SystemDays[]): Gaps => {
	const known = found.get(systems);
	if (known) {
		return known;
	}

	const first = Math.min(...systems.map(({days}) => days[0] ?? Number.POSITIVE_INFINITY));
	const last = Math.max(...systems.map(({days}) => days.at(-1) ?? Number.NEGATIVE_INFINITY));
	const gaps = new Map<number, string[]>();
	for (const system of first <= last ? systems : []) {
		for (const day of missing(system, first, last)) {
			gaps.set(day, [...gaps.get(day) ?? [], nameOf(system)]);
		}
	}

	found.set(systems, gaps);
	return gaps;
};

/** The gaps in days of the zone that is shown; undefined until they are known. */
export const shownGaps = ({answers: {coverage}, view}: Pick<State, 'answers' | 'view'>): Gaps | undefined => coverage?.value.zone === view.zone ? gapsOf(coverage.value.systems) : undefined;

const dayOf = (instant: number, zone: string): number => Date.parse(`${zonedDay(instant, zone)}T00:00:00Z`) / 86_400_000;

/** Every day that a bar of the timeline reaches into. */
export const daysOfBar = ({from, to, bucket}: Timeline, bar: number, zone: string): readonly number[] => {
	const start = from + bar * bucket;
	const first = dayOf(start, zone);
	const last = dayOf(Math.max(start, Math.min(to, start + bucket) - 1), zone);
	return Array.from({length: last - first + 1}, (_, index) => first + index);
};
