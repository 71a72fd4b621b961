import type {TimeStyle} from './field-expression.ts';
import {isDate} from './calendar.ts';
import {parseTime} from './parse-time.ts';

/** Which of month and day stands first. */
export type DateOrder = Extract<TimeStyle, {readonly kind: 'numeric-date'}>['order'];

/** A day as a person or a program wrote it: the day, `2026-03-31`; or both that it may be; or none. */
export type WrittenDay =
	| {readonly day: string}
	/** Month and day can be told neither way. */
	| {readonly mdy: string; readonly dmy: string}
	/** A moment of UTC is another day elsewhere. */
	| {readonly problem: 'no day' | 'moment'};

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** `31-MAR-2026`, `31 March 2026`, `31. Mar. 26`; and `March 31, 2026`. */
const dayFirst = /^(\d{1,2})[-. ]+([a-z]{3,9})\.?[-, ]+(\d{4}|\d{2})$/i;
const monthFirst = /^([a-z]{3,9})\.? +(\d{1,2}),? +(\d{4})$/i;
const numeric = /^\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})$/;
const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
/** A time behind a day: tables write days as the midnight at their beginning. */
const timed = /^(.*?\d)(?:T|,? +)(\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?) ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
const midnight = /^(?:0{1,2}:00(?::00(?:[.,]0+)?)?|12:00(?::00(?:[.,]0+)?)? ?am)$/i;

const two = (text: string): string => text.padStart(2, '0');
const fullYear = (text: string): string => text.length === 2 ? String(Number(text) + (Number(text) < 69 ? 2000 : 1900)) : text;

/** By the rules for times of logs; undefined for a day that the calendar does not have. */
const numericDay = (text: string, order: DateOrder): string | undefined => {
	const parsed = parseTime(text, {kind: 'numeric-date', order, separator: numeric.exec(text)![1] as '-' | '/' | '.'}, 'UTC');
	return 'at' in parsed ? new Date(parsed.at / 1000).toISOString().slice(0, 10) : undefined;
};

const monthNumber = (name: string): string => two(String(months.findIndex(month => month.startsWith(name.toLowerCase())) + 1));

/** A day that is written in one way only; undefined where month and day are both numbers. */
const plainDay = (text: string): string | undefined => {
	const [, year, , month, day] = iso.exec(text) ?? [];
	if (year !== undefined) {
		return `${year}-${two(month!)}-${two(day!)}`;
	}

	if (compact.test(text)) {
		return text.replace(compact, '$1-$2-$3');
	}

	const [, early, name, late] = dayFirst.exec(text) ?? [];
	if (early !== undefined) {
		return `${fullYear(late!)}-${monthNumber(name!)}-${two(early)}`;
	}

	const [, first, second, third] = monthFirst.exec(text) ?? [];
	return first === undefined ? undefined : `${third!}-${monthNumber(first)}-${two(second!)}`;
};

/** Reads one day. `order` decides where the numbers leave it open. A time behind it is passed over, for a day is meant; only one of UTC may mean the day before or after. */
export const writtenDay = (written: string, order?: DateOrder): WrittenDay => {
	const [, date = written.trim(), time, offset] = timed.exec(written.trim()) ?? [];
	if (time !== undefined && offset !== undefined && !midnight.test(time) && /^(?:Z|UTC|GMT|[+-]0{2}(?::?0{2})?)$/i.test(offset)) {
		return {problem: 'moment'};
	}

	if (!numeric.test(date)) {
		const day = plainDay(date);
		return day !== undefined && isDate(day) && day >= '1900' && day < '2200' ? {day} : {problem: 'no day'};
	}

	const [mdy, dmy] = [numericDay(date, 'mdy'), numericDay(date, 'dmy')];
	if (mdy !== undefined && dmy !== undefined && mdy !== dmy) {
		return order === undefined ? {mdy, dmy} : {day: {mdy, dmy}[order]};
	}

	const day = mdy ?? dmy;
	return day === undefined ? {problem: 'no day'} : {day};
};

/** Which order the days of one table are written in, told by those that allow one reading only; undefined where none does, or both do. */
export const orderOfDays = (written: readonly string[]): DateOrder | undefined => {
	const told = new Set<DateOrder>();
	for (const text of written) {
		const [, date = text.trim()] = timed.exec(text.trim()) ?? [];
		const [isMonthFirst, isDayFirst] = numeric.test(date) ? [numericDay(date, 'mdy') !== undefined, numericDay(date, 'dmy') !== undefined] : [false, false];
		if (isMonthFirst !== isDayFirst) {
			told.add(isMonthFirst ? 'mdy' : 'dmy');
		}
	}

	return told.size === 1 ? [...told][0] : undefined;
};
