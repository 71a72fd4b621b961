import {unusualAccounts, type AccountBehaviour, type AccountDays} from '../../leads/behaviour.ts';
import {eventDays, type EventDays} from '../../leads/event-days.ts';
import {reachDays} from '../../leads/reach-days.ts';
import {leavingStandings} from '../../leads/leaving.ts';
import type {Reach} from '../../leads/reach.ts';
import type {AccountEvents} from '../../store/questions/account-events.ts';
import type {ReachRows} from '../../store/questions/reach.ts';

/** Whom the accounts reached, beside what was logged of them. */
export type Reached = Pick<ReachRows, 'accounts' | 'customers' | 'market' | 'firstDay' | 'days'> & {/** In the order of the accounts. */ readonly reaches: readonly Reach[]};

/** Which accounts behave unlike themselves and their team. */
export type Compared = {readonly unusual: readonly AccountBehaviour[]; /** The exports log reasons at all. */ readonly hasReasons: boolean};

/** On the first days of an account every customer is new. */
const settled = 14;

/** Both counts of each day side by side; whoever reached somebody on a day has an event on it. */
const daysOf = (reach: Reach, found: EventDays, shared: {readonly market: Uint16Array; readonly seen: Uint32Array; readonly mark: number; readonly team: number}): AccountDays => {
	const {days, events, reasoned, offHours, burst, exports, denied} = found;
	const [customers, newCustomers, otherMarkets, consecutive] = [new Uint32Array(days.length), new Uint32Array(days.length), new Uint32Array(days.length), new Uint32Array(days.length)];
	let at = 0;
	for (const day of reachDays(reach, shared)) {
		while (days[at]! < day.day) {
			at++;
		}

		customers[at] = day.customers;
		newCustomers[at] = day.day < reach.days[0]! + settled ? 0 : day.newCustomers;
		otherMarkets[at] = day.otherMarkets;
		consecutive[at] = day.consecutive;
	}

	const noReason = events.map((count, place) => count - reasoned[place]!);
	return {days, events, reasoned, team: shared.team, values: {customers, newCustomers, offHours, noReason, otherMarkets, consecutive, burst, exports, denied}};
};

/** Without reasons in the logs nothing is missing one. */
const withoutReasons = (account: AccountDays): AccountDays => ({...account, values: {...account.values, noReason: new Float64Array(account.days.length)}});

/** The days of each account, told by its events first: whom it reached is known later. Goes through every access and every event some times. */
export const compareDays = (events: AccountEvents, accounts: number): ((reached: Reached) => Promise<Compared>) => {
	const found = eventDays(events, accounts);
	const hasReasons = found.some(({reasoned}) => reasoned.some(count => count > 0));
	return async ({accounts: names, customers, market, reaches, firstDay, days: span}) => {
		const teams = [...new Set(names.map(({team}) => team))];
		const seen = new Uint32Array(customers);
		const days = reaches.map((reach, account) => daysOf(reach, found[account]!, {market, seen, mark: account + 1, team: teams.indexOf(names[account]!.team)}));
		const leaving = leavingStandings({accounts: days, reaches, customers, days: span, leaving: names.map(({leaving: day}) => day === undefined ? undefined : day - firstDay)});
		return {unusual: await unusualAccounts(hasReasons ? days : days.map(account => withoutReasons(account)), hasReasons, {leaving}), hasReasons};
	};
};
