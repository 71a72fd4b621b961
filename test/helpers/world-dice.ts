/** Chance for the random worlds of the tests: repeats for the same seed, and shares nothing with the demo's. */
export type Dice = {
	/** In `[0, 1)`. */
	readonly next: () => number;
	readonly between: (low: number, high: number) => number;
	readonly chance: (probability: number) => boolean;
	readonly pick: <Item>(items: readonly Item[]) => Item;
	/** Different items, in any order. */
	readonly some: <Item>(items: readonly Item[], count: number) => readonly Item[];
};

/** Mulberry32. */
export const makeDice = (seed: number): Dice => {
	let state = Math.imul(seed + 1, 0x9E_37_79_B1);
	const next = (): number => {
		state = (state + 0x6D_2B_79_F5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};

	const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
	const some = <Item>(items: readonly Item[], count: number): readonly Item[] => items
		.map(item => ({item, rank: next()}))
		.toSorted((a, b) => a.rank - b.rank)
		.slice(0, count)
		.map(({item}) => item);
	return {next, between, some, chance: probability => next() < probability, pick: items => items[Math.floor(next() * items.length)]!};
};
