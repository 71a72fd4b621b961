import {timeStyleOf} from '../records/parse-time.ts';
import {nameRank} from './roles.ts';
import {plainName} from './vocabulary.ts';

/** A day and the time of day in columns of their own, as `date+time`. */
export type DayAndClock = {readonly day: string; readonly clock: string};

/** A day, and the midnight that spreadsheets put behind it; patterns that JavaScript and the engine read alike. */
export const dayText = String.raw`\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}`;
export const midnightText = String.raw`(?: +|T)(?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?[Aa][Mm])`;

const day = new RegExp(`^${dayText}(?:${midnightText})?$`);
const clock = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?(?: ?(?:Z|UTC|[+-]\d{1,2}:?\d{2}))?$/;

/** Names of columns of days that are no time by themselves: a birthday is none. */
const dayNames = new Set('day tag jour dia data giorno dag dato accessdate logdate eventday zugriffsdatum dateacces fechaacceso'.split(' '));
const clockName = /time|clock|uhr|zeit|heure|hora|tijd|ora$|godzina/;
/** How long, or the time of something else: `response_time`, `Dauer`, `end time`. */
const otherTime = /duration|elapsed|dauer|spent|length|process|response|handl|worked|wait|end|clos|finish|logout|birth|timeout|timezone|zeitzone|open|durée|duree|duracion/;

const isDay = (column: string): boolean => nameRank('time', column) !== undefined || dayNames.has(lastName(column));
const isClock = (column: string): boolean => clockName.test(lastName(column)) && !otherTime.test(lastName(column));
const lastName = (column: string): string => plainName(column.replaceAll('[]', '').split('.').at(-1)!);
const parent = (column: string): string => column.split('.').slice(0, -1).join('.');

const most = (texts: readonly string[], pattern: RegExp): boolean => texts.length > 0 && texts.filter(text => pattern.test(text)).length >= texts.length * 0.8;

/** By name, columns that stand in the same object of JSON first, then in the order of the table. */
const best = (columns: readonly string[], beside: string): string | undefined =>
	columns.toSorted((a, b) => Number(parent(a) !== beside) - Number(parent(b) !== beside) || (nameRank('time', a) ?? 1000) - (nameRank('time', b) ?? 1000))[0];

/**
The column of days and the column of clock times that make the time together; `time` is the column that was taken by its name, and must
hold days alone. Undefined where there are no two such columns.
*/
export const dayAndClock = (values: ReadonlyMap<string, readonly string[]>, time: string | undefined): DayAndClock | undefined => {
	const days = time === undefined ? [...values].filter(([column, texts]) => isDay(column) && most(texts, day)).map(([column]) => column) : (most(values.get(time) ?? [], day) ? [time] : []);
	const dayColumn = best(days, '');
	const clocks = [...values].filter(([column, texts]) => column !== dayColumn && isClock(column) && most(texts, clock)).map(([column]) => column);
	const clockColumn = best(clocks, parent(dayColumn ?? ''));
	return dayColumn === undefined || clockColumn === undefined ? undefined : {day: dayColumn, clock: clockColumn};
};

/** Whether a column holds times, and not the clock's reading alone. */
export const holdsTimes = (texts: readonly string[]): boolean => texts.length === 0 || (timeStyleOf(texts)?.share ?? 0) >= 0.5;
