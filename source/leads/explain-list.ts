import {backgroundOf} from './background.ts';
import {atomsOf, boundOf, type Atom, type Breathe} from './atoms.ts';
import {fitMixture, gainOf} from './mixture.ts';
import type {Holder, LeakQuestion, Window} from './reach.ts';

/** Something that is consistent with a part of the list, beside the others that were found. */
export type Found = {
	readonly holder: Holder;
	/** Absent: all time. */
	readonly window: Window | undefined;
	/** Places in the list. */
	readonly listed: Uint32Array;
	/** Distinct customers in the window. */
	readonly size: number;
	/** π: the part of the list that it stands for in the mixture. */
	readonly share: number;
	/** Nats, after what the choice costs. */
	readonly netEvidence: number;
};

export type Explanation = {
	readonly found: readonly Found[];
	/** Accounts that would be found if no group were. */
	readonly behindGroups: readonly Found[];
	/** π₀: the part of the list that nothing accounts for. */
	readonly unexplained: number;
	/** γ of the background. */
	readonly exponent: number;
};

/** More are not told apart by any list. */
const mostFound = 12;

type Chosen = {readonly atom: Atom; readonly net: number};
type Hopeful = {readonly atom: Atom; readonly bound: number};

/** The atom with the greatest gain after its cost. The most hopeful come first: what cannot beat the best is not worked out. */
const bestOf = (atoms: readonly Atom[], likelihoods: Float64Array): Chosen | undefined => {
	const hopeful: readonly Hopeful[] = atoms.map(atom => ({atom, bound: boundOf(atom, likelihoods) - atom.penalty})).filter(({bound}) => bound > 0).toSorted((a, b) => b.bound - a.bound);
	let best: Chosen | undefined;
	for (const {atom, bound} of hopeful) {
		if (best && bound <= best.net) {
			break;
		}

		const net = gainOf(likelihoods, atom.component) - atom.penalty;
		if (net > (best?.net ?? 0)) {
			best = {atom, net};
		}
	}

	return best;
};

const isSame = (a: Holder, b: Holder): boolean => a.kind === b.kind && a.index === b.index;

type Greedy = {readonly chosen: readonly Chosen[]; readonly shares: Float64Array};

/** The atom that adds most to the likelihood given those chosen is taken, all shares are fitted again, until none is worth its cost. */
const chooseFrom = async (all: readonly Atom[], background: Float64Array, breathe: Breathe): Promise<Greedy> => {
	let atoms = all;
	const chosen: Chosen[] = [];
	let mixture = fitMixture(background, []);
	while (chosen.length < mostFound) {
		await breathe(1);
		const best = bestOf(atoms, mixture.likelihoods);
		if (!best) {
			break;
		}

		chosen.push(best);
		atoms = atoms.filter(({holder}) => !isSame(holder, best.atom.holder));
		mixture = fitMixture(background, chosen.map(({atom}) => atom.component));
	}

	return {chosen, shares: mixture.shares};
};

const foundIn = ({chosen, shares}: Greedy): readonly Found[] => chosen.map(({atom: {holder, window, component}, net}, index) => ({
	holder, window, listed: component.listed, size: component.size, share: shares[index + 1]!, netEvidence: net,
}));

/**
The smallest set of accounts, windows and groups that is consistent with the list. Where a group was taken, the accounts that it stands before are
looked for once more among accounts alone: they cannot be told from it, and yet they are where one would look inside it. `known`: the atoms, where they were worked out before.
*/
export const explainList = async (question: LeakQuestion, breathe: Breathe = async () => undefined, known?: readonly Atom[]): Promise<Explanation> => {
	const {likelihoods: background, exponent} = backgroundOf(question);
	const atoms = known ?? await atomsOf(question, breathe);
	const all = await chooseFrom(atoms, background, breathe);
	const found = foundIn(all);
	const accounts = found.some(({holder}) => holder.kind === 'group') ? foundIn(await chooseFrom(atoms.filter(({holder}) => holder.kind === 'account'), background, breathe)) : [];
	return {exponent, unexplained: all.shares[0]!, found, behindGroups: accounts.filter(({holder}) => !found.some(each => isSame(each.holder, holder)))};
};
