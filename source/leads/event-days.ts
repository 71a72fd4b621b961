import {inOrder} from './gather.ts';

/** What was logged of one account, day by day: days in order, and a number for each. */
export type EventDays = Readonly<Record<'days' | 'events' | 'reasoned' | 'offHours' | 'burst' | 'exports' | 'denied', Uint32Array>>;

export type EventColumns = {
	readonly account: Uint32Array;
	/** Ten minutes since the first day began. */
	readonly bout: Uint32Array;
	/** Bits: 1 states a reason, 2 is an export or a share, 4 was denied. */
	readonly marks: Uint8Array;
};

const boutsOfDay = 144;
const hourOf = (bout: number): number => Math.floor(bout % boutsOfDay / 6);

type Slice = {readonly columns: EventColumns; readonly rows: Uint32Array};

/** The hours in which an account is used on at least a tenth of its days. */
const ownHours = ({columns: {bout, marks}, rows}: Slice): readonly boolean[] => {
	const days = new Set<number>();
	const hours = Array.from({length: 24}, () => ({last: -1, days: 0}));
	for (const row of rows) {
		if ((marks[row]! & 4) === 0) {
			const day = Math.floor(bout[row]! / boutsOfDay);
			const hour = hours[hourOf(bout[row]!)]!;
			days.add(day);
			hour.days += hour.last === day ? 0 : 1;
			hour.last = day;
		}
	}

	return hours.map(hour => hour.days > 0 && hour.days * 10 >= days.size);
};

/** Counts the days of one account; its rows are in the order of time. */
const daysOf = (slice: Slice): EventDays => {
	const {columns: {bout, marks}, rows} = slice;
	const own = ownHours(slice);
	const found = {days: [] as number[], events: [] as number[], reasoned: [] as number[], offHours: [] as number[], burst: [] as number[], exports: [] as number[], denied: [] as number[]};
	let bouted = -1;
	let together = 0;
	for (const row of rows) {
		const day = Math.floor(bout[row]! / boutsOfDay);
		if (found.days.at(-1) !== day) {
			found.days.push(day);
			for (const counts of [found.events, found.reasoned, found.offHours, found.burst, found.exports, found.denied]) {
				counts.push(0);
			}
		}

		const at = found.days.length - 1;
		if ((marks[row]! & 4) > 0) {
			found.denied[at]!++;
			continue;
		}

		together = bouted === bout[row]! ? together + 1 : 1;
		bouted = bout[row]!;
		found.events[at]!++;
		found.reasoned[at]! += marks[row]! & 1;
		found.exports[at]! += (marks[row]! >> 1) & 1;
		found.offHours[at]! += own[hourOf(bout[row]!)] ? 0 : 1;
		found.burst[at] = Math.max(found.burst[at]!, together);
	}

	return {
		days: Uint32Array.from(found.days), events: Uint32Array.from(found.events), reasoned: Uint32Array.from(found.reasoned), offHours: Uint32Array.from(found.offHours),
		burst: Uint32Array.from(found.burst), exports: Uint32Array.from(found.exports), denied: Uint32Array.from(found.denied),
	};
};

/** The days of each account. Two passes sort the events by time and then by account, whatever their number. */
export const eventDays = (columns: EventColumns, count: number): readonly EventDays[] => {
	let last = 0;
	for (const bout of columns.bout) {
		last = Math.max(last, bout);
	}

	const {rows, begins} = inOrder(columns.account, count, inOrder(columns.bout, last + 1, undefined).rows);
	return Array.from({length: count}, (_, account) => daysOf({columns, rows: rows.subarray(begins[account]!, begins[account + 1]!)}));
};
