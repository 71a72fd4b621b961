import {larger} from './larger.ts';
import type {Reach} from './reach.ts';

/** Accesses side by side, in the order of days; the same may stand several times. */
export type AccessColumns = {
	readonly customers: Uint32Array;
	/** Days since the first day of the data. */
	readonly days: Uint16Array;
};

export type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** Where the rows of each key begin when they are put in the order of their keys, and behind the last one where they end. Columns of several widths are gone through by place: to iterate over them takes five times as long. */
export const beginsOf = (keys: Numbers, size: number): Uint32Array => {
	const begins = new Uint32Array(size + 1);
	const {length} = keys;
	for (let row = 0; row < length; row++) {
		begins[keys[row]! + 1]!++;
	}

	for (let key = 0; key < size; key++) {
		begins[key + 1]! += begins[key]!;
	}

	return begins;
};

/** Where rows that stand in a line on one day begin. Exports are in the order of time as a rule, so that lines are long and few. */
const linesOf = (day: Uint16Array): Uint32Array => {
	let lines: Uint32Array = new Uint32Array(1024);
	let count = 0;
	const {length} = day;
	for (let row = 0; row < length; row++) {
		if (row > 0 && day[row] === day[row - 1]) {
			continue;
		}

		if (count === lines.length) {
			lines = larger(lines);
		}

		lines[count++] = row;
	}

	return lines.subarray(0, count);
};

/** Fewer rows in a line are copied one by one in less time. */
const fewInLine = 16;

/** The order of days, as lines that move: from where, how long, and to where. */
type Order = {readonly lines: Uint32Array; readonly to: Uint32Array; readonly length: number};

const orderOf = (day: Uint16Array): Order => {
	const lines = linesOf(day);
	const next = new Uint32Array(lines.reduce((most, from) => Math.max(most, day[from]!), 0) + 2);
	const lengthOf = (line: number): number => (lines[line + 1] ?? day.length) - lines[line]!;
	for (let line = 0; line < lines.length; line++) {
		next[day[lines[line]!]! + 1]! += lengthOf(line);
	}

	for (let each = 1; each < next.length; each++) {
		next[each]! += next[each - 1]!;
	}

	return {
		lines, length: day.length,
		to: Uint32Array.from(lines, (from, line) => {
			const place = next[day[from]!]!;
			next[day[from]!] = place + lengthOf(line);
			return place;
		}),
	};
};

const moveLines = <Column extends Numbers>(column: Column, {lines, to, length}: Order, room: ArrayBuffer): void => {
	const sorted = new (column.constructor as new (room: ArrayBuffer, offset: number, length: number) => Column)(room, 0, length);
	for (let line = 0; line < lines.length; line++) {
		const from = lines[line]!;
		const end = lines[line + 1] ?? length;
		if (end - from > fewInLine) {
			sorted.set(column.subarray(from, end), to[line]!);
			continue;
		}

		for (let row = from; row < end; row++) {
			sorted[to[line]! + row - from] = column[row]!;
		}
	}

	column.set(sorted);
};

/**
Puts accesses in the order of their days, with whatever else stands beside them; those of one day keep their order. Done once, all ways to divide them go through memory in a
line. A column at a time and where it stands: of ten million accesses a second copy of all would be 100 MB.
*/
export const orderByDays = (columns: {readonly [name: string]: Numbers; readonly day: Uint16Array}): void => {
	const order = orderOf(columns.day);
	const room = new ArrayBuffer(columns.day.length * 4);
	for (const column of Object.values(columns)) {
		moveLines(column, order, room);
	}
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
