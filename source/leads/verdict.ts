import {explainList, type Explanation, type Found, type Known} from './explain-list.ts';
import type {Breathe} from './atoms.ts';
import type {LeakQuestion} from './reach.ts';
import {listPlaces} from './trail.ts';

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

/** Of each account the listed customers that it reached, as places in the list, each once. All accesses are gone through once, without a set for each account. */
const listedOfAccounts = ({accounts, leaked, customers}: LeakQuestion): readonly Uint32Array[] => {
	const places = listPlaces({customers, leaked});
	const seen = new Int32Array(leaked.length).fill(-1);
	return accounts.map((reach, index) => {
		const found: number[] = [];
		for (const customer of reach.customers) {
			const place = places[customer]!;
			if (place >= 0 && seen[place] !== index) {
				seen[place] = index;
				found.push(place);
			}
		}

		return Uint32Array.from(found);
	});
};

/** Other accounts with at least half of these listed customers. */
const alsoConsistentWith = (listedOf: readonly Uint32Array[], size: number, account: number, listed: Uint32Array): readonly number[] => {
	const wanted = new Uint8Array(size);
	for (const place of listed) {
		wanted[place] = 1;
	}

	const held = listedOf.map((places, index) => ({index, count: index === account ? 0 : places.reduce((sum, place) => sum + wanted[place]!, 0)}));
	return held.filter(({count}) => count * 2 >= listed.length && count > 0).toSorted((a, b) => b.count - a.count || a.index - b.index).map(({index}) => index);
};

const nothingFound: Omit<RankedLeads, 'verdict'> = {unexplained: 1, accounts: [], groups: [], exponent: 0};

const verdictOf = (explanation: Explanation, accounts: readonly AccountLead[]): RankedLeads['verdict'] =>
	explanation.found.length === 0 ? 'nobody' : (accounts.some(({separable}) => separable) ? 'separable' : 'inseparable');

const inOrder = (accounts: readonly AccountLead[]): readonly AccountLead[] => accounts.toSorted((a, b) => b.netEvidence - a.netEvidence || a.account - b.account);

/** The group that stands before an account: the one that holds most of the same listed customers. */
const nearestGroup = (groups: readonly GroupLead[], {listed}: Found): number => {
	const shared = groups.map(({group, listed: others}) => {
		const places = new Set(others);
		return {group, count: listed.reduce((sum, place) => sum + (places.has(place) ? 1 : 0), 0)};
	});
	return shared.toSorted((a, b) => b.count - a.count || a.group - b.group)[0]!.group;
};

/**
Ranks what is consistent with a list. An account is separable only if its net evidence is over 3 and no group that it belongs to was itself selected with
over 3; `shared` accounts never stand for a person. Accounts that only a group kept from being found come last, and are never separable.
*/
export const rankLeads = async (question: LeakQuestion, shared: ReadonlySet<number>, breathe?: Breathe, known?: Known): Promise<RankedLeads> => {
	if (question.leaked.length < fewestReports) {
		return {...nothingFound, verdict: 'too-few'};
	}

	const explanation = await explainList(question, breathe, known);
	const groups = explanation.found.flatMap(found => found.holder.kind === 'group' ? [{...found, group: found.holder.index, strength: strengthOf(found.netEvidence)}] : []);
	const listedOf = listedOfAccounts(question);
	const leadOf = (found: Found, account: number, inseparableFrom: number | undefined): AccountLead => ({
		...found, account, inseparableFrom, separable: found.netEvidence > separableFrom && inseparableFrom === undefined && !shared.has(account),
		alsoConsistent: alsoConsistentWith(listedOf, question.leaked.length, account, found.listed), strength: strengthOf(found.netEvidence),
	});
	const accounts = explanation.found.flatMap(found => found.holder.kind === 'account'
		? [leadOf(found, found.holder.index, groups.find(({group, netEvidence}) => netEvidence > separableFrom && question.groups[group]!.members.has(found.holder.index))?.group)]
		: []);
	const behind = explanation.behindGroups.map(found => leadOf(found, found.holder.index, nearestGroup(groups, found)));
	return {verdict: verdictOf(explanation, accounts), unexplained: explanation.unexplained, accounts: [...inOrder(accounts), ...inOrder(behind)], groups, exponent: explanation.exponent};
};
