import {backgroundOf, type Background} from '../../leads/background.ts';
import {eventDays} from '../../leads/event-days.ts';
import type {AccountEvents} from '../../store/questions/account-events.ts';
import {compareDays, type Compared, type Reached} from './compare-days.ts';

/** What needs the accesses of the accounts and nothing of the ranking. */
export type Beside = {
	readonly compared: Promise<Compared>;
	/** How likely each listed customer is on the list without anybody behind it; absent without a list. */
	readonly background?: Promise<Background>;
};

/** Whom the accounts reached; `leaked` where a list is ranked. */
export type BesideAsk = Reached & {readonly leaked?: Uint32Array};

export const backgroundBeside = ({reaches: accounts, customers, market: markets, leaked}: BesideAsk): Background | undefined => leaked && backgroundOf({accounts, customers, markets, leaked});

/** What is worked out beside the ranking, here: a list finds its background itself. */
export const besideRanking = (ask: BesideAsk, events: AccountEvents | Promise<AccountEvents>): Beside =>
	({compared: compareDays(ask, Promise.resolve(events).then(read => eventDays(read, ask.accounts.length)))});
