import {formatCount, formatNumber} from '../../../document/format-number.ts';
import {sparkline} from '../../../document/sparkline.ts';
import type {Timeline} from '../../../investigation/investigation.ts';
import {timelineGutter, type Layout} from '../../app/layout.ts';
import type {State} from '../../app/state.ts';
import {fitText} from '../../text/fit-text.ts';
import {fitLine, span, spread, type Line, type Tone} from '../../drawing/line.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';
import {timelineLabels} from './timeline-labels.ts';

/** Blanks where nothing happened: a row of lowest bars would look like a little everywhere. */
const bars = (values: readonly number[]): readonly string[] => [...sparkline(values)].map((bar, index) => values[index] === 0 ? ' ' : bar);

const highest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);

type Marked = {readonly cursor: number | undefined; readonly rangeStart: number | undefined};

const isMarked = ({cursor, rangeStart}: Marked, index: number): boolean => {
	if (cursor === undefined) {
		return false;
	}

	const from = rangeStart ?? cursor;
	return index >= Math.min(from, cursor) && index <= Math.max(from, cursor);
};

/** Bars with the cursor, or the range that is being chosen, shown inverse. */
const row = ({label, values, tone, marked}: {readonly label: string; readonly values: readonly number[]; readonly tone: Tone; readonly marked: Marked}, width: number): Line => {
	const drawn = bars(values).map((bar, index) => span(bar, isMarked(marked, index) ? 'chosen' : tone));
	return spread(
		[span(fitText(label, timelineGutter.left), 'quiet'), ...drawn],
		[span(fitText(formatNumber(highest(values)), timelineGutter.right - 1, 'right'), 'quiet')],
		width,
	);
};

/** `2020-10-03 00:00 · 31 of 1,204 events`: the bar under the cursor in words. */
export const underCursor = (timeline: Timeline, at: number, zone: string): string => {
	const start = zonedTime(timeline.from + at * timeline.bucket, zone).slice(0, 16);
	return `${start} · ${formatNumber(timeline.filtered[at] ?? 0)} of ${formatCount(timeline.all[at] ?? 0, 'event')}`;
};

const labels = (state: State, timeline: Timeline, cursor: number | undefined, width: number): Line => {
	const names = span(`${' '.repeat(timelineGutter.left)}${timelineLabels(timeline, state.view.zone)}`, 'quiet');
	const right = cursor === undefined ? span('highest', 'quiet') : span(underCursor(timeline, cursor, state.view.zone), 'accent');
	return spread([names], [span(' '), right], width);
};

/** What the filter leaves, above all there is, each scaled to its own highest bar, which stands at the right end. */
export const timelineLines = (state: State, layout: Layout, width: number): readonly Line[] => {
	if (layout.timelineRows === 0) {
		return [];
	}

	const answer = state.answers.timeline;
	if (!answer) {
		return Array.from({length: layout.timelineRows}, () => fitLine([], width));
	}

	const timeline = answer.value;
	const stale = answer.revision !== state.revision;
	const cursor = state.focus === 'timeline' ? state.places.timeline.cursor : undefined;
	const filtered = row({label: 'matching', values: timeline.filtered, tone: stale ? 'quiet' : 'accent', marked: {cursor, rangeStart: state.rangeStart}}, width);
	if (layout.timelineRows === 1) {
		return [filtered];
	}

	const all = row({label: 'all', values: timeline.all, tone: 'quiet', marked: {cursor: undefined, rangeStart: undefined}}, width);
	return [filtered, all, labels(state, timeline, cursor, width)];
};
