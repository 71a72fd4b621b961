import type {Reach} from './reach.ts';

/** Accesses side by side, in no order; the same may stand several times. */
export type AccessColumns = {
	readonly customers: Uint32Array;
	/** Days since the first day of the data. */
	readonly days: Uint16Array;
};

/** Rows put in the order of small whole numbers; rows of one number keep their order. */
export const inOrder = (keys: ArrayLike<number>, size: number, rows: Uint32Array | undefined): {readonly rows: Uint32Array; readonly begins: Uint32Array} => {
	const begins = new Uint32Array(size + 1);
	const count = rows?.length ?? keys.length;
	for (let place = 0; place < count; place++) {
		begins[keys[rows ? rows[place]! : place]! + 1]!++;
	}

	for (let key = 0; key < size; key++) {
		begins[key + 1]! += begins[key]!;
	}

	const next = begins.slice();
	const sorted = new Uint32Array(count);
	for (let place = 0; place < count; place++) {
		const row = rows ? rows[place]! : place;
		sorted[next[keys[row]!]!++] = row;
	}

	return {rows: sorted, begins};
};

/** The order of the days, worked out once for all ways to divide the accesses. */
export const orderOfDays = ({days}: AccessColumns): Uint32Array => {
	let last = 0;
	for (const day of days) {
		last = Math.max(last, day);
	}

	return inOrder(days, last + 1, undefined).rows;
};

export type Division = {
	/** The holder of each access, from 0; `count` for none. */
	readonly holders: ArrayLike<number>;
	readonly count: number;
	/** Number of customers. */
	readonly size: number;
	/** Of `orderOfDays`. */
	readonly order: Uint32Array;
};

/** What each holder reached, by days, a customer on a day once. Two passes over the accesses, whatever their number. */
export const reachesOf = ({customers, days}: AccessColumns, {holders, count, size, order}: Division): readonly Reach[] => {
	const {rows, begins} = inOrder(holders, count + 1, order);
	const marks = new Uint32Array(size);
	let stamp = 0;
	return Array.from({length: count}, (_, holder) => {
		const [begin, end] = [begins[holder]!, begins[holder + 1]!];
		const reached = {customers: new Uint32Array(end - begin), days: new Uint16Array(end - begin)};
		let length = 0;
		let day = -1;
		for (let place = begin; place < end; place++) {
			const row = rows[place]!;
			if (days[row]! !== day) {
				day = days[row]!;
				stamp++;
			}

			const customer = customers[row]!;
			if (marks[customer] !== stamp) {
				marks[customer] = stamp;
				reached.customers[length] = customer;
				reached.days[length] = day;
				length++;
			}
		}

		return {customers: reached.customers.slice(0, length), days: reached.days.slice(0, length)};
	});
};
