import {visibleText} from '../../../document/visible-text.ts';
import {parseTime} from '../../../records/parse-time.ts';
import type {Asked, AskedOrder, AskedZone} from '../../app/asked.ts';
import {pathShown} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {editorLine} from '../../components/line-editor/view.ts';
import type {Hint} from '../../drawing/hints.ts';
import {fitLine, span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';
import {cutMiddle, fitText} from '../../text/fit-text.ts';
import {mappingLines} from './mapping-lines.ts';
import {zoneChoices, type ZoneChoice} from './zone-list.ts';

type Room = {readonly width: number; readonly height: number};

export const questions: Readonly<Record<Asked['kind'], string>> = {
	mapping: 'Which column means what?',
	'date-order': 'Month first, or day first?',
	zone: 'In which time zone was this logged?',
};

const titleLine = ({kind, doubt: {paths}}: Asked, state: State, width: number): Line => {
	const [first = '', ...more] = paths;
	return [span(questions[kind], 'strong'), span(`   ${cutMiddle(visibleText(pathShown(first, state)), Math.floor(width / 3))}${more.length > 0 ? ` and ${more.length} more like it` : ''}`, 'quiet')];
};

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2020-04-03` → `3 April 2020`: no doubt is left. */
export const spelled = (day: string): string => {
	const [year, month, date] = day.split('-').map(Number);
	return month === undefined || date === undefined || !months[month - 1] ? day : `${date} ${months[month - 1]!} ${year}`;
};

const orderLines = ({doubt: {example, mdy, dmy}, chosen}: AskedOrder, width: number): readonly Line[] => {
	const option = (order: 'mdy' | 'dmy', words: string, day: string): Line => [
		span(order === chosen ? '▸ ' : '  ', 'accent'), span(fitText(words, 14), order === chosen ? 'chosen' : 'plain'),
		span(`  ${visibleText(example)}  is  `, 'quiet'), span(spelled(day), 'strong'), span(`  (--date-order ${order})`, 'quiet'),
	];
	return [
		...wrapWords('No date in these files allows one reading only, and both keep them in order.', width).map((row): Line => [span(row, 'quiet')]),
		[],
		option('mdy', 'month first', mdy), option('dmy', 'day first', dmy),
		[],
		[span(chosen === undefined ? 'Choose one with ↓ ↑; Enter takes it.' : 'Enter takes it.', 'quiet')],
	];
};

/** What the example means in a zone. */
export const inZone = ({doubt: {example, style}}: AskedZone, {zone = 'UTC'}: ZoneChoice): string => {
	const parsed = parseTime(example, style, zone);
	return 'at' in parsed ? `= ${zonedTime(parsed.at, 'UTC')} UTC` : 'no such time there: clocks went forward';
};

const zoneLines = (asked: AskedZone, {width, height}: Room): readonly Line[] => {
	const choices = zoneChoices(asked);
	const told = wrapWords(`Its times carry no offset: ${visibleText(asked.doubt.example)}. Not known: UTC, and results say “assumed”.`, width);
	const rows = Math.max(2, height - told.length + 1);
	// What the example means there stands beside it whole.
	const nameWidth = Math.max(16, Math.min(32, width - 30));
	const top = Math.max(0, Math.min(asked.cursor - Math.floor(rows / 2), choices.length - rows));
	return [
		...told.map((row): Line => [span(row, 'quiet')]),
		[span('zone ', 'accent'), ...editorLine(asked.editor, Math.min(40, width - 5))],
		...choices.slice(top, top + rows).map((choice, index): Line => {
			const here = top + index === asked.cursor;
			return [span(here ? '▸ ' : '  ', 'accent'), span(fitText(cutMiddle(choice.title, nameWidth), nameWidth), here ? 'chosen' : 'plain'), span(here ? `  ${inZone(asked, choice)}` : '', 'quiet')];
		}),
		...(choices.length === 0 ? [[span('  No zone is named like that. Try a city, such as Dublin or Los Angeles.', 'warning')] as Line] : []),
	];
};

/** How many rows a question takes; what is left shows the first records. */
const rowsFor = ({kind}: Asked, height: number): number => kind === 'mapping' ? height : Math.min(height, kind === 'zone' ? Math.max(6, height - 10) : 8);

/** What the load waits for, in at most so many rows. */
export const doubtLines = (asked: Asked, state: State, {width, height}: Room): readonly Line[] => {
	const rows = rowsFor(asked, height);
	const body = asked.kind === 'mapping'
		? mappingLines(asked, state, {width, height: rows - 2})
		: asked.kind === 'zone' ? zoneLines(asked, {width, height: rows - 5}) : orderLines(asked, width);
	return [titleLine(asked, state, width), [], ...body, []].slice(0, height).map(line => fitLine(line, width));
};

export const doubtHints: Readonly<Record<Asked['kind'], readonly Hint[]>> = {
	mapping: [['Enter', 'take these'], ['↓ ↑', 'role'], ['← →', 'column'], ['Esc', 'stop'], ['m', 'mask'], ['?', 'keys'], ['q', 'leave']],
	'date-order': [['Enter', 'take it'], ['↓ ↑', 'choose'], ['Esc', 'stop'], ['?', 'keys'], ['q', 'leave']],
	zone: [['Enter', 'take it'], ['↓ ↑', 'choose'], ['type', 'to find a city'], ['Esc', 'stop']],
};
