import {atomsOf} from '../../leads/atoms.ts';
import {unusualAccounts, type AccountBehaviour} from '../../leads/behaviour.ts';
import {rankLeads, type RankedLeads} from '../../leads/verdict.ts';
import type {LeadNumbers} from './ask-numbers.ts';
import {divided, type Divided} from './divide.ts';
import {unrankable} from './list-words.ts';
import {withoutLists, type WithoutList} from './without-lists.ts';

/** Told between two steps. */
export type OnStep = (text: string, done: number) => Promise<void>;

export type LeadWork = LeadNumbers & {
	/** Accounts that stand for no person; absent: no list is ranked. */
	readonly shared: ReadonlySet<number> | undefined;
};

/** What comes of the numbers; accounts and groups by their places. */
export type WorkedOut = {
	readonly ranked?: RankedLeads;
	/** Of several lists: what the answer would be without each, in their order. */
	readonly without?: readonly WithoutList[];
	readonly unusual: readonly AccountBehaviour[];
	/** What the groups are called. */
	readonly groups: readonly string[];
	readonly hasReasons: boolean;
};

/** The whole list first; of several lists then what is left without each. */
const rank = async ({rows, lists, shared}: LeadWork, {accounts, groups}: Divided, onStep: OnStep): Promise<Pick<WorkedOut, 'ranked' | 'without'>> => {
	if (!shared) {
		return {};
	}

	const question = {accounts, groups, customers: rows.customers, markets: rows.market, leaked: rows.leaked, days: rows.days};
	const breathe = async (done = 0): Promise<void> => onStep('ranking', done);
	const isRanked = !unrankable({given: rows.leaked.length, resolved: rows.leaked.length, customers: rows.customers});
	const atoms = isRanked ? await atomsOf(question, breathe) : undefined;
	const ranked = atoms && await rankLeads(question, shared, breathe, atoms);
	const without = lists && await withoutLists({question, atoms, groups, shared}, lists, async done => onStep('ranking without each list', done));
	return {...(ranked ? {ranked} : {}), ...(without ? {without} : {})};
};

export const workOut = async (work: LeadWork, onStep: OnStep): Promise<WorkedOut> => {
	const all = divided({...work.rows, columns: work.columns}, work.events);
	const ranking = await rank(work, all, onStep);
	const unusual = await unusualAccounts(all.accountDays, all.hasReasons, async () => onStep('comparing days', 0));
	return {...ranking, unusual, groups: all.groups.map(({label}) => label), hasReasons: all.hasReasons};
};
