import {formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {accountShown, blindingOf} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {span, type Line} from '../../drawing/line.ts';
import {maskText} from '../../drawing/masking.ts';
import {cutText} from '../../text/fit-text.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';
import {markedBars, timelineRow} from './timeline-row.ts';

/** Two kinds of bars that no one confuses, whatever the colours: solid ones, and columns of dots. */
const solid = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const dotted = ['⡀', '⣀', '⣄', '⣤', '⣦', '⣶', '⣷', '⣿'];

const barsOf = (values: readonly number[], most: number, signs: readonly string[]): readonly string[] =>
	values.map(value => value === 0 ? ' ' : signs[Math.min(signs.length - 1, Math.floor(value / most * signs.length))]!);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Two accounts above each other on one scale, and their counts in words: of the bar under the cursor, else of all. Undefined when none are asked for. */
export const overlaidLines = (state: State, width: number): {readonly rows: readonly [Line, Line]; readonly words: Line} | undefined => {
	const {overlay, answers, revision, focus, places, view} = state;
	if (!overlay) {
		return undefined;
	}

	const answer = answers.overlay?.value.accounts === overlay ? answers.overlay : undefined;
	const stale = answer?.revision !== revision;
	const [one = [], other = []] = answer?.value.timelines.map(({filtered}) => filtered) ?? [];
	const most = Math.max(1, ...one, ...other);
	const names = overlay.map(account => {
		const text = visibleText(accountShown(account, blindingOf(state)));
		return state.masked ? maskText(text) : text;
	});
	const isMarked = markedBars(state);
	const row = (index: 0 | 1, values: readonly number[], signs: readonly string[]): Line =>
		timelineRow({label: names[index]!, bars: barsOf(values, most, signs), right: formatNumber(sum(values)), tone: stale ? 'quiet' : (index === 0 ? 'accent' : 'warning'), isMarked}, width);
	const at = places.timeline.cursor;
	const [first, second] = focus === 'timeline' ? [one[at] ?? 0, other[at] ?? 0] : [sum(one), sum(other)];
	const [timeline] = answer?.value.timelines ?? [];
	const when = timeline && focus === 'timeline' ? `${zonedTime(timeline.from + at * timeline.bucket, view.zone).slice(0, 16)} · ` : '';
	const count = (index: 0 | 1, events: number): string => `${index === 0 ? '█' : '⣿'} ${cutText(names[index]!, 16)} ${formatNumber(events)}`;
	return {
		rows: [row(0, one, solid), row(1, other, dotted)],
		words: answer ? [span(`${when}${count(0, first)}   ${count(1, second)} events`, stale ? 'quiet' : 'accent')] : [span('asking…', 'quiet')],
	};
};
