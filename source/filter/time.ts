import {earliestInstant, type Instant} from '../records/instant.ts';
import type {FilterContext} from './context.ts';
import type {Test} from './filter.ts';
import {FilterMistake, shown} from './mistake.ts';
import {parsePeriod, type Period} from './period.ts';
import type {Bound} from './syntax.ts';

export type TimeTest = Extract<Test, {kind: 'within'}>;
type Limits = {readonly from?: Instant | undefined; readonly to?: Instant | undefined};

const relativeForm = /^last(?: (\d{1,5}))? (minute|hour|day|week)s?$/i;
const minute = 60_000_000;
const units = new Map<string, number>([['minute', minute], ['hour', 60 * minute], ['day', 24 * 60 * minute], ['week', 7 * 24 * 60 * minute]]);

/** Whether the newest event must be known before this value can be resolved. */
export const isRelative = (text: string): boolean => relativeForm.test(text);

/** Half-open limits as a test; refuses those that no moment can meet. */
export const within = ({from, to}: Limits, at: number): TimeTest => {
	if (from !== undefined && to !== undefined && from >= to) {
		throw new FilterMistake('this range of time ends before it begins', at);
	}

	return {kind: 'within', ...(from === undefined ? {} : {from}), ...(to === undefined ? {} : {to})};
};

/** Back from the newest event, which is included. */
const relativeTime = (text: string, at: number, newest: Instant | undefined): TimeTest => {
	const [, count = '1', unit = ''] = relativeForm.exec(text) ?? [];
	if (newest === undefined) {
		throw new FilterMistake(`${shown(text)} counts back from the newest event, and there is none`, at, 'write the dates');
	}

	const from = newest - (Number(count) * (units.get(unit.toLowerCase()) ?? minute));
	return within({from: Math.max(from, earliestInstant), to: newest + 1}, at);
};

/** Where `a..b` ends: a day, month, week or year is included whole; a moment is not, so that ranges of moments can be laid end to end. */
export const endOf = (period: Period): Instant => period.exact ? period.from : period.to;

const compared = (operator: string, period: Period): Limits => {
	switch (operator) {
		case '>=': {
			return {from: period.from};
		}

		case '>': {
			return {from: period.to};
		}

		case '<': {
			return {to: period.from};
		}

		default: {
			return {to: period.to};
		}
	}
};

/** The text behind `time:`, already without quotes. */
export const timeOfText = (text: string, at: number, {displayTimezone: zone, newest}: FilterContext): TimeTest => {
	if (/^last\b/i.test(text)) {
		if (!isRelative(text)) {
			throw new FilterMistake(`time not understood: ${shown(text)}`, at, 'write it in quotes: time:"last 7 days" (minutes, hours, days or weeks)');
		}

		return relativeTime(text, at, newest);
	}

	const [, operator, operand = ''] = /^([<>]=?)(.*)$/s.exec(text) ?? [];
	if (operator !== undefined) {
		return within(compared(operator, parsePeriod(operand, {at: at + operator.length, zone})), at);
	}

	const dots = text.indexOf('..');
	if (dots === -1) {
		return within(parsePeriod(text, {at, zone}), at);
	}

	const [left, right] = [text.slice(0, dots), text.slice(dots + 2)];
	if (left === '' && right === '') {
		throw new FilterMistake('a range needs a beginning or an end', at, 'as in time:2020-10-01.. or time:..2020-10-24');
	}

	return within({
		from: left === '' ? undefined : parsePeriod(left, {at, zone}).from,
		to: right === '' ? undefined : endOf(parsePeriod(right, {at: at + dots + 2, zone})),
	}, at);
};

/** `[from TO to)` or `[from TO to]`; the closing square bracket includes what stands before it: the whole day, or the one moment. */
export const timeOfRange = ({from, to, closed, at}: {readonly from: Bound; readonly to: Bound; readonly closed: boolean; readonly at: number}, {displayTimezone: zone}: FilterContext): TimeTest => {
	if (from.text === '*' && to.text === '*') {
		throw new FilterMistake('a range needs a beginning or an end', at, 'as in time:[2020-10-01 TO *)');
	}

	const last = to.text === '*' ? undefined : parsePeriod(to.text, {at: to.at, zone});
	return within({
		from: from.text === '*' ? undefined : parsePeriod(from.text, {at: from.at, zone}).from,
		to: closed ? last?.to : last?.from,
	}, at);
};
