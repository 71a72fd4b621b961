import type {LeakQuestion} from '../../source/leads/reach.ts';

/** Counts behind every baseline: of the list with an account, of all with it, of the list, of all. */
type Counts = {readonly both: number; readonly held: number; readonly listed: number; readonly all: number};

const logFactorials: number[] = [0];
const logFactorial = (number: number): number => {
	for (let next = logFactorials.length; next <= number; next++) {
		logFactorials.push(logFactorials[next - 1]! + Math.log(next));
	}

	return logFactorials[number]!;
};

const logChoose = (n: number, k: number): number => k < 0 || k > n ? -Infinity : logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** ln P(X ≥ both) of a hypergeometric X. */
export const hypergeometricTail = ({both, held, listed, all}: Counts): number => {
	let most = -Infinity;
	const terms: number[] = [];
	for (let k = both; k <= Math.min(held, listed); k++) {
		const term = logChoose(held, k) + logChoose(all - held, listed - k) - logChoose(all, listed);
		terms.push(term);
		most = Math.max(most, term);
	}

	return most === -Infinity ? -Infinity : most + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - most), 0));
};

const scores: Readonly<Record<string, (counts: Counts) => number>> = {
	count: ({both}) => both,
	lift: ({both, held, listed, all}) => both === 0 ? 0 : both / held / (listed / all),
	// Elasticsearch's significant terms: absolute times relative change.
	JLH: ({both, held, listed, all}) => {
		const [foreground, background] = [both / listed, held / all];
		return foreground <= background ? 0 : (foreground - background) * (foreground / background);
	},
	hypergeometric: counts => -hypergeometricTail(counts),
};

export const baselineNames = Object.keys(scores);

const countsOf = ({accounts, customers, leaked}: LeakQuestion): readonly Counts[] => {
	const list = new Set(leaked);
	return accounts.map(({customers: reached}) => {
		const held = new Set(reached);
		return {both: [...held].filter(customer => list.has(customer)).length, held: held.size, listed: leaked.length, all: customers};
	});
};

/** Accounts by each baseline, best first. */
export const rankByBaselines = (question: LeakQuestion): Readonly<Record<string, readonly number[]>> => {
	const counts = countsOf(question);
	return Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, counts.map((each, account) => ({account, score: score(each)})).toSorted((a, b) => b.score - a.score || a.account - b.account).map(({account}) => account)]));
};

/** Accounts that the hypergeometric test accuses at 5 % after Bonferroni. */
export const accusedByHypergeometric = (question: LeakQuestion): number =>
	countsOf(question).filter(counts => hypergeometricTail(counts) < Math.log(0.05 / question.accounts.length)).length;
