/** Accesses that may stand behind a list: which of the listed customers they hold, and how many customers they hold in all. */
export type Component = {
	/** Places in the list. */
	readonly listed: Uint32Array;
	/** K: the more customers, the less each says. */
	readonly size: number;
};

/** The shares of a mixture, the background first, and how likely each listed customer is under it. */
export type Mixture = {readonly shares: Float64Array; readonly likelihoods: Float64Array; readonly logarithm: number};

const mixed = (background: Float64Array, components: readonly Component[], shares: Float64Array): Float64Array => {
	const likelihoods = background.map(likelihood => likelihood * shares[0]!);
	for (const [index, {listed, size}] of components.entries()) {
		const each = shares[index + 1]! / size;
		for (const place of listed) {
			likelihoods[place]! += each;
		}
	}

	return likelihoods;
};

const logarithmOf = (likelihoods: Float64Array): number => likelihoods.reduce((sum, likelihood) => sum + Math.log(likelihood), 0);

const mostRounds = 2000;
const enough = 1e-9;

/**
P(v) = π₀ q_v + Σ_a π_a 1[v ∈ A_a] / K_a by expectation and maximisation: r_va = (π_a / K_a) / P(v), π_a = Σ_v r_va / n. The likelihood is concave in the
shares, so that where it begins does not matter.
*/
export const fitMixture = (background: Float64Array, components: readonly Component[]): Mixture => {
	const count = background.length;
	const even = 0.5 / Math.max(1, components.length);
	let shares = Float64Array.from([components.length === 0 ? 1 : 0.5, ...components.map(() => even)]);
	let likelihoods = mixed(background, components, shares);
	let logarithm = logarithmOf(likelihoods);
	for (let round = 0; round < mostRounds && components.length > 0; round++) {
		const next = new Float64Array(shares.length);
		for (const [index, {listed, size}] of components.entries()) {
			const each = shares[index + 1]! / size;
			let sum = 0;
			for (const place of listed) {
				sum += each / likelihoods[place]!;
			}

			next[index + 1] = sum / count;
		}

		next[0] = Math.max(0, 1 - next.reduce((sum, share) => sum + share, 0));
		shares = next;
		likelihoods = mixed(background, components, shares);
		const now = logarithmOf(likelihoods);
		if (now - logarithm < enough * Math.max(1, Math.abs(now))) {
			return {shares, likelihoods, logarithm: now};
		}

		logarithm = now;
	}

	return {shares, likelihoods, logarithm};
};

/** The most that a component can add to the log likelihood beside a mixture, by its own share alone; 0 when its best share is none. */
export const gainOf = (likelihoods: Float64Array, {listed, size}: Component): number => {
	const count = likelihoods.length;
	const ratios = Float64Array.from(listed, place => 1 / (size * likelihoods[place]!));
	const outside = count - ratios.length;
	const slope = (share: number): number => ratios.reduce((sum, ratio) => sum + (ratio - 1) / (1 - share + share * ratio), -outside / (1 - share));
	if (slope(0) <= 0) {
		return 0;
	}

	// The slope falls: its zero is halved in.
	let low = 0;
	let high = 1 - 1e-12;
	for (let round = 0; round < 60; round++) {
		const middle = (low + high) / 2;
		if (slope(middle) > 0) {
			low = middle;
		} else {
			high = middle;
		}
	}

	return ratios.reduce((sum, ratio) => sum + Math.log(1 - low + low * ratio), outside === 0 ? 0 : outside * Math.log(1 - low));
};

/**
No component of so many listed customers can gain more when the ratios 1 / (K P(v)) of its customers sum up to `sum`: by Jensen's inequality the gain
is greatest when all are alike, and then its best share is known.
*/
export const mostGain = (count: number, listed: number, sum: number): number => {
	const ratio = sum / listed;
	if (listed * ratio <= count) {
		return 0;
	}

	if (listed === count) {
		return count * Math.log(ratio);
	}

	const share = (listed * ratio - count) / (count * (ratio - 1));
	return (count - listed) * Math.log(1 - share) + listed * Math.log(1 + share * (ratio - 1));
};
