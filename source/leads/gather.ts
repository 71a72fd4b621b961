import type {Reach} from './reach.ts';

/** Accesses side by side, in the order of days; the same may stand several times. */
export type AccessColumns = {
	readonly customers: Uint32Array;
	/** Days since the first day of the data. */
	readonly days: Uint16Array;
};

type Numbers = Uint8Array | Uint16Array | Uint32Array;

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

/** For each row the place that it has in the order of the keys; rows of one key keep their order. */
const placesOf = (keys: Numbers, size: number): Uint32Array => {
	const next = beginsOf(keys, size);
	const places = new Uint32Array(keys.length);
	for (let row = 0; row < keys.length; row++) {
		places[row] = next[keys[row]!]!++;
	}

	return places;
};

const moved = <Column extends Uint16Array | Uint32Array>(column: Column, places: Uint32Array): Column => {
	const sorted = new (column.constructor as new (length: number) => Column)(column.length);
	for (let row = 0; row < column.length; row++) {
		sorted[places[row]!] = column[row]!;
	}

	return sorted;
};

/**
Puts accesses in the order of their days, with whatever else stands beside them: done once, all ways to divide them go through memory in a line. A column at a time and
where it stands: of ten million accesses a second copy of all would be 140 MB.
*/
export const orderByDays = (columns: {readonly [name: string]: Uint16Array | Uint32Array; readonly day: Uint16Array}): void => {
	let last = 0;
	for (const day of columns.day) {
		last = Math.max(last, day);
	}

	const places = placesOf(columns.day, last + 1);
	for (const column of Object.values(columns)) {
		column.set(moved(column, places));
	}
};

export type Division = {
	/** The holder of each access, from 0; `count` for none. */
	readonly holders: Uint16Array | Uint32Array;
	readonly count: number;
	/** Where the accesses of each holder begin, as `beginsOf` says it for one more than `count`; worked out when absent. */
	readonly begins?: Uint32Array;
};

type Memory = typeof ArrayBuffer | typeof SharedArrayBuffer;

/** The accesses of each holder, by days. The accesses are in the order of days. */
export const accessesOf = ({customers, days}: AccessColumns, {holders, count, begins = beginsOf(holders, count + 1)}: Division, Memory: Memory = ArrayBuffer): readonly Reach[] => {
	const next = begins.slice();
	const held = {customers: new Uint32Array(new Memory(customers.length * 4)), days: new Uint16Array(new Memory(customers.length * 2))};
	for (let row = 0; row < customers.length; row++) {
		const place = next[holders[row]!]!++;
		held.customers[place] = customers[row]!;
		held.days[place] = days[row]!;
	}

	// Parts of what is held: nothing is copied again.
	return Array.from({length: count}, (_, holder) => ({customers: held.customers.subarray(begins[holder]!, begins[holder + 1]!), days: held.days.subarray(begins[holder]!, begins[holder + 1]!)}));
};

/** What each holder reached, by days, a customer on a day once; `size` is the number of customers. What is held stands in memory of the kind `Memory`. */
export const reachesOf = (accesses: AccessColumns, {size, ...division}: Division & {readonly size: number}, Memory: Memory = ArrayBuffer): readonly Reach[] => {
	const marks = new Uint32Array(size);
	let stamp = 0;
	return accessesOf(accesses, division, Memory).map(({customers, days}) => {
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
