import {unusualAccounts, type AccountBehaviour, type AccountDays} from '../../leads/behaviour.ts';
import type {EventDays} from '../../leads/event-days.ts';
import {reachDays, type ReachDays} from '../../leads/reach-days.ts';
import {leavingStandings} from '../../leads/leaving.ts';
import type {Reach} from '../../leads/reach.ts';
import type {ReachRows} from '../../store/questions/reach.ts';

/** Whom the accounts reached, beside what was logged of them. */
export type Reached = Pick<ReachRows, 'accounts' | 'customers' | 'market' | 'firstDay' | 'days'> & {/** In the order of the accounts. */ readonly reaches: readonly Reach[]};

/** Which accounts behave unlike themselves and their team. */
export type Compared = {readonly unusual: readonly AccountBehaviour[]; /** The exports log reasons at all. */ readonly hasReasons: boolean};

/** On the first days of an account every customer is new. */
const settled = 14;

/** Both counts of each day side by side; whoever reached somebody on a day has an event on it. */
const besideEvents = (reached: ReachDays, found: EventDays, team: number): AccountDays => {
	const {days, events, reasoned, offHours, burst, exports, denied} = found;
	const [customers, newCustomers, otherMarkets, consecutive] = [new Uint32Array(days.length), new Uint32Array(days.length), new Uint32Array(days.length), new Uint32Array(days.length)];
	let at = 0;
	for (const [place, day] of reached.days.entries()) {
		while (days[at]! < day) {
			at++;
		}

		customers[at] = reached.customers[place]!;
		newCustomers[at] = day < reached.days[0]! + settled ? 0 : reached.newCustomers[place]!;
		otherMarkets[at] = reached.otherMarkets[place]!;
		consecutive[at] = reached.consecutive[place]!;
	}

	const noReason = events.map((count, place) => count - reasoned[place]!);
	return {days, events, reasoned, team, values: {customers, newCustomers, offHours, noReason, otherMarkets, consecutive, burst, exports, denied}};
};

/** Without reasons in the logs nothing is missing one. */
const withoutReasons = (account: AccountDays): AccountDays => ({...account, values: {...account.values, noReason: new Float64Array(account.days.length)}});

/** Which accounts behave unlike themselves and their team; their events may be counted meanwhile. Goes through every access some times. */
export const compareDays = async ({accounts, customers, market, reaches, firstDay, days: span}: Reached, counted: Promise<readonly EventDays[]>): Promise<Compared> => {
	const teams = [...new Set(accounts.map(({team}) => team))];
	const markets = market.reduce((most, place) => Math.max(most, place), 0) + 1;
	const seen = new Uint32Array(customers);
	const reached = reaches.map((reach, account) => reachDays(reach, {market, markets, seen, mark: account + 1}));
	const found = await counted;
	const hasReasons = found.some(({reasoned}) => reasoned.some(count => count > 0));
	const days = reached.map((of, account) => besideEvents(of, found[account]!, teams.indexOf(accounts[account]!.team)));
	const leaving = leavingStandings({accounts: days, reaches, customers, days: span, leaving: accounts.map(({leaving: day}) => day === undefined ? undefined : day - firstDay)});
	return {unusual: await unusualAccounts(hasReasons ? days : days.map(account => withoutReasons(account)), hasReasons, {leaving}), hasReasons};
};
