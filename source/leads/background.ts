import type {LeakQuestion} from './reach.ts';

/** Exponents that are tried: 0 takes every customer of a market alike, 2.5 favours those whom many accounts touched. */
export const exponents = [0, 0.5, 1, 1.5, 2, 2.5] as const;

/** What of a question says how likely each customer is on a list that nobody is behind. */
export type BackgroundQuestion = Pick<LeakQuestion, 'accounts' | 'customers' | 'markets' | 'leaked'>;

/** How likely each listed customer is on the list when no account is behind it. */
export type Background = {
	/** One for each listed customer, in their order. */
	readonly likelihoods: Float64Array;
	readonly exponent: number;
};

/** Accounts that touched each customer. */
export const touchesOf = ({accounts, customers}: Pick<LeakQuestion, 'accounts' | 'customers'>): Uint32Array => {
	const touches = new Uint32Array(customers);
	const seen = new Int32Array(customers).fill(-1);
	for (const [account, reach] of accounts.entries()) {
		const {customers: reached} = reach;
		const {length} = reached;
		for (let at = 0; at < length; at++) {
			const customer = reached[at]!;
			touches[customer]! += seen[customer] === account ? 0 : 1;
			seen[customer] = account;
		}
	}

	return touches;
};

const shares = ({markets, leaked, customers}: BackgroundQuestion): Float64Array => {
	const size = markets.reduce((most, market) => Math.max(most, market), 0) + 1;
	const all = new Float64Array(size);
	const listed = new Float64Array(size);
	for (const market of markets) {
		all[market]!++;
	}

	for (const customer of leaked) {
		listed[markets[customer]!]!++;
	}

	return all.map((count, market) => (listed[market]! + count / customers) / (leaked.length + 1));
};

/**
q_v = μ_m (d_v + ½)^γ / Σ_{u∈m} (d_u + ½)^γ with μ_m = (n_m + N_m/N) / (n + 1), γ by likelihood: it takes up "the list is one market" and "the
list is frequent callers", so that nobody is blamed for them.
*/
export const backgroundOf = (question: BackgroundQuestion): Background => {
	const {markets, leaked} = question;
	const touches = touchesOf(question);
	const share = shares(question);
	const mostTouches = touches.reduce((most, count) => Math.max(most, count), 0);
	let best: Background | undefined;
	let most = -Infinity;
	for (const exponent of exponents) {
		// Of each number of touches once: customers are many, and powers take long.
		const weights = Float64Array.from({length: mostTouches + 1}, (_, count) => (count + 0.5) ** exponent);
		const weight = (customer: number): number => weights[touches[customer]!]!;
		const total = new Float64Array(share.length);
		for (const [customer, market] of markets.entries()) {
			total[market]! += weight(customer);
		}

		const likelihoods = Float64Array.from(leaked, customer => share[markets[customer]!]! * weight(customer) / total[markets[customer]!]!);
		const logarithm = likelihoods.reduce((sum, likelihood) => sum + Math.log(likelihood), 0);
		if (logarithm > most) {
			most = logarithm;
			best = {likelihoods, exponent};
		}
	}

	return best!;
};
