import {basename} from 'node:path';
import {formatCount, formatNumber} from '../document/format-number.ts';
import {visibleText} from '../document/visible-text.ts';
import {orderOfDays, writtenDay, type DateOrder} from '../records/written-day.ts';

/*
The day on which an employee left, as a directory says it. Accesses are counted up to it and behind it, so a day that was guessed would accuse somebody: whatever does not
say one day is not taken, and told with its record.
*/

/** What a row of a directory says: the day, `2026-03-31`; `here`: none; `unclear`: something that is not one day. Undefined where it has no such column. */
export type SaidLeaving = string | undefined;
export const stillHere = 'here';
const unclear = 'unclear';

/** Why a day was not taken, as it is said of one and of many. */
type Problem = 'no day' | 'order' | 'moment' | 'hired';

const problems: ReadonlyArray<readonly [Problem, string, string, string]> = [
	['no day', 'is no day of the calendar', 'are no days of the calendar', 'write 2026-03-31'],
	['order', 'can be read with the month first or the day first', 'can be read with the month first or the day first', 'say --date-order mdy or --date-order dmy, or write 2026-03-31'],
	['moment', 'is a moment of UTC, which is another day elsewhere', 'are moments of UTC, which are another day elsewhere', 'write the day alone, 2026-03-31'],
	['hired', 'lies before the day of hiring in the same record', 'lie before the days of hiring in the same records', 'write the day on which the employee left last, or none'],
];

/** What programs write for none; the ends of time of SAP (31.12.9999) and Oracle (31-DEC-4712) are none, too. */
const none = /^(?:|[-–—]+|n\/?a|none|null|nil|0{4}-0{2}-0{2}|0{2}([./-])0{2}\1(?:0{4})|0{8})$/i;
const endOfTime = /^(?:(?:9999|4712)[-/.]?\d{2}[-/.]?\d{2}|\d{1,2}[-/. ]+(?:\d{1,2}|[a-z]{3,9})[-/. ]+(?:9999|4712))(?:[T ].*)?$/i;

/** Quoted only where it looks like a date: anything else may be somebody's name. */
const quoted = (text: string): string => /^[\d\s./:TZ+-]{1,30}$/.test(text) ? ` (“${visibleText(text)}”)` : '';

type Row = {readonly leaving?: string; readonly hired?: string};

export type LeavingColumn = {readonly path: string; readonly rows: readonly Row[]; /** The record of each row. */ readonly records: readonly number[]; readonly dateOrder: DateOrder | undefined};

const shown = 3;

/** `record 4 (“31/31/2026”), record 9 and 3 more`. */
const listed = (found: ReadonlyArray<{readonly record: number; readonly text: string}>): string => {
	const first = found.slice(0, shown).map(({record, text}) => `record ${formatNumber(record)}${quoted(text)}`);
	return found.length > shown ? `${first.join(', ')} and ${formatNumber(found.length - shown)} more` : first.join(', ');
};

/** Reads the column. In which order its dates are written the file tells itself, by its days of hiring, too; `dateOrder`, which is said of the logs as well, where it does not. */
export const readLeavingDays = ({path, rows, records, dateOrder}: LeavingColumn): {readonly said: readonly string[]; readonly notes: readonly string[]} => {
	const order = orderOfDays(rows.flatMap(({leaving, hired}) => [leaving ?? '', hired ?? ''])) ?? dateOrder;
	const found = new Map<Problem, Array<{readonly record: number; readonly text: string}>>();
	const problemOf = (leaving: string, hired = ''): Problem | {readonly day: string} => {
		const read = writtenDay(leaving, order);
		if (!('day' in read)) {
			return 'problem' in read ? read.problem : 'order';
		}

		const began = writtenDay(hired, order);
		return 'day' in began && began.day > read.day ? 'hired' : read;
	};
	const said = rows.map(({leaving: written = '', hired}, index) => {
		const leaving = written.trim();
		if (none.test(leaving) || endOfTime.test(leaving)) {
			return stillHere;
		}

		const read = problemOf(leaving, hired);
		if (typeof read !== 'string') {
			return read.day;
		}

		found.set(read, [...found.get(read) ?? [], {record: records[index]!, text: leaving}]);
		return unclear;
	});
	const name = basename(path);
	return {said, notes: problems.flatMap(([problem, one, many, next]) => {
		const all = found.get(problem) ?? [];
		return all.length === 0 ? [] : [`${formatCount(all.length, 'day')} of leaving in ${visibleText(name)} ${all.length === 1 ? one : many}, and ${all.length === 1 ? 'was' : 'were'} not taken: ${listed(all)}; ${next}.`];
	})};
};

/** From which columns the days were taken: a contract that ended is not yet an employee who left. */
export const takenNotes = (employees: number, columns: readonly string[]): readonly string[] =>
	employees === 0 ? [] : [`${formatCount(employees, 'employee')} ${employees === 1 ? 'has' : 'have'} a day of leaving, from the column ${columns.join(', ')}.`];

/** A column as its file calls it. */
export const columnName = (path: string, column: string): string => `“${visibleText(column)}” of ${visibleText(basename(path))}`;

/** Rows of one employee that say different things, by their places among all rows of all directories. */
export const conflictNotes = (conflicts: ReadonlyArray<readonly number[]>, placeOf: (row: number) => {readonly path: string; readonly record: number}): readonly string[] => {
	if (conflicts.length === 0) {
		return [];
	}

	const first = conflicts.slice(0, shown).map(rows => rows.map(row => placeOf(row)).map(({path, record}) => `record ${formatNumber(record)} of ${visibleText(basename(path))}`).join(' and '));
	return [`${formatCount(conflicts.length, 'employee')} ${conflicts.length === 1 ? 'has' : 'have'} rows that differ in the day of leaving, and none was taken: ${first.join('; ')}${conflicts.length > shown ? `; and ${formatNumber(conflicts.length - shown)} more` : ''}. Write one day for each, or none.`];
};
