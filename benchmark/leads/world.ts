import {marketMembers} from '../../source/investigation/leads/divide.ts';
import type {LeakQuestion, Reach} from '../../source/leads/reach.ts';

/*
Invented companies with a leak, or with a list that nobody inside is behind. The same seed gives the same world. Customers belong to markets and to
queues; teams work queues of their own; some customers call often. An insider works as the others do and beside it harvests (looks up many
customers within days) or scrapes (gives away those met in normal work).
*/

export type ListKind = 'insiders' | 'uniform' | 'one-market' | 'popular' | 'frequent-callers' | 'one-queue' | 'system-account' | 'one-age';

export type WorldOptions = {
	readonly seed: number;
	readonly kind: ListKind;
	readonly insiders?: number;
	/** Part of the leaked customers that is reported, 0.02 to 0.2. */
	readonly reported?: number;
	/** Part of the list that has another source, 0 to 0.4. */
	readonly noise?: number;
};

export type Insider = {readonly account: number; readonly from: number; readonly to: number; readonly reports: number};
export type World = {readonly question: LeakQuestion; readonly insiders: readonly Insider[]; readonly shared: ReadonlySet<number>};

const employees = 300;
const customers = 50_000;
const accesses = 400_000;
const days = 120;
const markets = 6;
const queues = 12;

type Dice = () => number;

