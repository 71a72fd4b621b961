import {inOrder} from './in-order.ts';
import type {Reach} from './reach.ts';

/** What can be counted from whom an account reached, day by day of the reach: days in order, and a number for each. */
export type ReachDays = Readonly<Record<'days' | 'customers' | 'newCustomers' | 'otherMarkets' | 'consecutive', Uint32Array>>;

/** The longest run of neighbours. Places of customers are in the order of their ids: neighbours are ids that follow one another. */
const longestRun = (sorted: Uint32Array): number => {
	let best = 0;
	let length = 0;
	let before = -1;
	for (const customer of sorted) {
		length = customer === before + 1 ? length + 1 : 1;
		before = customer;
		best = Math.max(best, length);
	}

	return best;
};

/** A mark for each market that is not usual: where fewer than a tenth of the account's customers of all days live. */
const unusualMarkets = ({customers}: Reach, market: Uint16Array, markets: number): Uint8Array => {
	const counts = new Uint32Array(markets);
	for (const customer of customers) {
		counts[market[customer]!]!++;
	}

	return Uint8Array.from(counts, count => count * 10 >= customers.length ? 0 : 1);
};

/** Days with accesses, and the most accesses of one. */
const daysIn = ({days}: Reach): {readonly count: number; readonly most: number} => {
	let [count, most, first] = [0, 0, 0];
	for (let at = 0; at < days.length; at++) {
		if (at === 0 || days[at] !== days[at - 1]) {
			count++;
			first = at;
		}

		most = Math.max(most, at + 1 - first);
	}

	return {count, most};
};

/** `seen` marks customers by the account that reached them before; it is shared between accounts, which are told apart by `mark`. `markets`: how many there are. */
export const reachDays = (reach: Reach, {market, markets, seen, mark}: {readonly market: Uint16Array; readonly markets: number; readonly seen: Uint32Array; readonly mark: number}): ReachDays => {
	const {customers, days} = reach;
	const unusual = unusualMarkets(reach, market, markets);
	const {count, most} = daysIn(reach);
	const today = new Uint32Array(most);
	const found = {days: new Uint32Array(count), customers: new Uint32Array(count), newCustomers: new Uint32Array(count), otherMarkets: new Uint32Array(count), consecutive: new Uint32Array(count)};
	for (let begin = 0, place = 0; begin < days.length; place++) {
		let end = begin;
		let newCustomers = 0;
		let otherMarkets = 0;
		for (; end < days.length && days[end] === days[begin]; end++) {
			const customer = customers[end]!;
			today[end - begin] = customer;
			newCustomers += seen[customer] === mark ? 0 : 1;
			seen[customer] = mark;
			otherMarkets += unusual[market[customer]!]!;
		}

		found.days[place] = days[begin]!;
		found.customers[place] = end - begin;
		found.newCustomers[place] = newCustomers;
		found.otherMarkets[place] = otherMarkets;
		found.consecutive[place] = longestRun(inOrder(today, end - begin));
		begin = end;
	}

	return found;
};
