import type {TimeStyle} from './world-style.ts';

const two = (number: number): string => String(number).padStart(2, '0');

/** Numbers as a clock and a calendar show them; nothing checks that such a day exists. */
export type Shown = {readonly year: number; readonly month: number; readonly day: number; readonly hour: number; readonly minute: number; readonly second: number; readonly microsecond: number};

/** From a wall (milliseconds, as if UTC) and the microseconds within its second. */
export const shownOf = (wall: number, microsecond = 0): Shown => {
	const date = new Date(wall);
	return {
		year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(),
		hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(), microsecond,
	};
};

export const impossible: Shown = {year: 2020, month: 2, day: 30, hour: 10, minute: 15, second: 0, microsecond: 0};
export const nonsense = '31/31/2020';

const clock = ({hour, minute, second}: Shown): string => `${two(hour)}:${two(minute)}:${two(second)}`;
const twelveHours = ({hour, minute, second}: Shown): string => `${hour % 12 || 12}:${two(minute)}:${two(second)} ${hour < 12 ? 'AM' : 'PM'}`;

export const timeText = (style: TimeStyle, shown: Shown): string => {
	const {year, month, day, microsecond} = shown;
	return {
		iso: `${year}-${two(month)}-${two(day)} ${clock(shown)}`,
		microseconds: `${year}-${two(month)}-${two(day)}T${clock(shown)}.${String(microsecond).padStart(6, '0')}`,
		us: `${two(month)}/${two(day)}/${year} ${clock(shown)}`,
		'us-12-hours': `${month}/${day}/${year} ${twelveHours(shown)}`,
		european: `${two(day)}.${two(month)}.${year} ${clock(shown)}`,
		'slashed-european': `${two(day)}/${two(month)}/${year} ${clock(shown)}`,
	}[style];
};

/** ISO 8601 with an offset, another one for every third moment. */
export const offsetText = (at: number): string => {
	const [minutes, text] = ([[0, 'Z'], [120, '+02:00'], [-330, '-05:30']] as const)[at % 3]!;
	return new Date(at + (minutes * 60_000)).toISOString().slice(0, 23) + text;
};
