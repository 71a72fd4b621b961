/** Chance that repeats: the same seed gives the same numbers on every machine. */
export type Random = {
	/** In `[0, 1)`. */
	readonly next: () => number;
	/** A whole number in `[0, bound)`. */
	readonly below: (bound: number) => number;
	/** A whole number in `[low, high]`. */
	readonly between: (low: number, high: number) => number;
	readonly chance: (probability: number) => boolean;
	readonly pick: <Item>(items: readonly Item[]) => Item;
};

/** Four words of state from a text (xmur3), so that "7/crm" and "7/shop" run apart. */
const stateOf = (seed: string): [number, number, number, number] => {
	let hash = 1_779_033_703 ^ seed.length;
	for (const character of seed) {
		hash = Math.imul(hash ^ character.codePointAt(0)!, 3_432_918_353);
		hash = (hash << 13) | (hash >>> 19);
	}

	const word = (): number => {
		hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
		hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
		hash ^= hash >>> 16;
		return hash >>> 0;
	};

	return [word(), word(), word(), word()];
};

/** Small Fast Counter (sfc32): whole-number arithmetic only, so that no platform rounds otherwise. */
export const makeRandom = (seed: string): Random => {
	let [a, b, c, counter] = stateOf(seed);
	const next = (): number => {
		const sum = (a + b + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + sum) | 0;
		return (sum >>> 0) / 4_294_967_296;
	};

	const below = (bound: number): number => Math.floor(next() * bound);
	return {
		next,
		below,
		between: (low, high) => low + below(high - low + 1),
		chance: probability => next() < probability,
		pick: items => items[below(items.length)]!,
	};
};
