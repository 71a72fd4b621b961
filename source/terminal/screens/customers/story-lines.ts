import {formatCount, formatNumber} from '../../../document/format-number.ts';
import {sparkline} from '../../../document/sparkline.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {levelOf} from '../../../investigation/case/level.ts';
import type {EventRow} from '../../../records/answer.ts';
import type {State} from '../../app/state.ts';
import {fitLine, inTone, span, type Line} from '../../drawing/line.ts';
import {maskName, maskText} from '../../drawing/masking.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';
import {fitColumns, type ColumnWish} from '../../text/columns.ts';
import {cutText, fitText} from '../../text/fit-text.ts';
import {blindingOf} from '../../app/blinding.ts';
import {cellText, eventColumns, showingOf} from '../explore/event-columns.ts';
import {labelOf} from '../explore/facet-lines.ts';
import {timelineLabels} from '../explore/timeline-labels.ts';
import {bodyBox} from '../frame/body-box.ts';
import {customerShowing} from './customer-columns.ts';
import type {CustomerStory, OpenedCustomer} from './customers-state.ts';
import {storyKey} from './story-key.ts';

/** When, by whom, what and why; who it was about is in the title. */
const wishes: readonly ColumnWish[] = [
	{key: 'time', width: 19}, {key: 'employee', width: 10, minimum: 8}, {key: 'name', width: 14, minimum: 10, optional: 3}, {key: 'data', width: 18, minimum: 8, grow: 1},
	{key: 'activity', width: 8}, {key: 'reason', width: 20, minimum: 8, grow: 2}, {key: 'system', width: 12, minimum: 8, optional: 2}, {key: 'resource', width: 26, minimum: 14, grow: 1, optional: 4},
];

/** Rows above the events: who, how much, what, by whom, bars, labels, legend, heading. */
const rowsAbove = 8;

export const storyRows = (state: Pick<State, 'size'>): number => Math.max(1, bodyBox(state).height - rowsAbove);

/** A value of the line that stands before others: a long one does not push them out of sight. To the ear it is said whole. */
const shortly = (text: string, {spoken}: State, width = 32): string => spoken ? text : cutText(text, width);

const hide = (text: string, masked: boolean): string => masked ? maskText(visibleText(text)) : visibleText(text);

const who = ({customer}: OpenedCustomer, {whole}: CustomerStory, state: State): Line => {
	const {masked} = state;
	const name = whole?.name === undefined ? '' : `   ${shortly(visibleText(masked ? maskName(whole.name) : whole.name), state)}`;
	const email = whole?.email === undefined ? '' : `   ${shortly(hide(whole.email, masked), state, 48)}`;
	const country = whole?.country === undefined ? '' : `   ${shortly(visibleText(whole.country), state)}${whole.countryBasis === undefined ? '' : ` (${visibleText(whole.countryBasis)})`}`;
	const controller = whole?.controller === undefined ? '' : `   controller ${shortly(visibleText(whole.controller), state)}`;
	return [span(shortly(hide(customer, masked), state, 48), 'strong'), span(`${name}${email}${country}${controller}`)];
};

const howMuch = ({whole, found}: CustomerStory, state: State): Line => whole
	? [span(`${formatCount(whole.events, 'event')} by ${formatCount(whole.employees.length, 'employee')}, ${zonedTime(whole.firstAt, state.view.zone).slice(0, 16)} – ${zonedTime(whole.lastAt, state.view.zone).slice(0, 16)}   `), span(levelOf(whole, customerShowing(state).corroborated), 'quiet')]
	: [span(found === 0 ? 'Nobody reached this customer.' : 'Nobody reached this customer: every attempt was denied or failed.')];

const what = ({whole}: CustomerStory, {masked}: State): Line => whole ? [span('data ', 'quiet'), span(hide(whole.dataTypes.join(' '), masked), 'accent')] : [];

const byWhom = ({employees}: CustomerStory, state: State): Line => [
	span('by ', 'quiet'),
	span(employees.map(row => `${shortly(labelOf(row, state.masked, blindingOf(state)), state)} ${formatNumber(row.events)}`).join(' · ') || 'nobody named'),
];

/** Who it is, how much reached them, what of it, and by whom. */
export const storyHead = (opened: OpenedCustomer, story: CustomerStory, state: State): readonly Line[] => [who(opened, story, state), howMuch(story, state), what(story, state), byWhom(story, state)];

const bars = ({timeline: {filtered}}: CustomerStory): string => [...sparkline(filtered)].map((bar, index) => filtered[index] === 0 ? '·' : bar).join('');

const eventLine = (event: EventRow, {matching}: CustomerStory, state: State, columns: ReturnType<typeof fitColumns>): Line => {
	const cells = columns.map(({key, width}) => fitText(cellText(eventColumns.find(({id}) => id === key)!, event, showingOf(state), width), width));
	return [span(matching.has(event.row) ? '● ' : '○ ', matching.has(event.row) ? 'accent' : 'quiet'), span(cells.join(' '))];
};

/** One customer: what, when, by whom and why, across all employees and the whole time, whatever the filter says. */
export const storyLines = (state: State, opened: OpenedCustomer): readonly Line[] => {
	const {width} = bodyBox(state);
	if (opened.failure !== undefined || !opened.story) {
		return [[span(opened.failure === undefined ? 'asking…' : visibleText(opened.failure), 'quiet')]];
	}

	const {key, value: story} = opened.story;
	const columns = fitColumns(wishes, width - 3);
	const {cursor, top} = opened.place;
	const rows = story.events.slice(top, top + storyRows(state)).map((event, slot): Line => {
		const line = [span(top + slot === cursor ? '▸' : ' ', 'accent'), ...eventLine(event, story, state, columns)];
		return top + slot === cursor ? inTone(fitLine(line, width), 'chosen') : line;
	});
	const more = story.found > story.events.length ? ` The first ${formatNumber(story.events.length)} of ${formatNumber(story.found)} stand here.` : '';
	const lines = [
		...storyHead(opened, story, state),
		[span(bars(story), 'accent')], [span(timelineLabels(story.timeline, state.view.zone), 'quiet')],
		[span(`All accounts, all times. ● the filter leaves it, ○ it does not.${more}`, 'quiet')],
		[span(`   ${columns.map(({key: id, width: wide}) => fitText(id === 'time' ? `time (${state.view.zone})` : id, wide)).join(' ')}`, 'strong')],
		...rows,
	];
	return key === storyKey(state, opened) ? lines : lines.map(line => inTone(line, 'quiet'));
};
