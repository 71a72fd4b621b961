import {distanceFrom, farFrom, fewestDays, teamUsuals, usualOf, type Usual} from './usual.ts';

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
export type DayFinding = {
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

/** What was done in the last days before the account's owner left. */
export type BeforeLeaving = Omit<DayFinding, 'measure' | 'day' | 'others'> & {
	readonly measure: 'beforeLeaving';
	/** The stretch of days that ends with the day of leaving, as far as the data goes. */
	readonly from: number;
	readonly to: number;
	readonly leaving: number;
};

/** What was logged of the account on days behind the one on which its owner left. */
export type AfterLeaving = {
	readonly measure: 'afterLeaving';
	readonly leaving: number;
	/** The first and the last of these days. */
	readonly from: number;
	readonly to: number;
	/** Denied ones, too. */
	readonly events: number;
	readonly denied: number;
	readonly customers: number;
	readonly distance: number;
};

export type Finding = DayFinding | BeforeLeaving | AfterLeaving;

const order: ReadonlyArray<Finding['measure']> = [...measures, 'beforeLeaving', 'afterLeaving'];

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

const pooled = (accounts: readonly AccountDays[], measure: Measure): Usual => {
	const all = new Float64Array(accounts.reduce((sum, {days}) => sum + days.length, 0));
	let at = 0;
	for (const {values} of accounts) {
		all.set(values[measure], at);
		at += values[measure].length;
	}

	return usualOf(all);
};

/** A finding, and the places of its days among those of the account. */
export type Standing = {readonly finding: Finding; readonly places: readonly number[]};

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

/** Nearly all state a reason; fewer than half do. In between, where the logs know no reasons, or where all was denied, nobody can say. */
const stateOf = (events: number, reasoned: number, hasReasons: boolean): BehaviourState =>
	hasReasons && events > 0 && reasoned * 10 >= events * 9 ? 'explained' : (hasReasons && reasoned * 2 < events ? 'unexplained' : 'unusual');

/** The accounts that stand out, the strongest first. `hasReasons`: the exports log reasons at all; `leaving`: what stands out of those who left, by their places. */
export const unusualAccounts = async (accounts: readonly AccountDays[], hasReasons: boolean, {leaving = new Map(), breathe = async () => undefined}: {readonly leaving?: ReadonlyMap<number, readonly Standing[]>; readonly breathe?: () => Promise<void>} = {}): Promise<readonly AccountBehaviour[]> => {
	const standing = accounts.map((_, account) => [...leaving.get(account) ?? []]);
	for (const measure of measures) {
		await breathe();
		if (!accounts.some(({values}) => Array.prototype.some.call(values[measure], (value: number) => value >= least[measure]))) {
			continue;
		}

		const teams = teamUsuals(accounts.map(({team}) => team), members => pooled(members.map(member => accounts[member]!), measure));
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
		const findings = found.map(({finding}) => finding).toSorted((a, b) => b.distance - a.distance || order.indexOf(a.measure) - order.indexOf(b.measure));
		return [{account, state: stateOf(sum(events), sum(reasoned), hasReasons), findings, events: sum(events), reasoned: sum(reasoned)}];
	}).toSorted((a, b) => b.findings[0]!.distance - a.findings[0]!.distance || a.account - b.account);
};
