import {explainList, type Explanation, type Found} from './explain-list.ts';
import type {Breathe} from './atoms.ts';
import type {LeakQuestion} from './reach.ts';

/** Fewer listed customers than these say nothing, whatever the numbers. */
export const fewestReports = 3;

/** From this net evidence on (nats) an account may be called separable. */
export const separableFrom = 3;

export type Verdict = 'separable' | 'inseparable' | 'nobody' | 'too-few' | 'rigged-source';
export type Strength = 'weak' | 'moderate' | 'strong';

/** Words for net evidence; the benchmark says how often a lead of each word was wrong. */
export const strengthOf = (netEvidence: number): Strength => netEvidence > 10 ? 'strong' : (netEvidence > separableFrom ? 'moderate' : 'weak');

/** An account that is consistent with a part of the list. */
export type AccountLead = Found & {
	readonly account: number;
	readonly separable: boolean;
	/** The group that it cannot be told from. */
	readonly inseparableFrom: number | undefined;
	/** Other accounts that reached at least half of the same listed customers, most first. */
	readonly alsoConsistent: readonly number[];
	readonly strength: Strength;
};

export type GroupLead = Found & {readonly group: number; readonly strength: Strength};

export type RankedLeads = {
	readonly verdict: Exclude<Verdict, 'rigged-source'>;
	readonly unexplained: number;
	readonly accounts: readonly AccountLead[];
	readonly groups: readonly GroupLead[];
	readonly exponent: number;
};

/** Other accounts with at least half of these listed customers. */
const alsoConsistentWith = ({accounts, leaked}: LeakQuestion, account: number, listed: Uint32Array): readonly number[] => {
	const wanted = new Set(Array.from(listed, place => leaked[place]!));
	const held = accounts.map((reach, index) => ({index, count: index === account ? 0 : new Set(reach.customers.filter(customer => wanted.has(customer))).size}));
	return held.filter(({count}) => count * 2 >= listed.length && count > 0).toSorted((a, b) => b.count - a.count || a.index - b.index).slice(0, 5).map(({index}) => index);
};

const nothingFound: Omit<RankedLeads, 'verdict'> = {unexplained: 1, accounts: [], groups: [], exponent: 0};

const verdictOf = (explanation: Explanation, accounts: readonly AccountLead[]): RankedLeads['verdict'] =>
	explanation.found.length === 0 ? 'nobody' : (accounts.some(({separable}) => separable) ? 'separable' : 'inseparable');

/**
Ranks what is consistent with a list. An account is separable only if its net evidence is over 3 and no group that it belongs to was itself selected with
over 3; `shared` accounts never stand for a person.
*/
export const rankLeads = async (question: LeakQuestion, shared: ReadonlySet<number>, breathe?: Breathe): Promise<RankedLeads> => {
	if (question.leaked.length < fewestReports) {
		return {...nothingFound, verdict: 'too-few'};
	}

	const explanation = await explainList(question, breathe);
	const groups = explanation.found.flatMap(found => found.holder.kind === 'group' ? [{...found, group: found.holder.index, strength: strengthOf(found.netEvidence)}] : []);
	const accounts = explanation.found.flatMap(found => {
		if (found.holder.kind !== 'account') {
			return [];
		}

		const account = found.holder.index;
		const inseparableFrom = groups.find(({group, netEvidence}) => netEvidence > separableFrom && question.groups[group]!.members.has(account))?.group;
		return [{
			...found, account, inseparableFrom, separable: found.netEvidence > separableFrom && inseparableFrom === undefined && !shared.has(account),
			alsoConsistent: alsoConsistentWith(question, account, found.listed), strength: strengthOf(found.netEvidence),
		}];
	});
	return {verdict: verdictOf(explanation, accounts), unexplained: explanation.unexplained, accounts: accounts.toSorted((a, b) => b.netEvidence - a.netEvidence || a.account - b.account), groups, exponent: explanation.exponent};
};
