import type {Reach} from './reach.ts';

/** What can be counted from whom an account reached, day by day of the reach. */
export type ReachDay = {readonly day: number; readonly customers: number; readonly newCustomers: number; readonly otherMarkets: number; readonly consecutive: number};

/** The longest run of neighbours. Places of customers are in the order of their ids: neighbours are ids that follow one another. */
const longestRun = (sorted: Uint32Array): number => {
	let best = 0;
	let length = 0;
	for (const [place, customer] of sorted.entries()) {
		length = place > 0 && customer === sorted[place - 1]! + 1 ? length + 1 : 1;
		best = Math.max(best, length);
	}

	return best;
};

/** A market is usual where at least a tenth of the account's customers of all days live. */
const usualMarkets = ({customers}: Reach, market: Uint16Array): ReadonlySet<number> => {
	const counts: number[] = [];
	for (const customer of customers) {
		counts[market[customer]!] = (counts[market[customer]!] ?? 0) + 1;
	}

	return new Set(counts.flatMap((count, place) => count * 10 >= customers.length ? [place] : []));
};

/** `seen` marks customers by the account that reached them before; it is shared between accounts, which are told apart by `mark`. */
export const reachDays = (reach: Reach, {market, seen, mark}: {readonly market: Uint16Array; readonly seen: Uint32Array; readonly mark: number}): readonly ReachDay[] => {
	const {customers, days} = reach;
	const usual = usualMarkets(reach, market);
	const found: ReachDay[] = [];
	for (let begin = 0; begin < days.length;) {
		let end = begin;
		let newCustomers = 0;
		let otherMarkets = 0;
		for (; end < days.length && days[end] === days[begin]; end++) {
			const customer = customers[end]!;
			newCustomers += seen[customer] === mark ? 0 : 1;
			seen[customer] = mark;
			otherMarkets += usual.has(market[customer]!) ? 0 : 1;
		}

		found.push({day: days[begin]!, customers: end - begin, newCustomers, otherMarkets, consecutive: longestRun(customers.slice(begin, end).toSorted())});
		begin = end;
	}

	return found;
};
