import {accessesOf, beginsOf, roomFor, type Numbers} from '../../leads/gather.ts';
import type {Reach} from '../../leads/reach.ts';
import {placeColumn, type ReachRows} from '../../store/questions/reach.ts';

/** What was reached through a team, a system, a report or in a market, and the accounts that belong to it. */
export type Group = {readonly label: string; readonly reach: () => Reach; readonly members: ReadonlySet<number>; /** Of a market: its place. */ readonly market?: number};

type Kind = {readonly label: (place: number) => string; readonly count: number; /** Of each access; they stand only until those of another kind are asked for. */ readonly holders: () => Numbers; readonly fewestMembers: number; readonly members?: ReadonlyArray<ReadonlySet<number>>};

/** A mark for each group and account: to add every access to a set takes ten times as long. */
const membersOf = (kind: Kind, {holders, account, accounts}: {readonly holders: Numbers; readonly account: Numbers; readonly accounts: number}): ReadonlyArray<ReadonlySet<number>> => {
	// Behind the last group stand the accesses of none.
	const marks = new Uint8Array((kind.count + 1) * accounts);
	for (let row = 0; row < account.length; row++) {
		marks[(holders[row]! * accounts) + account[row]!] = 1;
	}

	return Array.from({length: kind.count}, (_, place) => {
		const members = new Set<number>();
		for (let at = marks.indexOf(1, place * accounts); at !== -1 && at < (place + 1) * accounts; at = marks.indexOf(1, at + 1)) {
			members.add(at - (place * accounts));
		}

		return members;
	});
};

/** Every account reaches customers of many markets: it belongs to the one in which most of the listed customers are that it reached. */
export const marketMembers = (reaches: readonly Reach[], {market, leaked, count}: Pick<ReachRows, 'market' | 'leaked'> & {readonly count: number}): ReadonlyArray<ReadonlySet<number>> => {
	const members = Array.from({length: count}, () => new Set<number>());
	const listed = new Uint8Array(market.length);
	for (const customer of leaked) {
		listed[customer] = 1;
	}

	for (const [account, {customers}] of reaches.entries()) {
		const met = new Set<number>();
		for (const customer of customers) {
			if (listed[customer] === 1) {
				met.add(customer);
			}
		}

		const mine = [...met];
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

/** What belongs to each of some things, in the room that is given. */
const ofEach = <Column extends Numbers>(things: Numbers, belongs: Column, room: ArrayBuffer): Column => {
	const found = new (belongs.constructor as new (room: ArrayBuffer, offset: number, length: number) => Column)(room, 0, things.length);
	for (let row = 0; row < things.length; row++) {
		found[row] = belongs[things[row]!]!;
	}

	return found;
};

/** Teams, systems, reports and markets. What one account alone makes up is that account. The accesses are in the order of days; `reaches` are those of the accounts. */
export const groupsOf = ({accounts, systems, jobs, markets, market, columns, leaked}: ReachRows, reaches: readonly Reach[]): readonly Group[] => {
	const teams = [...new Set(accounts.flatMap(({team}) => team ?? []))].toSorted();
	const teamOf = placeColumn(teams.length + 1, accounts.length);
	teamOf.set(accounts.map(({team}) => team === undefined ? teams.length : teams.indexOf(team)));
	// Each kind is worked out where the one before was: of ten million accesses that would be 80 MB a kind for the garbage collection to find.
	const {length} = columns.account;
	const room = {holders: new ArrayBuffer(length * Math.max(teamOf.BYTES_PER_ELEMENT, market.BYTES_PER_ELEMENT)), held: roomFor(length)};
	const kinds: readonly Kind[] = [
		{label: place => `the team ${teams[place]!}`, count: teams.length, holders: () => ofEach(columns.account, teamOf, room.holders), fewestMembers: 2},
		{label: place => `the system ${systems[place]!}`, count: systems.length, holders: () => columns.system, fewestMembers: 2},
		{label: place => `the report or export ${jobs[place]!}`, count: jobs.length, holders: () => columns.job, fewestMembers: 2},
		{label: place => `the market ${markets[place]!}`, count: markets.length, holders: () => ofEach(columns.customer, market, room.holders), fewestMembers: 0, members: marketMembers(reaches, {market, leaked, count: markets.length})},
	];
	// Of one kind at a time: who asks for the groups in their order has each kind worked out once.
	let held: {readonly kind: Kind; readonly reaches: readonly Reach[]} | undefined;
	const reachesOfKind = (kind: Kind, begins: Uint32Array): readonly Reach[] => {
		if (held?.kind !== kind) {
			held = {kind, reaches: accessesOf({customers: columns.customer, days: columns.day}, {holders: kind.holders(), count: kind.count, begins}, room.held)};
		}

		return held.reaches;
	};

	return kinds.flatMap(kind => {
		const holders = kind.holders();
		const members = kind.members ?? membersOf(kind, {holders, account: columns.account, accounts: accounts.length});
		const begins = beginsOf(holders, kind.count + 1);
		return members.flatMap((belonging, place): readonly Group[] => begins[place + 1]! > begins[place]! && belonging.size >= kind.fewestMembers
			? [{label: kind.label(place), reach: () => reachesOfKind(kind, begins)[place]!, members: belonging, ...(kind.members ? {market: place} : {})}]
			: []);
	});
};
