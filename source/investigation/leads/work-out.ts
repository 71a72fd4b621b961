import {unusualAccounts, type AccountBehaviour} from '../../leads/behaviour.ts';
import {rankLeads, type RankedLeads} from '../../leads/verdict.ts';
import type {LeadNumbers} from './ask-numbers.ts';
import {divided} from './divide.ts';

/** Told between two steps. */
export type OnStep = (text: string, done: number) => Promise<void>;

export type LeadWork = LeadNumbers & {
	/** Accounts that stand for no person; absent: the list is not ranked. */
	readonly shared: ReadonlySet<number> | undefined;
};

/** What comes of the numbers; accounts and groups by their places. */
export type WorkedOut = {
	readonly ranked?: RankedLeads;
	readonly unusual: readonly AccountBehaviour[];
	/** What the groups are called. */
	readonly groups: readonly string[];
	readonly hasReasons: boolean;
};

export const workOut = async ({rows, columns, events, shared}: LeadWork, onStep: OnStep): Promise<WorkedOut> => {
	const {accounts, groups, accountDays, hasReasons} = divided({...rows, columns}, events);
	const question = {accounts, groups, customers: rows.customers, markets: rows.market, leaked: rows.leaked, days: rows.days};
	const ranked = shared && await rankLeads(question, shared, async (done = 0) => onStep('ranking', done));
	const unusual = await unusualAccounts(accountDays, hasReasons, async () => onStep('comparing days', 0));
	return {...(ranked ? {ranked} : {}), unusual, groups: groups.map(({label}) => label), hasReasons};
};
