import {atomsOf} from '../../leads/atoms.ts';
import {orderByDays, reachesOf, roomFor} from '../../leads/gather.ts';
import type {Reach} from '../../leads/reach.ts';
import {rankLeads, type RankedLeads} from '../../leads/verdict.ts';
import type {LeadNumbers} from './ask-numbers.ts';
import type {AccountEvents} from '../../store/questions/account-events.ts';
import {besideRanking, type Beside} from './beside-ranking.ts';
import type {Compared} from './compare-days.ts';
import {groupsOf, type Group} from './divide.ts';
import {unrankable} from './list-words.ts';
import {withoutLists, type WithoutList} from './without-lists.ts';

/** Told between two steps. */
export type OnStep = (text: string, done: number) => Promise<void>;

export type LeadWork = Omit<LeadNumbers, 'events'> & {
	/** The accesses are ranked before these are there. */
	readonly events: AccountEvents | Promise<AccountEvents>;
	/** Accounts that stand for no person; absent: no list is ranked. */
	readonly shared: ReadonlySet<number> | undefined;
};

/** What comes of the numbers; accounts and groups by their places. */
export type WorkedOut = Compared & {
	readonly ranked?: RankedLeads;
	/** Of several lists: what the answer would be without each, in their order. */
	readonly without?: readonly WithoutList[];
	/** What the groups are called. */
	readonly groups: readonly string[];
};

type Ranking = {readonly accounts: readonly Reach[]; readonly groups: readonly Group[]; readonly isRanked: boolean; readonly background: Beside['background']};

/** The whole list first; of several lists then what is left without each. */
const rank = async ({rows, lists, shared}: LeadWork, {accounts, groups, isRanked, background}: Ranking, onStep: OnStep): Promise<Pick<WorkedOut, 'ranked' | 'without'>> => {
	if (!shared) {
		return {};
	}

	const question = {accounts, groups, customers: rows.customers, markets: rows.market, leaked: rows.leaked, days: rows.days};
	const breathe = async (done = 0): Promise<void> => onStep('ranking', done);
	const atoms = isRanked ? await atomsOf(question, breathe) : undefined;
	const known = await background;
	const ranked = atoms && await rankLeads(question, shared, breathe, {atoms, ...(known ? {background: known} : {})});
	const without = lists && await withoutLists({question, atoms, groups, shared}, lists, async done => onStep('ranking without each list', done));
	return {...(ranked ? {ranked} : {}), ...(without ? {without} : {})};
};

/** Ranks, and compares days: one after the other, or `beside` it on a thread. The accesses are put in the order of their days where they stand. */
export const workOut = async (work: LeadWork, onStep: OnStep, beside: typeof besideRanking = besideRanking): Promise<WorkedOut> => {
	const {rows, events, columns, shared} = work;
	orderByDays(columns);
	const accounts = reachesOf({customers: columns.customer, days: columns.day}, {holders: columns.account, count: rows.accounts.length, size: rows.customers}, roomFor(columns.customer.length, SharedArrayBuffer));
	const isRanked = shared !== undefined && !unrankable({given: rows.leaked.length, resolved: rows.leaked.length, customers: rows.customers});
	const {compared: comparing, background} = beside({accounts: rows.accounts, customers: rows.customers, market: rows.market, reaches: accounts, firstDay: rows.firstDay, days: rows.days, ...(isRanked ? {leaked: rows.leaked} : {})}, events);
	const ranking = async () => {
		const groups = groupsOf({...rows, columns}, accounts);
		const ranked = await rank(work, {accounts, groups, isRanked, background}, onStep);
		await onStep('comparing days', 0);
		return {...ranked, groups: groups.map(({label}) => label)};
	};

	const [ranked, compared] = await Promise.all([ranking(), comparing]);
	return {...ranked, ...compared};
};
