import {timelineGutter} from '../../app/layout.ts';
import type {State} from '../../app/state.ts';
import {fitText} from '../../text/fit-text.ts';
import {span, spread, type Line, type Tone} from '../../drawing/line.ts';

/** Whether a bar is the one under the cursor, or in the range that is being chosen. */
export const markedBars = ({focus, places, rangeStart}: State): ((bar: number) => boolean) => {
	if (focus !== 'timeline') {
		return () => false;
	}

	const {cursor} = places.timeline;
	const from = rangeStart ?? cursor;
	return bar => bar >= Math.min(from, cursor) && bar <= Math.max(from, cursor);
};

type Row = {readonly label: string; readonly bars: readonly string[]; readonly right: string; readonly tone: Tone; readonly isMarked: (bar: number) => boolean};

/** A label, a sign for each bar, and a number; marked bars are shown inverse. */
export const timelineRow = ({label, bars, right, tone, isMarked}: Row, width: number): Line => spread(
	[span(fitText(label, timelineGutter.left - 1), 'quiet'), span(' '), ...bars.map((bar, index) => span(bar, isMarked(index) ? 'chosen' : tone))],
	[span(fitText(right, timelineGutter.right - 1, 'right'), 'quiet')],
	width,
);
