import type {AccountDays, AfterLeaving, BeforeLeaving, Standing} from './behaviour.ts';
import type {Reach} from './reach.ts';
import {distanceFrom, farFrom, fewestDays, leastSpread, teamUsuals, usualOf, type Usual} from './usual.ts';

/**
Days that end with the one of leaving. Of the insiders in the cases of CERT who stole intellectual property, many did so within 30 days of their termination (A. P. Moore,
M. Hanley, D. Mundie, A Pattern for Increased Monitoring for Intellectual Property Theft by Departing Insiders, Carnegie Mellon University, Software Engineering Institute,
April 2012), which is why the last 30 days of employment are the ones to look at. That many thieves leave says nothing of how many of those who leave are thieves.
*/
export const leavingStretch = 30;

/** Fewer customers in such a stretch are no matter, however rare they are. */
const fewestCustomers = 10;

export type LeavingAsk = {
	readonly accounts: readonly AccountDays[];
	/** Whom the accounts reached, in their order. */
	readonly reaches: readonly Reach[];
	/** The day on which each one's owner left, since the first day of the data, which it may lie before or behind; undefined for none. */
	readonly leaving: ReadonlyArray<number | undefined>;
	/** Days that the data spans. */
	readonly days: number;
	/** Number of customers. */
	readonly customers: number;
};

/** Distinct customers of an account from one day to another, both included. */
const distinctIn = ({customers, days}: Reach, from: number, to: number): number => {
	const begin = days.findIndex(day => day >= from);
	const end = days.findLastIndex(day => day <= to) + 1;
	return begin < 0 ? 0 : new Set(customers.subarray(begin, end)).size;
};

/** For each day the distinct customers of the stretch that ends with it. `last` has room for every customer, and holds -1 for each, before and after. */
export const customersWithin = ({customers, days}: Reach, span: number, last: Int32Array): Uint32Array => {
	const changes = new Int32Array(span + leavingStretch);
	for (let place = 0; place < customers.length; place++) {
		const customer = customers[place]!;
		const day = days[place]!;
		// A customer counts for as long as the last reach of them lies in the stretch: whom it held already, it holds longer.
		const before = last[customer]!;
		changes[before >= 0 && day - before < leavingStretch ? before + leavingStretch : day]!++;
		changes[day + leavingStretch]!--;
		last[customer] = day;
	}

	for (const customer of customers) {
		last[customer] = -1;
	}

	let held = 0;
	return Uint32Array.from(changes.subarray(0, span), change => {
		held += change;
		return held;
	});
};

/** The stretches that are usual for an account: whole ones since its first day, up to its last, or to the day before the stretch that ends with leaving. */
const usualStretches = (account: number, {accounts, reaches, leaving, days: span}: LeavingAsk, last: Int32Array): Uint32Array => {
	const {days} = accounts[account]!;
	const latest = days.length - 1;
	const end = Math.min(days[latest] ?? -1, span - 1, (leaving[account] ?? Number.POSITIVE_INFINITY) - leavingStretch);
	const begin = (days[0] ?? 0) + leavingStretch - 1;
	return end < begin ? new Uint32Array(0) : customersWithin(reaches[account]!, span, last).subarray(begin, end + 1);
};

/** The places of an account's days from one to another, both included. */
const placesIn = ({days}: AccountDays, from: number, to: number): readonly number[] => Array.from({length: days.length}, (_, place) => place).filter(place => days[place]! >= from && days[place]! <= to);

type Leaver = {readonly days: AccountDays; readonly reach: Reach; readonly leaving: number; readonly span: number};

const beforeLeaving = ({days, reach, leaving, span}: Leaver, own: Uint32Array, team: Usual | undefined): readonly Standing[] => {
	const [from, to] = [Math.max(0, leaving - leavingStretch + 1), Math.min(leaving, span - 1)];
	if (from > to || !team) {
		return [];
	}

	const value = distinctIn(reach, from, to);
	const usual = own.length < fewestDays ? team : usualOf(Float64Array.from(own));
	const distance = Math.min(distanceFrom(value, usual), distanceFrom(value, team));
	const finding: BeforeLeaving = {measure: 'beforeLeaving', leaving, from, to, value, usual: usual.middle, team: team.middle, distance};
	return value >= fewestCustomers && distance >= farFrom ? [{finding, places: placesIn(days, from, to)}] : [];
};

/** Nothing is usual behind the day of leaving, so a single event is told; how far it stands out is measured from nothing, like any number of those who do the same every day. */
const afterLeaving = ({days, reach, leaving, span}: Leaver): readonly Standing[] => {
	const places = placesIn(days, leaving + 1, span - 1);
	if (places.length === 0) {
		return [];
	}

	const sum = (of: ArrayLike<number>): number => places.reduce((total, place) => total + of[place]!, 0);
	const denied = sum(days.values.denied);
	const events = sum(days.events) + denied;
	const finding: AfterLeaving = {
		measure: 'afterLeaving', leaving, from: days.days[places[0]!]!, to: days.days[places.at(-1)!]!, events, denied, customers: distinctIn(reach, leaving + 1, span - 1),
		distance: distanceFrom(events, {middle: 0, logarithm: 0, spread: leastSpread}),
	};
	return [{finding, places}];
};

/** What stands out of those who left, by the places of their accounts. Their teams' accesses are gone through once more; where nobody left, none. */
export const leavingStandings = (ask: LeavingAsk): ReadonlyMap<number, readonly Standing[]> => {
	const {accounts, reaches, leaving, days: span, customers} = ask;
	const leavers = leaving.flatMap((day, account) => day === undefined ? [] : [{account, day}]);
	const compared = leavers.filter(({day}) => day >= 0 && day - leavingStretch < span - 1);
	const teams = new Set(compared.map(({account}) => accounts[account]!.team));
	const last = new Int32Array(compared.length === 0 ? 0 : customers).fill(-1);
	const stretches = new Map<number, Uint32Array>();
	const stretchesOf = (account: number): Uint32Array => {
		const found = stretches.get(account) ?? usualStretches(account, ask, last);
		stretches.set(account, found);
		return found;
	};
	const pooled = (members: readonly number[]): Usual | undefined => {
		const all = new Float64Array(members.reduce((sum, member) => sum + stretchesOf(member).length, 0));
		let at = 0;
		for (const member of members) {
			all.set(stretchesOf(member), at);
			at += stretchesOf(member).length;
		}

		return all.length === 0 ? undefined : usualOf(all);
	};

	const usuals = teamUsuals(accounts.map(({team}) => team), pooled, team => teams.has(team));
	return new Map(leavers.flatMap(({account, day}) => {
		const leaver = {days: accounts[account]!, reach: reaches[account]!, leaving: day, span};
		const team = usuals.get(leaver.days.team);
		const found = [...(team ? beforeLeaving(leaver, stretchesOf(account), team) : []), ...afterLeaving(leaver)];
		return found.length === 0 ? [] : [[account, found]];
	}));
};
