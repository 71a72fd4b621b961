import type {Timeline} from '../../../investigation/investigation.ts';
import {oncePerAnswer} from '../../drawing/once-per-answer.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const day = 86_400_000_000;

type Unit = {
	/** How much of `2020-10-03 14:03:11` names one of its kind. */
	readonly length: number;
	readonly name: (time: string) => string;
	/** What the one label that is dated says beside its name. Default: the year. */
	readonly dated?: (time: string) => string;
};

const monthName = (time: string): string => months[Number(time.slice(5, 7)) - 1] ?? '';
const dayName = (time: string): string => `${Number(time.slice(8, 10))} ${monthName(time)}`;
const isMidnight = (time: string): boolean => time.slice(11, 13) === '00';
/** An hour alone does not say of which day it is. */
const hours: Unit = {
	length: 13, name: time => isMidnight(time) ? dayName(time) : `${time.slice(11, 13)}:00`,
	dated: time => isMidnight(time) ? time.slice(0, 4) : `${dayName(time)} ${time.slice(0, 4)}`,
};
const days: Unit = {length: 10, name: dayName};
const wholeMonths: Unit = {length: 7, name: time => time.slice(5, 7) === '01' ? time.slice(0, 4) : monthName(time)};
const years: Unit = {length: 4, name: time => time.slice(0, 4)};

const unitFor = (span: number): Unit => span <= 2 * day ? hours : (span <= 50 * day ? days : (span <= 1100 * day ? wholeMonths : years));

type Label = {readonly column: number; readonly name: string; readonly full: string};

/** Where each period begins; the first column, which is in the midst of one, says which, but not in the place of the next. */
const beginnings = ({from, to, bucket, all}: Timeline, zone: string): readonly Label[] => {
	const unit = unitFor(to - from);
	const times = all.map((_, column) => zonedTime(from + column * bucket, zone));
	const labels = times.flatMap((time, column) => {
		const name = unit.name(time);
		const year = (unit.dated ?? (each => each.slice(0, 4)))(time);
		const begins = column === 0 || time.slice(0, unit.length) !== times[column - 1]!.slice(0, unit.length);
		return begins ? [{column, name, full: name === year ? name : `${name} ${year}`}] : [];
	});
	const [first, second, third] = labels;
	const isInTheWay = first && second && second.column < first.name.length + 2 && (third?.column ?? Number.MAX_SAFE_INTEGER) - second.column >= second.name.length + 2;
	return isInTheWay ? labels.slice(1) : labels;
};

/** The label that says the year: the first that can without pushing the next one away, else the first. */
const yearPlace = (labels: readonly Label[]): number =>
	Math.max(0, labels.findIndex(({column, full}, index) => (labels[index + 1]?.column ?? 0) >= column + full.length + 2));

/** Names of months (or days, hours, years) under the bars at which they begin, as many as do not touch. One is dated: it says its year, an hour its day too. */
export const timelineLabels = oncePerAnswer((timeline: Timeline, zone: string): string => {
	const labels = beginnings(timeline, zone);
	const dated = yearPlace(labels);
	let line = '';
	for (const [index, {column, name, full}] of labels.entries()) {
		if (index === 0 || line.length + 2 <= column) {
			line = line.padEnd(column) + (index === dated ? full : name);
		}
	}

	return line;
});
