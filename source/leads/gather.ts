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
	/** Number of customers. */
	readonly size: number;
};

/**
What each holder reached, by days, a customer on a day once. The accesses are in the order of days; they are gone through twice, whatever their number. What is held
stands in memory of the kind `Memory`.
*/
export const reachesOf = ({customers, days}: AccessColumns, {holders, count, size}: Division, Memory: typeof ArrayBuffer | typeof SharedArrayBuffer = ArrayBuffer): readonly Reach[] => {
	const begins = beginsOf(holders, count + 1);
	const next = begins.slice();
	const held = {customers: new Uint32Array(new Memory(customers.length * 4)), days: new Uint16Array(new Memory(customers.length * 2))};
	for (let row = 0; row < customers.length; row++) {
		const place = next[holders[row]!]!++;
		held.customers[place] = customers[row]!;
		held.days[place] = days[row]!;
	}

	const marks = new Uint32Array(size);
	let stamp = 0;
	return Array.from({length: count}, (_, holder) => {
		const begin = begins[holder]!;
		let length = begin;
		let day = -1;
		for (let place = begin; place < begins[holder + 1]!; place++) {
			if (held.days[place]! !== day) {
				day = held.days[place]!;
				stamp++;
			}

			const customer = held.customers[place]!;
			if (marks[customer] !== stamp) {
				marks[customer] = stamp;
				held.customers[length] = customer;
				held.days[length] = day;
				length++;
			}
		}

		// A part of what is held: nothing is copied again.
		return {customers: held.customers.subarray(begin, length), days: held.days.subarray(begin, length)};
	});
};
