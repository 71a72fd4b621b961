import type {Reach} from './reach.ts';

/** Accesses side by side, in the order of days; the same may stand several times. */
export type AccessColumns = {
	readonly customers: Uint32Array;
	/** Days since the first day of the data. */
	readonly days: Uint16Array;
};

export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Where the rows of each key begin when they are put in the order of their keys, and behind the last one where they end. */
export const beginsOf = (keys: Numbers, size: number): Uint32Array => {
	const begins = new Uint32Array(size + 1);
	for (const key of keys) {
		begins[key + 1]!++;
	}

	for (let key = 0; key < size; key++) {
		begins[key + 1]! += begins[key]!;
	}

	return begins;
};

/** Fewer rows of one day in a line are copied one by one in less time. */
const fewInLine = 16;

/** A column in the order of the days that stand beside it, in memory of its own; what stands in a line on one day is copied in one go, and `begins` says where the rows of each day begin. */
const byDays = <Column extends Numbers>(column: Column, {day, begins, room}: {readonly day: Uint16Array; readonly begins: Uint32Array; readonly room: ArrayBuffer}): Column => {
	const sorted = new (column.constructor as new (room: ArrayBuffer, offset: number, length: number) => Column)(room, 0, column.length);
	const next = begins.slice();
	for (let from = 0; from < day.length;) {
		const today = day[from]!;
		let to = from + 1;
		while (to < day.length && day[to] === today) {
			to++;
		}

		const place = next[today]!;
		if (to - from > fewInLine) {
			sorted.set(column.subarray(from, to), place);
		} else {
			for (let row = from; row < to; row++) {
				sorted[place + row - from] = column[row]!;
			}
		}

		next[today] = place + to - from;
		from = to;
	}

	return sorted;
};

/**
Puts accesses in the order of their days, with whatever else stands beside them; those of one day keep their order. Done once, all ways to divide them go through memory in a
line. A column at a time and where it stands: of ten million accesses a second copy of all would be 140 MB.
*/
export const orderByDays = ({day, ...others}: {readonly [name: string]: Numbers; readonly day: Uint16Array}): void => {
	let last = 0;
	for (const each of day) {
		last = Math.max(last, each);
	}

	const order = {day, begins: beginsOf(day, last + 1), room: new ArrayBuffer(day.length * 4)};
	for (const column of Object.values(others)) {
		column.set(byDays(column, order));
	}

	day.set(byDays(day, order));
};

export type Division = {
	/** The holder of each access, from 0; `count` for none. */
	readonly holders: Numbers;
	readonly count: number;
	/** Where the accesses of each holder begin, as `beginsOf` says it for one more than `count`; worked out when absent. */
	readonly begins?: Uint32Array;
};

/** Room for so many accesses, in memory of a kind. */
export const roomFor = (length: number, Memory: typeof ArrayBuffer | typeof SharedArrayBuffer = ArrayBuffer): AccessColumns =>
	({customers: new Uint32Array(new Memory(length * 4)), days: new Uint16Array(new Memory(length * 2))});

/** The accesses of each holder, by days, as parts of `held`. The accesses are in the order of days. */
export const accessesOf = ({customers, days}: AccessColumns, {holders, count, begins = beginsOf(holders, count + 1)}: Division, held: AccessColumns): readonly Reach[] => {
	const next = begins.slice();
	for (let row = 0; row < customers.length; row++) {
		const place = next[holders[row]!]!++;
		held.customers[place] = customers[row]!;
		held.days[place] = days[row]!;
	}

	return Array.from({length: count}, (_, holder) => ({customers: held.customers.subarray(begins[holder]!, begins[holder + 1]!), days: held.days.subarray(begins[holder]!, begins[holder + 1]!)}));
};

/** What each holder reached, by days, a customer on a day once; `size` is the number of customers. */
export const reachesOf = (accesses: AccessColumns, {size, ...division}: Division & {readonly size: number}, held = roomFor(accesses.customers.length)): readonly Reach[] => {
	const marks = new Uint32Array(size);
	let stamp = 0;
	return accessesOf(accesses, division, held).map(({customers, days}) => {
		let length = 0;
		let day = -1;
		for (let at = 0; at < customers.length; at++) {
			if (days[at]! !== day) {
				day = days[at]!;
				stamp++;
			}

			const customer = customers[at]!;
			if (marks[customer] !== stamp) {
				marks[customer] = stamp;
				customers[length] = customer;
				days[length] = day;
				length++;
			}
		}

		return {customers: customers.subarray(0, length), days: days.subarray(0, length)};
	});
};
