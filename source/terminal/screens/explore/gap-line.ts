import {formatCount} from '../../../document/format-number.ts';
import type {Timeline} from '../../../investigation/investigation.ts';
import {daysOfBar, shownGaps} from '../../app/coverage-gaps.ts';
import type {State} from '../../app/state.ts';
import type {Line} from '../../drawing/line.ts';
import {timelineRow} from './timeline-row.ts';

/** Dense where every day of a bar lacks a system, light where some do. */
const hatch = (days: readonly number[], gaps: ReadonlyMap<number, readonly string[]>): string => {
	const without = days.filter(day => gaps.has(day)).length;
	return without === 0 ? ' ' : (without === days.length ? '▒' : '░');
};

/** Under the timeline: the days on which a system has no record at all. No record is not no access. */
export const gapLine = (state: State, timeline: Timeline, width: number): Line => {
	const gaps = shownGaps(state) ?? new Map<number, readonly string[]>();
	const bars = timeline.all.map((_, bar) => hatch(daysOfBar(timeline, bar, state.view.zone), gaps));
	return timelineRow({label: 'no log', bars, right: formatCount(gaps.size, 'day'), tone: 'warning', isMarked: () => false}, width);
};
