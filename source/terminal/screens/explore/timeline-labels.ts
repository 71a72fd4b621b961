import type {Timeline} from '../../../investigation/investigation.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const day = 86_400_000_000;

type Unit = {
	/** How much of `2020-10-03 14:03:11` names one of its kind. */
	readonly length: number;
	readonly name: (time: string) => string;
};

const monthName = (time: string): string => months[Number(time.slice(5, 7)) - 1] ?? '';
const hours: Unit = {length: 13, name: time => `${time.slice(11, 13)}:00`};
const days: Unit = {length: 10, name: time => `${Number(time.slice(8, 10))} ${monthName(time)}`};
const wholeMonths: Unit = {length: 7, name: time => time.slice(5, 7) === '01' ? time.slice(0, 4) : monthName(time)};
const years: Unit = {length: 4, name: time => time.slice(0, 4)};

const unitFor = (span: number): Unit => span <= 2 * day ? hours : (span <= 50 * day ? days : (span <= 1100 * day ? wholeMonths : years));

/** Names of months (or days, hours, years) under the bars at which they begin, as many as do not touch. The first says its year. */
export const timelineLabels = ({from, to, bucket, all}: Timeline, zone: string): string => {
	const unit = unitFor(to - from);
	let line = '';
	let before = '';
	for (const column of all.keys()) {
		const time = zonedTime(from + column * bucket, zone);
		const period = time.slice(0, unit.length);
		const name = column === 0 && unit !== years ? `${unit.name(time)} ${time.slice(0, 4)}`.replace(/^(\d{4}) \1$/, '$1') : unit.name(time);
		if (period !== before && (column === 0 || line.length + 2 <= column)) {
			line = line.padEnd(column) + name;
		}

		before = period;
	}

	return line;
};
