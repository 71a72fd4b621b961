import type {AtomTable} from '../../leads/atom-table.ts';
import {atomsOfPart} from '../../leads/atoms.ts';
import type {LeakQuestion} from '../../leads/reach.ts';
import {rankLeads, type Verdict} from '../../leads/verdict.ts';
import {marketMembers, type Group} from './divide.ts';
import {unrankable} from './list-words.ts';

/** What the answer would be without one of several lists. */
export type WithoutList = {
	/** Customers of the list whom no other list means. */
	readonly only: number;
	/** Customers of all other lists. */
	readonly left: number;
	readonly verdict: Verdict;
	/** The account that would be first; absent where none would be. */
	readonly first?: number;
};

type Whole = {
	readonly question: LeakQuestion;
	/** Absent: the whole cannot be ranked. */
	readonly atoms: AtomTable | undefined;
	readonly groups: readonly Group[];
	readonly shared: ReadonlySet<number>;
};

/** An account belongs to the market in which most of the listed customers are that it reached: of a part of the list that may be another. */
const groupsFor = ({question: {accounts, markets}, groups}: Whole, leaked: Uint32Array): LeakQuestion['groups'] => {
	const count = groups.reduce((most, {market = -1}) => Math.max(most, market + 1), 0);
	const members = marketMembers(accounts, {market: markets, leaked, count});
	return groups.map(group => group.market === undefined ? group : {...group, members: members[group.market]!});
};

/** Leaves out each list in turn and ranks what is left, exactly as if that list had not been given. */
export const withoutLists = async (whole: Whole, lists: readonly Uint32Array[], onStep: (done: number) => Promise<void>): Promise<readonly WithoutList[]> => {
	const {question, atoms, shared} = whole;
	const found: WithoutList[] = [];
	for (const [index, list] of lists.entries()) {
		const others = new Set(lists.flatMap((each, place) => place === index ? [] : [...each]));
		const leaked = question.leaked.filter(customer => others.has(customer));
		const counts = {only: list.filter(customer => !others.has(customer)).length, left: leaked.length};
		await onStep(index / lists.length);
		const refused = unrankable({given: leaked.length, resolved: leaked.length, customers: question.customers});
		if (refused) {
			found.push({...counts, verdict: refused.verdict});
			continue;
		}

		const part = {...question, leaked, groups: groupsFor(whole, leaked)};
		const {verdict, accounts: [first]} = await rankLeads(part, shared, async () => onStep(index / lists.length), atoms && {atoms: atomsOfPart(atoms, question, part)});
		found.push({...counts, verdict, ...(first ? {first: first.account} : {})});
	}

	return found;
};
