import {mostGain, type Component} from './mixture.ts';
import {stepOf, windowLengths, windowsOf, type Holder, type LeakQuestion, type Reach, type Window} from './reach.ts';

/** An account or a group in all time or in a window: something that may stand behind the list. */
export type Atom = {
	readonly holder: Holder;
	/** Absent: all time. */
	readonly window: Window | undefined;
	readonly component: Component;
	/** What choosing it costs, in nats. */
	readonly penalty: number;
};

/** Fewer listed customers than these say nothing of a window: two may meet anywhere. */
const fewestListed = 2;

/**
What a choice among so many costs, in nats: the holder, its share, and the window. ln(#) + ½ ln n + (all time: ln 2; a window: ln 10 + ln(days / step)).
*/
export const penaltyOf = ({accounts, groups, leaked, days}: LeakQuestion, holder: Holder, window: Window | undefined): number =>
	Math.log(Math.max(1, holder.kind === 'account' ? accounts.length : groups.length)) + Math.log(leaked.length) / 2
	+ (window === undefined ? Math.LN2 : Math.LN10 + Math.log(Math.max(1, days / stepOf(window.length))));

/** Places of the listed customers: -1 for those not listed. */
export const listPlaces = ({customers, leaked}: Pick<LeakQuestion, 'customers' | 'leaked'>): Int32Array => {
	const places = new Int32Array(customers).fill(-1);
	for (const [place, customer] of leaked.entries()) {
		places[customer] = place;
	}

	return places;
};

/** First place in the days that is not before `day`. */
const firstAt = (days: Uint16Array, day: number): number => {
	let low = 0;
	let high = days.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (days[middle]! < day) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
};

const spanOf = ({days}: Reach, window: Window | undefined): readonly [begin: number, end: number] =>
	window === undefined ? [0, days.length] : [firstAt(days, window.from), firstAt(days, window.to + 1)];

/** Counts distinct customers without clearing anything between two counts. */
class Distinct {
	private readonly marks: Uint32Array;
	private round = 0;

	constructor(customers: number) {
		this.marks = new Uint32Array(customers);
	}

	begin(): void {
		this.round++;
	}

	isNew(customer: number): boolean {
		if (this.marks[customer] === this.round) {
			return false;
		}

		this.marks[customer] = this.round;
		return true;
	}
}

type Search = {readonly places: Int32Array; readonly distinct: Distinct};

/** What of the list stands in a window of a reach. */
const componentOf = (reach: Reach, window: Window | undefined, {places, distinct}: Search): Component => {
	const [begin, end] = spanOf(reach, window);
	const listed: number[] = [];
	let size = 0;
	distinct.begin();
	for (let at = begin; at < end; at++) {
		const customer = reach.customers[at]!;
		if (distinct.isNew(customer)) {
			size++;
			if (places[customer]! >= 0) {
				listed.push(places[customer]!);
			}
		}
	}

	return {listed: Uint32Array.from(listed), size};
};

/** Called between holders: lets the screen breathe, and throws when it was cancelled. */
export type Breathe = (done: number) => Promise<void>;

const holdersBetweenBreaths = 20;

/** All atoms that hold anything of the list, worked out once: only what they gain changes from step to step. */
export const atomsOf = async (question: LeakQuestion, breathe: Breathe): Promise<readonly Atom[]> => {
	const search = {places: listPlaces(question), distinct: new Distinct(question.customers)};
	const windows = [undefined, ...windowLengths.filter(length => length < question.days).flatMap(length => windowsOf(length, question.days))];
	const holders: ReadonlyArray<{readonly holder: Holder; readonly reach: Reach}> = [
		...question.accounts.map((reach, index) => ({holder: {kind: 'account', index} as const, reach})),
		...question.groups.map(({reach}, index) => ({holder: {kind: 'group', index} as const, reach})),
	];
	const atoms: Atom[] = [];
	for (const [number, {holder, reach}] of holders.entries()) {
		if (number % holdersBetweenBreaths === 0) {
			await breathe(number / holders.length);
		}

		for (const window of windows) {
			const component = componentOf(reach, window, search);
			if (component.listed.length >= fewestListed) {
				atoms.push({holder, window, component, penalty: penaltyOf(question, holder, window)});
			}
		}
	}

	return atoms;
};

/** The same atoms for a part of the list: the accesses are not gone through again. */
export const atomsOfPart = (atoms: readonly Atom[], whole: Pick<LeakQuestion, 'leaked'>, part: LeakQuestion): readonly Atom[] => {
	const places = listPlaces(part);
	const moved = Int32Array.from(whole.leaked, customer => places[customer]!);
	return atoms.flatMap(({holder, window, component}) => {
		const listed = Uint32Array.from(Array.from(component.listed, place => moved[place]!).filter(place => place >= 0));
		return listed.length < fewestListed ? [] : [{holder, window, component: {listed, size: component.size}, penalty: penaltyOf(part, holder, window)}];
	});
};

/** No less than an atom can gain beside a mixture. */
export const boundOf = ({component: {listed, size}}: Atom, likelihoods: Float64Array): number => {
	let sum = 0;
	for (const place of listed) {
		sum += 1 / likelihoods[place]!;
	}

	return mostGain(likelihoods.length, listed.length, sum / size);
};
