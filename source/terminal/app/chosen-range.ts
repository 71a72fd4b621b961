import {timeBounds, type TimeBounds} from '../../filter/conjuncts.ts';
import {formatCount} from '../../document/format-number.ts';
import {zonedTime} from '../drawing/zoned-time.ts';
import type {State} from './state.ts';
import {bucketRange} from './time-range.ts';

/** Whether the filter already says something of the time: then the bars are no measure of what another range leaves. */
export const saysTime = ({view}: Pick<State, 'view'>): boolean => {
	const {from, to}: TimeBounds = timeBounds(view.filter);
	return from !== undefined || to !== undefined;
};

const minute = 60_000_000;

/** `5 days 12 h`, `3 h 20 min` */
const lengthOf = (micros: number): string => {
	const minutes = Math.max(1, Math.round(micros / minute));
	const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes % 1440 / 60), minutes % 60];
	const parts = days > 0 ? [formatCount(days, 'day'), hours > 0 ? `${hours} h` : ''] : [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''];
	return parts.filter(part => part !== '').join(' ');
};

/** The range that is being chosen on the timeline, how long it is, and how many events it would leave; undefined when none was begun. */
export const chosenRange = (state: State): string | undefined => {
	const {rangeStart, answers, places, view, revision} = state;
	const shown = answers.timeline?.value;
	if (rangeStart === undefined || !shown) {
		return undefined;
	}

	const at = places.timeline.cursor;
	const {from, to} = bucketRange(shown, rangeStart, at);
	const counted = saysTime(state) ? answers.anyTime : answers.timeline;
	const events = counted?.revision === revision
		? formatCount(counted.value.filtered.slice(Math.min(rangeStart, at), Math.max(rangeStart, at) + 1).reduce((sum, count) => sum + count, 0), 'event')
		: 'counting…';
	return `${zonedTime(from, view.zone).slice(0, 16)} – ${zonedTime(to, view.zone).slice(0, 16)} · ${lengthOf(to - from)} · ${events}`;
};
