import {AtomTable, windowsTried} from './atom-table.ts';
import {stepOf, type Holder, type LeakQuestion, type Reach, type Window} from './reach.ts';

/** Places of the listed customers: -1 for those not listed. */
export const listPlaces = ({customers, leaked}: Pick<LeakQuestion, 'customers' | 'leaked'>): Int32Array => {
	const places = new Int32Array(customers).fill(-1);
	for (const [place, customer] of leaked.entries()) {
		places[customer] = place;
	}

	return places;
};

/** First place in numbers in order, such as days, that is not before `day`. */
const firstAt = (days: Uint16Array | Uint32Array, day: number): number => {
	let low = 0;
	let high = days.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (days[middle]! < day) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
};

const spanOf = ({days}: Reach, window: Window | undefined): readonly [begin: number, end: number] =>
	window === undefined ? [0, days.length] : [firstAt(days, window.from), firstAt(days, window.to + 1)];

/** A reach made ready for windows: of every access the day on which its customer was reached before, and the accesses to listed customers. */
type Trail = {readonly reach: Reach; /** Counted from 1; 0: never before. */ readonly before: Uint16Array | Uint32Array; readonly listedAt: Uint32Array};

/** `last` holds for each customer the day after the one on which they were reached last, counted on over all reaches, so that nothing is cleared between two of them. */
type Search = {readonly places: Int32Array; readonly last: Uint32Array; /** Days of the data. */ readonly days: number; passed: number};

const mostPassed = 0xFF_FF_FF_FF;

const trailOf = (reach: Reach, search: Search): Trail => {
	const {customers, days} = reach;
	const {places, last} = search;
	if (search.passed + search.days + 1 > mostPassed) {
		last.fill(0);
		search.passed = 0;
	}

	const {passed} = search;
	// Half the room, and half of what is read for each length of window, unless the data spans a lifetime.
	const before = search.days < 0xFF_FF ? new Uint16Array(customers.length) : new Uint32Array(customers.length);
	const listedAt: number[] = [];
	for (let at = 0; at < customers.length; at++) {
		const customer = customers[at]!;
		const earlier = last[customer]!;
		before[at] = Math.max(0, earlier - passed);
		last[customer] = passed + days[at]! + 1;
		if (places[customer]! >= 0) {
			listedAt.push(at);
		}
	}

	search.passed += search.days + 1;
	return {reach, before, listedAt: Uint32Array.from(listedAt)};
};

/** Distinct customers of a reach in a window, or in all time. */
type SizeOf = (window: Window | undefined) => number;

const firstTimes = ({before}: Trail): number => {
	let size = 0;
	for (const earlier of before) {
		size += earlier === 0 ? 1 : 0;
	}

	return size;
};

/**
Of each window of a length. Customers are counted where they are met first in it: whoever was reached before it began counts too. A window is two steps of its length,
so that each access is held against the beginnings of its own step and of the one before, and not against every window. Nothing branches on an access: whether it counts
is as good as chance.
*/
const sizesOf = ({reach: {days}, before}: Trail, begins: readonly number[]): Uint32Array => {
	const sizes = new Uint32Array(begins.length);
	let at = 0;
	for (const [step, from] of begins.entries()) {
		const end = step + 1 < begins.length ? firstAt(days, begins[step + 1]!) : days.length;
		// Nobody was reached before the data begins.
		const previous = begins[step - 1] ?? -1;
		let [own, others] = [0, 0];
		for (; at < end; at++) {
			const earlier = before[at]!;
			own += earlier <= from ? 1 : 0;
			others += earlier <= previous ? 1 : 0;
		}

		sizes[step]! += own;
		if (step > 0) {
			sizes[step - 1]! += others;
		}
	}

	return sizes;
};

/** Worked out for a length once a window of it is asked for: most lists stand in few windows. `begins` are those of the windows of each length. */
const sizeIn = (trail: Trail, begins: ReadonlyMap<number, readonly number[]>): SizeOf => {
	const known = new Map<number, Uint32Array>();
	let all: number | undefined;
	return window => {
		if (!window) {
			all ??= firstTimes(trail);
			return all;
		}

		const sizes = known.get(window.length) ?? sizesOf(trail, begins.get(window.length)!);
		known.set(window.length, sizes);
		return sizes[Math.ceil(window.from / stepOf(window.length))]!;
	};
};

/** What of the list stands in a window of a reach: puts the places of those customers there, and says how many they are. */
const listedIn = ({reach, before, listedAt}: Trail, window: Window | undefined, places: Int32Array, found: Uint32Array): number => {
	const span = spanOf(reach, window);
	const from = window?.from ?? 0;
	let count = 0;
	for (let index = firstAt(listedAt, span[0]); index < listedAt.length && listedAt[index]! < span[1]; index++) {
		const at = listedAt[index]!;
		if (before[at]! <= from) {
			found[count++] = places[reach.customers[at]!]!;
		}
	}

	return count;
};

/** Called between holders: lets the screen breathe, and throws when it was cancelled. */
export type Breathe = (done: number) => Promise<void>;

const holdersBetweenBreaths = 20;

/** All atoms that hold anything of the list, worked out once: only what they gain changes from step to step. */
export const atomsOf = async (question: LeakQuestion, breathe: Breathe): Promise<AtomTable> => {
	const search: Search = {places: listPlaces(question), last: new Uint32Array(question.customers), days: question.days, passed: 0};
	const windows = windowsTried(question.days);
	const begins = beginsByLength(windows);
	const holders: ReadonlyArray<{readonly holder: Holder; readonly reach: () => Reach}> = [
		...question.accounts.map((reach, index) => ({holder: {kind: 'account', index} as const, reach: () => reach})),
		...question.groups.map(({reach}, index) => ({holder: {kind: 'group', index} as const, reach})),
	];
	const atoms = new AtomTable(question);
	const listed = new Uint32Array(question.leaked.length);
	for (const [number, {holder, reach}] of holders.entries()) {
		if (number % holdersBetweenBreaths === 0) {
			await breathe(number / holders.length);
		}

		const trail = trailOf(reach(), search);
		const sizeOf = sizeIn(trail, begins);
		for (const [place, window] of windows.entries()) {
			atoms.add(holder, place, listed, listedIn(trail, window, search.places, listed), () => sizeOf(window));
		}
	}

	return atoms;
};

/** Where the windows of each length begin. */
const beginsByLength = (windows: ReadonlyArray<Window | undefined>): ReadonlyMap<number, readonly number[]> => {
	const begins = new Map<number, number[]>();
	for (const window of windows) {
		if (window) {
			const ofLength = begins.get(window.length) ?? [];
			ofLength.push(window.from);
			begins.set(window.length, ofLength);
		}
	}

	return begins;
};

/** The same atoms for a part of the list. */
export const atomsOfPart = (atoms: AtomTable, whole: Pick<LeakQuestion, 'leaked'>, part: LeakQuestion): AtomTable => {
	const places = listPlaces(part);
	return atoms.ofPart(part, Int32Array.from(whole.leaked, customer => places[customer]!));
};