/** mulberry32 */
const dice = (seed: number): Dice => {
	let state = seed | 0;
	return () => {
		state = (state + 0x6D_2B_79_F5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
};

const whole = (roll: Dice, sides: number): number => Math.floor(roll() * sides);

type Access = {readonly account: number; readonly customer: number; readonly day: number};

const weightedPicker = (weights: readonly number[], members: readonly number[]): ((roll: Dice) => number) => {
	const sums: number[] = [];
	let total = 0;
	for (const member of members) {
		total += weights[member]!;
		sums.push(total);
	}

	return roll => {
		const wanted = roll() * total;
		let low = 0;
		let high = sums.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (sums[middle]! <= wanted) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}

		return members[low]!;
	};
};

/** In the order of days and then of customers, a customer on a day once; sorted as numbers, for a benchmark makes hundreds of worlds. */
const reachOf = (lists: ReadonlyArray<readonly Access[]>): Reach => {
	const keys = new Uint32Array(lists.reduce((sum, {length}) => sum + length, 0));
	let at = 0;
	for (const list of lists) {
		for (const {day, customer} of list) {
			keys[at++] = day * customers + customer;
		}
	}

	const sorted = keys.toSorted().filter((key, index, all) => index === 0 || key !== all[index - 1]);
	return {customers: sorted.map(key => key % customers), days: Uint16Array.from(sorted, key => Math.floor(key / customers))};
};

const sample = (roll: Dice, from: readonly number[], count: number): readonly number[] => {
	const pool = [...from];
	for (let index = 0; index < Math.min(count, pool.length); index++) {
		const other = index + whole(roll, pool.length - index);
		[pool[index], pool[other]] = [pool[other]!, pool[index]!];
	}

	return pool.slice(0, count);
};

/** Makes a world and its list. */
export const makeWorld = ({seed, kind, insiders: count = 1, reported = 0.1, noise = 0.2}: WorldOptions): World => {
	const roll = dice(seed);
	const market = Uint16Array.from({length: customers}, () => Math.min(markets - 1, Math.floor(-Math.log(1 - roll()) * 1.5)));
	const queue = Array.from({length: customers}, () => whole(roll, queues));
	const calls = Array.from({length: customers}, () => Math.exp((roll() + roll() + roll() - 1.5) * 2));
	const team = Array.from({length: employees}, (_, account) => account % queues);
	const pace = Array.from({length: employees}, () => 0.3 + roll() * 1.4);
	const everybody = Array.from({length: customers}, (_, customer) => customer);
	const inQueue = Array.from({length: queues}, (_, index) => weightedPicker(calls, everybody.filter(customer => queue[customer] === index)));
	const anywhere = weightedPicker(calls, everybody);
	const totalPace = pace.reduce((sum, each) => sum + each, 0);
	const byAccount: Access[][] = Array.from({length: employees}, () => []);
	for (const [account, list] of byAccount.entries()) {
		for (let made = 0; made < accesses * pace[account]! / totalPace; made++) {
			list.push({account, customer: roll() < 0.75 ? inQueue[team[account]!]!(roll) : anywhere(roll), day: whole(roll, days)});
		}
	}

	const shared = new Set<number>();
	if (kind === 'system-account') {
		// A service account that touches a tenth of all customers.
		const service = byAccount.length;
		byAccount.push(sample(roll, everybody, customers / 10).map(customer => ({account: service, customer, day: whole(roll, days)})));
		shared.add(service);
	}

	const insiders: Insider[] = [];
	const list = new Set<number>();
	if (kind === 'insiders') {
		for (const account of sample(roll, everybody.slice(0, employees), count)) {
			const length = [3, 7, 14, 30][whole(roll, 4)]!;
			const from = whole(roll, days - length);
			const harvester = roll() < 0.7;
			if (harvester) {
				const wanted = 150 + whole(roll, 450);
				for (let made = 0; made < wanted; made++) {
					byAccount[account]!.push({account, customer: roll() < 0.5 ? inQueue[team[account]!]!(roll) : whole(roll, customers), day: from + whole(roll, length)});
				}
			}

			const [begin, end] = harvester ? [from, from + length - 1] : [0, days - 1];
			const taken = [...new Set(byAccount[account]!.filter(({day}) => day >= begin && day <= end).map(({customer}) => customer))];
			const reports = sample(roll, taken, Math.max(1, Math.round(taken.length * reported)));
			for (const customer of reports) {
				list.add(customer);
			}

			insiders.push({account, from: begin, to: end, reports: reports.length});
		}

		const others = Math.round(list.size * noise / (1 - noise));
		for (let made = 0; made < others; made++) {
			list.add(roll() < 0.5 ? anywhere(roll) : whole(roll, customers));
		}
	} else {
		const size = 20 + whole(roll, 180);
		for (const customer of innocentList(kind, {roll, size, everybody, market, queue, calls, service: byAccount.at(-1)!})) {
			list.add(customer);
		}
	}

	const accounts = byAccount.map(each => reachOf([each]));
	const groups = Array.from({length: queues}, (_, index) => {
		const members = new Set(team.flatMap((each, account) => each === index ? [account] : []));
		const reach = reachOf(byAccount.filter((_each, account) => members.has(account)));
		return {reach: () => reach, members};
	});
	const byMarket: Access[][] = Array.from({length: markets}, () => []);
	for (const access of byAccount.flat()) {
		byMarket[market[access.customer]!]!.push(access);
	}

	// As whosaw itself has it: an account belongs to the market in which most of the listed customers are that it reached.
	const leaked = Uint32Array.from(list);
	const members = marketMembers(accounts, {market, leaked, count: markets});
	const marketGroups = byMarket.map((each, place) => {
		const reach = reachOf([each]);
		return {reach: () => reach, members: members[place]!};
	});
	return {question: {accounts, groups: [...groups, ...marketGroups], customers, markets: market, leaked, days}, insiders, shared};
};

type Innocent = {readonly roll: Dice; readonly size: number; readonly everybody: readonly number[]; readonly market: Uint16Array; readonly queue: readonly number[]; readonly calls: readonly number[]; readonly service: readonly Access[]};

/** A list that nobody inside is behind. */
const innocentList = (kind: Exclude<ListKind, 'insiders'>, {roll, size, everybody, market, queue, calls, service}: Innocent): readonly number[] => {
	switch (kind) {
		case 'uniform': {
			return sample(roll, everybody, size);
		}

		case 'one-market': {
			const wanted = 1 + whole(roll, 3);
			return sample(roll, everybody.filter(customer => market[customer] === wanted), size);
		}

		case 'popular': {
			const pick = weightedPicker(calls, everybody);
			return Array.from({length: size}, () => pick(roll));
		}

		case 'frequent-callers': {
			const often = everybody.toSorted((a, b) => calls[b]! - calls[a]!).slice(0, customers / 20);
			return sample(roll, often, size);
		}

		case 'one-queue': {
			const wanted = whole(roll, queues);
			const pick = weightedPicker(calls, everybody.filter(customer => queue[customer] === wanted));
			return Array.from({length: size}, () => pick(roll));
		}

		case 'system-account': {
			return sample(roll, service.map(({customer}) => customer), size);
		}

		case 'one-age': {
			// Ids grow with time: customers who came within one season.
			const from = whole(roll, customers - customers / 10);
			return sample(roll, everybody.slice(from, from + customers / 10), size);
		}
	}
};
