import {backgroundOf, type Background} from './background.ts';
import type {Atom, AtomTable} from './atom-table.ts';
import {atomsOf, type Breathe} from './atoms.ts';
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

/** What was worked out of the same question before. */
export type Known = {readonly atoms?: AtomTable; readonly background?: Background};

/** More are not told apart by any list. */
const mostFound = 12;

type Chosen = {readonly atom: Atom; readonly net: number; /** As the table numbers holders. */ readonly holder: number};

/** Nats: to fit all shares again adds a little to what an atom gains by its own share alone, so that one which falls short of its cost by less than this may still be worth it. */
const mostByRefit = 4;

/** Of the holders that are open to choice, the atom with the greatest gain after its cost, beside the shares of those chosen. The most hopeful come first: what cannot beat the best is not worked out. */
const bestOf = (atoms: AtomTable, likelihoods: Float64Array, isOpen: (holder: number) => boolean): Chosen | undefined => {
	const bounds = atoms.bounds(likelihoods);
	const hopeful: number[] = [];
	for (let index = 0; index < atoms.length; index++) {
		if (bounds[index]! > -mostByRefit && isOpen(atoms.holderNumber(index))) {
			hopeful.push(index);
		}
	}

	let best: Chosen | undefined;
	for (const index of hopeful.toSorted((one, other) => bounds[other]! - bounds[one]!)) {
		if (best && bounds[index]! <= best.net) {
			break;
		}

		const atom = atoms.at(index);
		const net = gainOf(likelihoods, atom.component) - atom.penalty;
		if (net > (best?.net ?? -mostByRefit)) {
			best = {atom, net, holder: atoms.holderNumber(index)};
		}
	}

	return best;
};

const isSame = (a: Holder, b: Holder): boolean => a.kind === b.kind && a.index === b.index;

type Greedy = {readonly chosen: readonly Chosen[]; readonly shares: Float64Array};

/** The atom that adds most to the likelihood given those chosen is taken, and all shares are fitted again, until what that adds is not worth its cost. */
const chooseFrom = async (atoms: AtomTable, background: Float64Array, {isAllowed, breathe, begun = []}: {readonly isAllowed: (holder: number) => boolean; readonly breathe: Breathe; readonly begun?: readonly Chosen[]}): Promise<Greedy> => {
	const chosen = [...begun];
	let mixture = fitMixture(background, begun.map(({atom}) => atom.component));
	while (chosen.length < mostFound) {
		await breathe(1);
		const best = bestOf(atoms, mixture.likelihoods, holder => isAllowed(holder) && chosen.every(each => each.holder !== holder));
		if (!best) {
			break;
		}

		const next = fitMixture(background, [...chosen, best].map(({atom}) => atom.component));
		const net = next.logarithm - mixture.logarithm - best.atom.penalty;
		if (net <= 0) {
			break;
		}

		chosen.push({...best, net});
		mixture = next;
	}

	return {chosen, shares: mixture.shares};
};

const foundIn = ({chosen, shares}: Greedy): readonly Found[] => chosen.map(({atom: {holder, window, component}, net}, index) => ({
	holder, window, listed: component.listed, size: component.size, share: shares[index + 1]!, netEvidence: net,
}));

/**
The smallest set of accounts, windows and groups that is consistent with the list. Where a group was taken, the accounts that it stands before are
looked for once more among accounts alone: they cannot be told from it, and yet they are where one would look inside it.
*/
export const explainList = async (question: LeakQuestion, breathe: Breathe = async () => undefined, known: Known = {}): Promise<Explanation> => {
	const atoms = known.atoms ?? await atomsOf(question, breathe);
	const {likelihoods: background, exponent} = known.background ?? backgroundOf(question);
	const all = await chooseFrom(atoms, background, {isAllowed: () => true, breathe});
	const found = foundIn(all);
	const firstGroup = all.chosen.findIndex(({holder}) => holder < 0);
	// The accounts before the first group are the best among accounts, too.
	const accounts = firstGroup === -1 ? [] : foundIn(await chooseFrom(atoms, background, {isAllowed: holder => holder >= 0, breathe, begun: all.chosen.slice(0, firstGroup)}));
	return {exponent, unexplained: all.shares[0]!, found, behindGroups: accounts.filter(({holder}) => !found.some(each => isSame(each.holder, holder)))};
};
