import type {AccountDays} from '../../leads/behaviour.ts';
import {eventDays, type EventDays} from '../../leads/event-days.ts';
import {inOrderOfDays, reachesOf} from '../../leads/gather.ts';
import {reachDays} from '../../leads/reach-days.ts';
import type {Reach} from '../../leads/reach.ts';
import type {AccountEvents} from '../../store/questions/account-events.ts';
import type {ReachRows} from '../../store/questions/reach.ts';

/** What the store said, divided among accounts and groups. */
export type Divided = {
	readonly accounts: readonly Reach[];
	readonly groups: ReadonlyArray<{readonly label: string; readonly reach: Reach; readonly members: ReadonlySet<number>; /** Of a market: its place. */ readonly market?: number}>;
	readonly accountDays: readonly AccountDays[];
	readonly hasReasons: boolean;
};

type Kind = {readonly label: (place: number) => string; readonly count: number; readonly holders: Uint16Array | Uint32Array; readonly fewestMembers: number; readonly members?: ReadonlyArray<ReadonlySet<number>>};

const membersOf = ({holders, count}: Kind, account: Uint32Array): ReadonlyArray<ReadonlySet<number>> => {
	const members = Array.from({length: count}, () => new Set<number>());
	for (let row = 0; row < account.length; row++) {
		members[holders[row]!]?.add(account[row]!);
	}

	return members;
};

/** Every account reaches customers of many markets: it belongs to the one in which most of the listed customers are that it reached. */
export const marketMembers = (reaches: readonly Reach[], {market, leaked, count}: Pick<ReachRows, 'market' | 'leaked'> & {readonly count: number}): ReadonlyArray<ReadonlySet<number>> => {
	const members = Array.from({length: count}, () => new Set<number>());
	const listed = new Uint8Array(market.length);
	for (const customer of leaked) {
		listed[customer] = 1;
	}

	for (const [account, {customers}] of reaches.entries()) {
		const mine = [...new Set(customers.filter(customer => listed[customer] === 1))];
		const counts = new Map<number, number>();
		for (const customer of mine) {
			counts.set(market[customer]!, (counts.get(market[customer]!) ?? 0) + 1);
		}

		for (const [place, held] of counts) {
			if (held * 2 >= mine.length) {
				members[place]!.add(account);
			}
		}
	}

	return members;
};

/** Teams, systems, reports and markets. What one account alone makes up is that account. */
const groupsOf = ({accounts, systems, jobs, markets, market, customers, columns, leaked}: ReachRows, reaches: readonly Reach[]): Divided['groups'] => {
	const teams = [...new Set(accounts.flatMap(({team}) => team ?? []))].toSorted();
	const teamOf = accounts.map(({team}) => team === undefined ? teams.length : teams.indexOf(team));
	const kinds: readonly Kind[] = [
		{label: place => `the team ${teams[place]!}`, count: teams.length, holders: columns.account.map(account => teamOf[account]!), fewestMembers: 2},
		{label: place => `the system ${systems[place]!}`, count: systems.length, holders: columns.system, fewestMembers: 2},
		{label: place => `the report or export ${jobs[place]!}`, count: jobs.length, holders: columns.job, fewestMembers: 2},
		{label: place => `the market ${markets[place]!}`, count: markets.length, holders: columns.customer.map(customer => market[customer]!), fewestMembers: 0, members: marketMembers(reaches, {market, leaked, count: markets.length})},
	];
	return kinds.flatMap(kind => {
		const members = kind.members ?? membersOf(kind, columns.account);
		const held = reachesOf({customers: columns.customer, days: columns.day}, {holders: kind.holders, count: kind.count, size: customers});
		return held.flatMap((reach, place) => reach.customers.length > 0 && members[place]!.size >= kind.fewestMembers ? [{label: kind.label(place), reach, members: members[place]!, ...(kind.members ? {market: place} : {})}] : []);
	});
};

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

/** Goes through every access and every event some ten times: of a million that takes a second. */
export const divided = (reached: ReachRows, events: AccountEvents): Divided => {
	const {columns: unordered, ...rows} = reached;
	const columns = inOrderOfDays(unordered);
	const accounts = reachesOf({customers: columns.customer, days: columns.day}, {holders: columns.account, count: rows.accounts.length, size: rows.customers});
	const groups = groupsOf({...rows, columns}, accounts);
	const found = eventDays(events, rows.accounts.length);
	const hasReasons = found.some(({reasoned}) => reasoned.some(count => count > 0));
	const teams = [...new Set(rows.accounts.map(({team}) => team))];
	const seen = new Uint32Array(rows.customers);
	const days = accounts.map((reach, account) => daysOf(reach, found[account]!, {market: rows.market, seen, mark: account + 1, team: teams.indexOf(rows.accounts[account]!.team)}));
	return {accounts, groups, accountDays: hasReasons ? days : days.map(account => withoutReasons(account)), hasReasons};
};
