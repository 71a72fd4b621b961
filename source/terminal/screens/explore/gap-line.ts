import {formatCount} from '../../../document/format-number.ts';
import type {Timeline} from '../../../investigation/investigation.ts';
import {daysOfBar, gapsOf, shownGaps, type DaySpan, type Gaps} from '../../app/coverage-gaps.ts';
import type {State} from '../../app/state.ts';
import type {Line} from '../../drawing/line.ts';
import {oncePerAnswer} from '../../drawing/once-per-answer.ts';
import {timelineRow} from './timeline-row.ts';

/** Dense where every day of a bar lacks a system, light where some do. */
const hatch = (days: DaySpan, gaps: Gaps): string => {
	const without = gaps.within(days);
	return without === 0 ? ' ' : (without === days.last - days.first + 1 ? '▒' : '░');
};

const none: Gaps = gapsOf([]);

/** Under the timeline: the days on which a system has no record at all. No record is not no access. */
const lineOf = oncePerAnswer((timeline: Timeline, gaps: Gaps, zone: string, width: number): Line => {
	const bars = timeline.all.map((_, bar) => hatch(daysOfBar(timeline, bar, zone), gaps));
	return timelineRow({label: 'no log', bars, right: formatCount(gaps.size, 'day'), tone: 'warning', isMarked: () => false}, width);
});

export const gapLine = (state: Pick<State, 'answers' | 'view'>, timeline: Timeline, width: number): Line => lineOf(timeline, shownGaps(state) ?? none, state.view.zone, width);
