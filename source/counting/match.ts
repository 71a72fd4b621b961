/** A set of records: bit `row % 32` of number `row / 32`. Its bits beyond the last record are 0. */
export type Match = Uint32Array<SharedArrayBuffer>;

export const emptyMatch = (rows: number): Match => new Uint32Array(new SharedArrayBuffer(Math.ceil(rows / 32) * 4));

export const addRow = (match: Match, row: number): void => {
	match[row >>> 5]! |= 1 << (row & 31);
};

export const hasRow = (match: Match, row: number): boolean => (match[row >>> 5]! & (1 << (row & 31))) !== 0;

/** Number by number, from two sets of the same load. */
export const combined = (one: Match, other: Match, way: (one: number, other: number) => number): Match => {
	const result: Match = new Uint32Array(new SharedArrayBuffer(one.byteLength));
	for (let place = 0; place < one.length; place++) {
		result[place] = way(one[place]!, other[place]!);
	}

	return result;
};

/** Bits that are set, added up in pairs, fours and bytes (Warren, Hacker's Delight, 5-1). */
const bitsOf = (bits: number): number => {
	const pairs = bits - ((bits >>> 1) & 0x55_55_55_55);
	const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
	return Math.imul((fours + (fours >>> 4)) & 0x0F_0F_0F_0F, 0x01_01_01_01) >>> 24;
};

export const countRows = (match: Match): number => match.reduce((rows, bits) => rows + bitsOf(bits), 0);
