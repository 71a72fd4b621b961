/*
Which accounts did something unlike their own other days and unlike their team. Each finding is one number beside two others; there is no score of a
person, for a sum of unlike things says nothing that can be checked.
*/

/** What is counted for each day of an account. */
export const measures = ['customers', 'newCustomers', 'offHours', 'noReason', 'otherMarkets', 'consecutive', 'burst', 'exports', 'denied'] as const;
export type Measure = typeof measures[number];

/** The days of an account on which anything was logged, in order, and what was counted on each. */
export type AccountDays = {
	readonly days: ArrayLike<number>;
	readonly values: Readonly<Record<Measure, ArrayLike<number>>>;
	/** Events on each day, and those of them that state a reason. */
	readonly events: ArrayLike<number>;
	readonly reasoned: ArrayLike<number>;
	/** Accounts of one number are one team. */
	readonly team: number;
};

/** One thing that stands out: the strongest day of it. */
export type Finding = {
	readonly measure: Measure;
	readonly day: number;
	readonly value: number;
	/** Median of the account's own days, and of the days of its team. */
	readonly usual: number;
	readonly team: number;
	/** The smaller of both distances, in robust standard deviations of ln(1 + x). */
	readonly distance: number;
	/** Other days that stand out in the same way. */
	readonly others: number;
};

export type BehaviourState = 'explained' | 'unexplained' | 'unusual';

export type AccountBehaviour = {
	readonly account: number;
	readonly state: BehaviourState;
	/** Strongest first. */
	readonly findings: readonly Finding[];
	/** Of the days that stand out. */
	readonly events: number;
	readonly reasoned: number;
};

/** Fewer than these of a thing are no matter, however rare they are. */
const least: Readonly<Record<Measure, number>> = {customers: 10, newCustomers: 10, offHours: 10, noReason: 10, otherMarkets: 10, consecutive: 8, burst: 20, exports: 3, denied: 5};

/** Robust standard deviations from which on a day stands out. */
const farFrom = 3.5;
/** Of ln(1 + x): accounts that do the same every day would make every other number infinitely far. */
const leastSpread = 0.25;
/** Fewer days of an account have no usual one. */
const fewestDays = 8;
const fewestTeamAccounts = 3;

const median = (sorted: ArrayLike<number>): number => {
	const middle = sorted.length >> 1;
	return sorted.length === 0 ? 0 : (sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2);
};

type Usual = {readonly middle: number; readonly logarithm: number; readonly spread: number};

/** Median, and 1.4826 times the median distance from it, of ln(1 + x). */
const usualOf = (values: Float64Array): Usual => {
	const sorted = values.toSorted();
	const logarithm = Math.log1p(median(sorted));
	const distances = sorted.map(value => Math.abs(Math.log1p(value) - logarithm)).toSorted();
	return {middle: median(sorted), logarithm, spread: Math.max(leastSpread, 1.4826 * median(distances))};
};

const distanceFrom = (value: number, {logarithm, spread}: Usual): number => (Math.log1p(value) - logarithm) / spread;

const pooled = (accounts: readonly AccountDays[], measure: Measure): Usual => {
	const all = new Float64Array(accounts.reduce((sum, {days}) => sum + days.length, 0));
	let at = 0;
	for (const {values} of accounts) {
		all.set(values[measure], at);
		at += values[measure].length;
	}

	return usualOf(all);
};

/** What is usual in each team; a team of one or two is measured by all accounts. */
const teamUsuals = (accounts: readonly AccountDays[], measure: Measure): ReadonlyMap<number, Usual> => {
	const teams = new Map<number, AccountDays[]>();
	for (const account of accounts) {
		const members = teams.get(account.team) ?? [];
		members.push(account);
		teams.set(account.team, members);
	}

	const everybody = [...teams.values()].some(members => members.length < fewestTeamAccounts) ? pooled(accounts, measure) : undefined;
	return new Map([...teams].map(([team, members]) => [team, members.length < fewestTeamAccounts && everybody ? everybody : pooled(members, measure)]));
};

type Standing = {readonly finding: Finding; readonly places: readonly number[]};

const standingOut = ({days, values}: AccountDays, measure: Measure, team: Usual): Standing | undefined => {
	const isFarFromTeam = (value: number): boolean => value >= least[measure] && distanceFrom(value, team) >= farFrom;
	const candidates = Array.from({length: days.length}, (_, place) => place).filter(place => isFarFromTeam(values[measure][place]!));
	if (candidates.length === 0) {
		return undefined;
	}

	const own = days.length < fewestDays ? team : usualOf(Float64Array.from(values[measure]));
	const places: number[] = [];
	let best = -1;
	let far = 0;
	for (const place of candidates) {
		const value = values[measure][place]!;
		const distance = Math.min(distanceFrom(value, own), distanceFrom(value, team));
		if (distance >= farFrom) {
			places.push(place);
			if (distance > far) {
				best = place;
				far = distance;
			}
		}
	}

	return best < 0 ? undefined : {finding: {measure, day: days[best]!, value: values[measure][best]!, usual: own.middle, team: team.middle, distance: far, others: places.length - 1}, places};
};

/** Nearly all state a reason; fewer than half do. In between, or where the logs know no reasons, nobody can say. */
const stateOf = (events: number, reasoned: number, hasReasons: boolean): BehaviourState =>
	hasReasons && reasoned * 10 >= events * 9 ? 'explained' : (hasReasons && reasoned * 2 < events ? 'unexplained' : 'unusual');

/** The accounts that stand out, the strongest first. `hasReasons`: the exports log reasons at all. */
export const unusualAccounts = async (accounts: readonly AccountDays[], hasReasons: boolean, breathe: () => Promise<void> = async () => undefined): Promise<readonly AccountBehaviour[]> => {
	const standing: Standing[][] = accounts.map(() => []);
	for (const measure of measures) {
		await breathe();
		if (!accounts.some(({values}) => Array.prototype.some.call(values[measure], (value: number) => value >= least[measure]))) {
			continue;
		}

		const teams = teamUsuals(accounts, measure);
		for (const [index, account] of accounts.entries()) {
			const found = standingOut(account, measure, teams.get(account.team)!);
			if (found) {
				standing[index]!.push(found);
			}
		}
	}

	return standing.flatMap((found, account) => {
		if (found.length === 0) {
			return [];
		}

		const {events, reasoned} = accounts[account]!;
		const places = [...new Set(found.flatMap(each => each.places))];
		const sum = (of: ArrayLike<number>): number => places.reduce((total, place) => total + of[place]!, 0);
		const findings = found.map(({finding}) => finding).toSorted((a, b) => b.distance - a.distance || measures.indexOf(a.measure) - measures.indexOf(b.measure));
		return [{account, state: stateOf(sum(events), sum(reasoned), hasReasons), findings, events: sum(events), reasoned: sum(reasoned)}];
	}).toSorted((a, b) => b.findings[0]!.distance - a.findings[0]!.distance || a.account - b.account);
};
