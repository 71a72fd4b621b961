import {formatCount, formatNumber} from '../../../document/format-number.ts';
import {sparkline} from '../../../document/sparkline.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {Timeline} from '../../../investigation/investigation.ts';
import {chosenRange} from '../../app/chosen-range.ts';
import {daysOfBar, shownGaps} from '../../app/coverage-gaps.ts';
import {timelineGutter, type Layout} from '../../app/layout.ts';
import type {State} from '../../app/state.ts';
import {fitText} from '../../text/fit-text.ts';
import {fitLine, span, spread, type Line} from '../../drawing/line.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';
import {gapLine} from './gap-line.ts';
import {overlaidLines} from './overlaid-lines.ts';
import {timelineLabels} from './timeline-labels.ts';
import {markedBars, timelineRow} from './timeline-row.ts';

/** Blanks where nothing happened: a row of lowest bars would look like a little everywhere. */
const bars = (values: readonly number[]): readonly string[] => [...sparkline(values)].map((bar, index) => values[index] === 0 ? ' ' : bar);

const highest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);

/** `2020-10-03 00:00 · 31 of 1,204 events`: the bar under the cursor in words. */
export const underCursor = (timeline: Timeline, at: number, zone: string): string => {
	const start = zonedTime(timeline.from + at * timeline.bucket, zone).slice(0, 16);
	return `${start} · ${formatNumber(timeline.filtered[at] ?? 0)} of ${formatCount(timeline.all[at] ?? 0, 'event')}`;
};

/** ` · no record of crm` where a system is silent. */
const silence = (state: State, timeline: Timeline, at: number): string => {
	const gaps = shownGaps(state);
	const systems = gaps?.silent(daysOfBar(timeline, at, state.view.zone)) ?? [];
	return systems.length === 0 ? '' : ` · days without ${visibleText(systems.join(', '))}`;
};

const wordsOf = (state: State, timeline: Timeline, cursor: number | undefined): Line => {
	if (cursor === undefined) {
		return [span('highest', 'quiet')];
	}

	return [span(chosenRange(state) ?? `${underCursor(timeline, cursor, state.view.zone)}${silence(state, timeline, cursor)}`, 'accent')];
};

/** The names of the months, and what stands at their right end. */
const labels = (state: State, timeline: Timeline, {words, width}: {readonly words: Line; readonly width: number}): Line => spread(
	[span(`${' '.repeat(timelineGutter.left)}${timelineLabels(timeline, state.view.zone)}`, 'quiet')],
	[span(' '), ...words.map(({text, tone}) => span(fitText(text, Math.min([...text].length, width - 2)), tone))],
	width,
);

/** What the filter leaves, above all there is, each scaled to its own highest bar, which stands at the right end; or two accounts on one scale. */
const rows = (state: State, layout: Layout, {timeline, stale, width}: {readonly timeline: Timeline; readonly stale: boolean; readonly width: number}): readonly Line[] => {
	const cursor = state.focus === 'timeline' ? state.places.timeline.cursor : undefined;
	const marked = markedBars(state);
	const row = (label: string, values: readonly number[], tone: 'quiet' | 'accent', isMarked: (bar: number) => boolean): Line =>
		timelineRow({label, bars: bars(values), right: formatNumber(highest(values)), tone, isMarked}, width);
	const filtered = row('matching', timeline.filtered, stale ? 'quiet' : 'accent', marked);
	if (layout.timelineRows === 1) {
		return [filtered];
	}

	const overlaid = overlaidLines(state, width);
	const upper = overlaid ? overlaid.rows : [filtered, row('all', timeline.all, 'quiet', () => false)];
	const words = overlaid && state.rangeStart === undefined ? overlaid.words : wordsOf(state, timeline, cursor);
	return [...upper, ...(layout.gapRow ? [gapLine(state, timeline, width)] : []), labels(state, timeline, {words, width})];
};

/** As many rows as the layout has for the timeline. */
export const timelineLines = (state: State, layout: Layout, width: number): readonly Line[] => {
	const answer = state.answers.timeline;
	if (layout.timelineRows === 0 || !answer) {
		return Array.from({length: layout.timelineRows + (layout.gapRow ? 1 : 0)}, () => fitLine([], width));
	}

	return rows(state, layout, {timeline: answer.value, stale: answer.revision !== state.revision, width});
};
