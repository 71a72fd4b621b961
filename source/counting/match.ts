import type {ByCode, Codes} from './codes.ts';

/** A set of records: bit `row % 32` of number `row / 32`. Its bits beyond the last record are 0. */
export type Match = Uint32Array<SharedArrayBuffer>;

export const emptyMatch = (rows: number): Match => new Uint32Array(new SharedArrayBuffer(Math.ceil(rows / 32) * 4));

export const addRow = (match: Match, row: number): void => {
	match[row >>> 5]! |= 1 << (row & 31);
};

export const hasRow = (match: Match, row: number): boolean => (match[row >>> 5]! & (1 << (row & 31))) !== 0;

/** The records of one set that another of the same load has too, or has not; or the records of both. */
export type Way = 'and' | 'or' | 'without';

/** A function that is called for each number takes longer than what it does: each way has its loop. */
export const combined = (one: Match, other: Match, way: Way): Match => {
	const result: Match = new Uint32Array(new SharedArrayBuffer(one.byteLength));
	if (way === 'and') {
		for (let place = 0; place < one.length; place++) {
			result[place] = one[place]! & other[place]!;
		}
	} else if (way === 'or') {
		for (let place = 0; place < one.length; place++) {
			result[place] = one[place]! | other[place]!;
		}
	} else {
		for (let place = 0; place < one.length; place++) {
			result[place] = one[place]! & ~other[place]!;
		}
	}

	return result;
};

/** Of each record the first access that is in a set: so each record is one. */
export const firstOfEach = (match: Match, {from, rowOf}: {readonly from: number; readonly rowOf: Uint32Array}): Match => {
	if (rowOf.length === 0) {
		return match;
	}

	const firsts: Match = new Uint32Array(new SharedArrayBuffer(match.byteLength));
	firsts.set(match);
	let last = -1;
	for (let access = 0; access < rowOf.length; access++) {
		const [at, row] = [from + access, rowOf[access]!];
		if (hasRow(match, at)) {
			if (row === last) {
				firsts[at >>> 5]! &= ~(1 << (at & 31));
			}

			last = row;
		}
	}

	return firsts;
};

/** Bits that are set, added up in pairs, fours and bytes (Warren, Hacker's Delight, 5-1). */
const bitsOf = (bits: number): number => {
	const pairs = bits - ((bits >>> 1) & 0x55_55_55_55);
	const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
	return Math.imul((fours + (fours >>> 4)) & 0x0F_0F_0F_0F, 0x01_01_01_01) >>> 24;
};

/** Of a set or a part of one. */
export const countRows = (match: Match): number => {
	let rows = 0;
	for (const bits of match) {
		rows += bitsOf(bits);
	}

	return rows;
};

/** How many of the bits from one to before another are set. */
export const countBits = (numbers: Uint32Array, from: number, to: number): number => {
	if (to <= from) {
		return 0;
	}

	const [first, last] = [from >>> 5, (to - 1) >>> 5];
	let count = 0;
	for (let place = first; place <= last; place++) {
		const above = place === first ? -1 << (from & 31) : -1;
		const below = place === last ? -1 >>> (31 - ((to - 1) & 31)) : -1;
		count += bitsOf(numbers[place]! & above & below);
	}

	return count;
};

/** Puts the numbers from `first` to before `end` of one set into another. */
export const copyNumbers = (from: Match, to: Match, first: number, end: number): void => {
	to.set(from.subarray(first, end), first);
};

/** A part of a set, in numbers of it. */
export type Part = {readonly from: number; readonly to: number};

/** A set in so many parts, each of which may be filled by another thread. */
export const partsOf = (match: Match, count: number): readonly Part[] => {
	const length = Math.ceil(match.length / count);
	return Array.from({length: count}, (_, index) => ({from: Math.min(match.length, index * length), to: Math.min(match.length, (index + 1) * length)}));
};

/** The rows of codes that are wanted, when they are so few that it is quicker to go through them than through all; undefined when they are not. */
export const fewRows = ({rows, starts}: ByCode, wanted: Uint8Array): readonly Uint32Array[] | undefined => {
	const parts = [...wanted.keys()].filter(code => wanted[code] === 1).map(code => rows.subarray(starts[code]!, starts[code + 1]!));
	return parts.reduce((sum, part) => sum + part.length, 0) <= rows.length / 16 ? parts : undefined;
};

/** The `kept` records of these rows. */
export const matchRows = (parts: readonly Uint32Array[], kept: Match): Match => {
	const match: Match = new Uint32Array(new SharedArrayBuffer(kept.byteLength));
	for (const part of parts) {
		for (const row of part) {
			match[row >>> 5]! |= kept[row >>> 5]! & (1 << (row & 31));
		}
	}

	return match;
};

/** Adds of a part of the `kept` records those whose code is wanted: `wanted` holds 1 for each of these, and 0 for all others. */
export const matchCodes = (codes: Codes, wanted: Uint8Array, kept: Match, match: Match, {from, to}: Part): void => {
	for (let place = from; place < to; place++) {
		const among = kept[place]!;
		if (among === 0) {
			continue;
		}

		const first = place << 5;
		// Beyond the last record there is no code, and no bit in `kept`.
		const end = Math.min(32, codes.length - first);
		let bits = 0;
		for (let bit = 0; bit < end; bit++) {
			bits |= wanted[codes[first + bit]!]! << bit;
		}

		match[place] = bits & among;
	}
};
