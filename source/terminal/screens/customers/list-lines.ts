import {formatCount, formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {EventRow} from '../../../records/answer.ts';
import type {State} from '../../app/state.ts';
import {fitLine, inTone, span, type Line} from '../../drawing/line.ts';
import {maskText} from '../../drawing/masking.ts';
import {wrapSentences} from '../../drawing/wrap.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';
import {fitText} from '../../text/fit-text.ts';
import {bodyBox} from '../frame/body-box.ts';
import {accountShown, wordsShown} from '../../app/blinding.ts';
import {showingOf} from '../explore/event-columns.ts';
import {chipsLeft} from '../explore/emptied.ts';
import {customerCell, customerShowing, placedCustomerColumns, type PlacedCustomerColumn} from './customer-columns.ts';
import {entryAt, entryCount, windowKey} from './customers-state.ts';

/** Cursor sign before each row. */
const signWidth = 2;

/** The columns in view now. */
export const shownCustomerColumns = (state: Pick<State, 'size'>): readonly PlacedCustomerColumn[] => placedCustomerColumns(bodyBox(state).width - signWidth);

/** The heading takes a row of the body. */
export const listRows = (state: Pick<State, 'size'>): number => Math.max(1, bodyBox(state).height - 1);

const heading = ({customers: {column, sort, descending}}: State, placed: readonly PlacedCustomerColumn[]): Line => [
	span(' '.repeat(signWidth)),
	...placed.flatMap(({column: {title, align, sort: own}, width}, index): Line => {
		const mark = own === sort ? (descending ? '↓' : '↑') : '';
		return [span(index === 0 ? '' : ' '), span(fitText(title + mark, width, align), index === Math.min(column, placed.length - 1) ? 'accent' : 'strong')];
	}),
];

/** `bulk export  2020-10-03 14:03  E0042  500 unnamed`: nobody is invented behind it. */
export const unlistedText = (event: EventRow, state: State): string => {
	const {at, employee, customers, customerScope, recordCount, reason, dataTypes} = event;
	const {zone, masked, blinding} = showingOf(state);
	const named = customers.length > 0 ? `${formatNumber(customers.length)} named, ` : '';
	const reached = customerScope === 'unknown' ? 'it does not say how many' : `${named}${formatNumber((recordCount ?? 0) - customers.length)} not named`;
	const words = visibleText(`bulk export  ${zonedTime(at, zone).slice(0, 16)}  ${employee === undefined ? 'no account' : accountShown(employee, blinding)}  ${reached}  ${dataTypes.join(' ')}  ${reason === undefined ? '' : wordsShown(reason, event, blinding)}`);
	return masked ? maskText(words) : words;
};

const rowLine = (state: State, position: number, placed: readonly PlacedCustomerColumn[]): Line => {
	const sign = span(position === state.customers.place.cursor ? '▸ ' : '  ', 'accent');
	const entry = entryAt(state.customers, position);
	if (!entry) {
		return [sign, span('…', 'quiet')];
	}

	return 'unlisted' in entry
		? [sign, span(unlistedText(entry.unlisted, state), 'warning')]
		: [sign, ...placed.flatMap(({column, width}, index): Line => [
			span(`${index === 0 ? '' : ' '}${fitText(customerCell(column, entry.customer, customerShowing(state), width), width, column.align)}`),
		])];
};

/** Heading and rows in view; the one under the cursor is marked by a sign and a tone. */
export const customerLines = (state: State): readonly Line[] => {
	const {customers} = state;
	const {width, height} = bodyBox(state);
	const placed = shownCustomerColumns(state);
	const stale = customers.window?.key !== windowKey(state);
	const failed = customers.failure?.key === windowKey(state) ? customers.failure.message : undefined;
	if (failed !== undefined || (entryCount(customers) === 0 && !stale)) {
		const words = failed === undefined ? chipsLeft(state) : [visibleText(failed)];
		return wrapSentences(words, width, height).map((row): Line => [span(row)]);
	}

	if (!customers.window) {
		return [heading(state, placed), [span('  asking…', 'quiet')]];
	}

	const {cursor, top} = customers.place;
	const rows = Array.from({length: Math.max(0, Math.min(listRows(state), entryCount(customers) - top))}, (_, slot) => {
		const line = fitLine(rowLine(state, top + slot, placed), width);
		const shown = stale ? inTone(line, 'quiet') : line;
		return top + slot === cursor ? inTone(shown, 'chosen') : shown;
	});
	return [heading(state, placed), ...rows];
};

/** `12 of 571 customers · 3 bulk exports name nobody`. */
export const customersAside = ({customers}: State): string => {
	if (!customers.window) {
		return '';
	}

	const {count, unlisted} = customers.window.value;
	const {cursor} = customers.place;
	const place = cursor < count ? `${formatNumber(cursor + 1)} of ${formatNumber(count)}` : `${formatNumber(count)}`;
	const more = unlisted.found > unlisted.events.length ? `, the first ${formatNumber(unlisted.events.length)} of them shown` : '';
	return `${place}${unlisted.found === 0 ? '' : ` · then ${formatCount(unlisted.found, 'export')} without all names${more}`}`;
};
