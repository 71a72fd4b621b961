import {beginsOf, type Numbers} from './gather.ts';

/** What was logged of one account, day by day: days in order, and a number for each. */
export type EventDays = Readonly<Record<'days' | 'events' | 'reasoned' | 'offHours' | 'burst' | 'exports' | 'denied', Uint32Array>>;

export type EventColumns = {
	readonly account: Numbers;
	/** Ten minutes since the first day began. */
	readonly bout: Uint32Array;
	/** Bits: 1 states a reason, 2 is an export or a share, 4 was denied. */
	readonly marks: Uint8Array;
};

const boutsOfDay = 144;
const hourOf = (bout: number): number => Math.floor(bout % boutsOfDay / 6);

const boutOf = (event: number): number => event >>> 3;

/** The hours in which an account is used on at least a tenth of its days. */
const ownHours = (events: Uint32Array): readonly boolean[] => {
	let days = 0;
	const hours = Array.from({length: 24}, () => ({last: -1, days: 0}));
	let last = -1;
	for (const event of events) {
		if ((event & 4) === 0) {
			const day = Math.floor(boutOf(event) / boutsOfDay);
			const hour = hours[hourOf(boutOf(event))]!;
			days += day === last ? 0 : 1;
			last = day;
			hour.days += hour.last === day ? 0 : 1;
			hour.last = day;
		}
	}

	return hours.map(hour => hour.days > 0 && hour.days * 10 >= days);
};

/** Counts the days of one account; its events are in the order of time. */
const daysOf = (all: Uint32Array): EventDays => {
	const own = ownHours(all);
	const found = {days: [] as number[], events: [] as number[], reasoned: [] as number[], offHours: [] as number[], burst: [] as number[], exports: [] as number[], denied: [] as number[]};
	let bouted = -1;
	let together = 0;
	for (const event of all) {
		const bout = boutOf(event);
		const day = Math.floor(bout / boutsOfDay);
		if (found.days.at(-1) !== day) {
			found.days.push(day);
			for (const counts of [found.events, found.reasoned, found.offHours, found.burst, found.exports, found.denied]) {
				counts.push(0);
			}
		}

		const at = found.days.length - 1;
		if ((event & 4) > 0) {
			found.denied[at]!++;
			continue;
		}

		together = bouted === bout ? together + 1 : 1;
		bouted = bout;
		found.events[at]!++;
		found.reasoned[at]! += event & 1;
		found.exports[at]! += (event >> 1) & 1;
		found.offHours[at]! += own[hourOf(bout)] ? 0 : 1;
		found.burst[at] = Math.max(found.burst[at]!, together);
	}

	return {
		days: Uint32Array.from(found.days), events: Uint32Array.from(found.events), reasoned: Uint32Array.from(found.reasoned), offHours: Uint32Array.from(found.offHours),
		burst: Uint32Array.from(found.burst), exports: Uint32Array.from(found.exports), denied: Uint32Array.from(found.denied),
	};
};

/** The days of each account. The events are divided among the accounts, and those of one are put in the order of time: bits of what an event is stand below its time. */
export const eventDays = ({account, bout, marks}: EventColumns, count: number): readonly EventDays[] => {
	const begins = beginsOf(account, count);
	const next = begins.slice();
	const events = new Uint32Array(account.length);
	for (let row = 0; row < account.length; row++) {
		events[next[account[row]!]!++] = bout[row]! * 8 + marks[row]!;
	}

	return Array.from({length: count}, (_, place) => daysOf(events.subarray(begins[place]!, begins[place + 1]!).toSorted()));
};
