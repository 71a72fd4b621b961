import type {SystemDays, Timeline} from '../../investigation/investigation.ts';
import {firstAt} from '../../records/first-at.ts';
import {zonedDay} from '../drawing/zoned-time.ts';
import type {State} from './state.ts';

/** Whole days, both included. */
export type DaySpan = {readonly first: number; readonly last: number};

/**
Which systems wrote nothing, by day. No record is not no access. Days are never listed one by one: a single record of a wrong century
would make millions of them.
*/
export type Gaps = {
	/** Days on which some system has no record. */
	readonly size: number;
	/** How many of these days are such. */
	readonly within: (days: DaySpan) => number;
	/** The systems that lack one of these days, the first to fall silent first. */
	readonly silent: (days: DaySpan) => readonly string[];
};

const nameOf = ({system}: SystemDays): string => system ?? 'the logs that name no system';

/** The first of these days that the list lacks. */
const firstLacking = (days: readonly number[], {first, last}: DaySpan): number | undefined => {
	let day = first;
	for (let place = firstAt(days, first); days[place] === day; place++) {
		day++;
	}

	return day <= last ? day : undefined;
};

/** Days on which every system wrote. */
const fullDays = (systems: readonly SystemDays[]): readonly number[] => {
	const [shortest, ...others] = systems.map(({days}) => days).toSorted((a, b) => a.length - b.length);
	return (shortest ?? []).filter(day => others.every(days => days[firstAt(days, day)] === day));
};

const noGaps: Gaps = {size: 0, within: () => 0, silent: () => []};

const makeGaps = (systems: readonly SystemDays[]): Gaps => {
	const whole = {first: Math.min(...systems.map(({days}) => days[0] ?? Number.POSITIVE_INFINITY)), last: Math.max(...systems.map(({days}) => days.at(-1) ?? Number.NEGATIVE_INFINITY))};
	if (whole.first > whole.last) {
		return noGaps;
	}

	const full = fullDays(systems);
	const inside = ({first, last}: DaySpan): DaySpan => ({first: Math.max(first, whole.first), last: Math.min(last, whole.last)});
	const within = (days: DaySpan): number => {
		const {first, last} = inside(days);
		return Math.max(0, last - first + 1 - (firstAt(full, last + 1) - firstAt(full, first)));
	};

	return {
		size: within(whole),
		within,
		silent(days) {
			const lacking = systems.flatMap(system => {
				const day = firstLacking(system.days, inside(days));
				return day === undefined ? [] : [{day, name: nameOf(system)}];
			});
			return [...new Set(lacking.toSorted((a, b) => a.day - b.day).map(({name}) => name))];
		},
	};
};

const found = new WeakMap<readonly SystemDays[], Gaps>();

/** Days between the first and the last of all logs on which a system has no record. */
export const gapsOf = (systems: readonly SystemDays[]): Gaps => {
	const gaps = found.get(systems) ?? makeGaps(systems);
	found.set(systems, gaps);
	return gaps;
};

/** The gaps in days of the zone that is shown; undefined until they are known. */
export const shownGaps = ({answers: {coverage}, view}: Pick<State, 'answers' | 'view'>): Gaps | undefined => coverage?.value.zone === view.zone ? gapsOf(coverage.value.systems) : undefined;

const dayOf = (instant: number, zone: string): number => Date.parse(`${zonedDay(instant, zone)}T00:00:00Z`) / 86_400_000;

/** The days that a bar of the timeline reaches into. */
export const daysOfBar = ({from, to, bucket}: Timeline, bar: number, zone: string): DaySpan => {
	const start = from + bar * bucket;
	return {first: dayOf(start, zone), last: dayOf(Math.max(start, Math.min(to, start + bucket) - 1), zone)};
};
