import {inOrder} from './in-order.ts';
import {larger} from './larger.ts';
import {mostGain, type Component} from './mixture.ts';
import {stepOf, windowLengths, windowsOf, type Holder, type LeakQuestion, type Window} from './reach.ts';

/** An account or a group in all time or in a window: something that may stand behind the list. */
export type Atom = {
	readonly holder: Holder;
	/** Absent: all time. */
	readonly window: Window | undefined;
	readonly component: Component;
	/** What choosing it costs, in nats. */
	readonly penalty: number;
};

/**
What a choice among so many costs, in nats: the holder, its share, and the window. ln(#) + ½ ln n + (all time: ln 2; a window: ln 10 + ln(days / step)).
*/
export const penaltyOf = ({accounts, groups, leaked, days}: LeakQuestion, holder: Pick<Holder, 'kind'>, window: Window | undefined): number =>
	Math.log(Math.max(1, holder.kind === 'account' ? accounts.length : groups.length)) + Math.log(leaked.length) / 2
	+ (window === undefined ? Math.LN2 : Math.LN10 + Math.log(Math.max(1, days / stepOf(window.length))));

/** Every window that is tried on data of so many days; all time first. */
export const windowsTried = (days: number): ReadonlyArray<Window | undefined> =>
	[undefined, ...windowLengths.filter(length => length < days).flatMap(length => windowsOf(length, days))];

type Numbers = Uint16Array | Uint32Array;

/** Fewer listed customers than these say nothing of a window: two may meet anywhere. */
export const fewestListed = 2;

/**
All atoms side by side. Half a million of them, most with a handful of listed customers, would take ten times as much memory as objects with an array each, and
as long to let go of as to rank.
*/
export class AtomTable {
	/** Places in `windows` and holders, a group as what is below 0: −1 is the first. */
	private holders = new Int32Array(1024);
	private windowAt = new Uint16Array(1024);
	private sizes = new Uint32Array(1024);
	/** Where the listed customers of each atom end; those of the next begin there. */
	private ends = new Uint32Array(1024);
	private listed: Numbers;
	private readonly windows: ReadonlyArray<Window | undefined>;
	private readonly penalties: Readonly<Record<Holder['kind'], Float64Array>>;
	length = 0;

	constructor(question: LeakQuestion) {
		this.windows = windowsTried(question.days);
		this.penalties = {account: this.penaltiesOf(question, 'account'), group: this.penaltiesOf(question, 'group')};
		this.listed = question.leaked.length <= 0x1_00_00 ? new Uint16Array(4096) : new Uint32Array(4096);
	}

	private penaltiesOf(question: LeakQuestion, kind: Holder['kind']): Float64Array {
		return Float64Array.from(this.windows, window => penaltyOf(question, {kind}, window));
	}

	private beginOf(index: number): number {
		return index === 0 ? 0 : this.ends[index - 1]!;
	}

	private holderOf(index: number): Holder {
		const holder = this.holders[index]!;
		return holder < 0 ? {kind: 'group', index: -1 - holder} : {kind: 'account', index: holder};
	}

	private penaltyAt(index: number): number {
		return (this.holders[index]! < 0 ? this.penalties.group : this.penalties.account)[this.windowAt[index]!]!;
	}

	/** Adds the places in the list that an atom holds, the first `count` of those given, unless that is too little to say anything. They are put in the order of the list: sums of fractions do not hang on the order in which a store gives its accesses. */
	add({kind, index}: Holder, window: number, places: Uint32Array, count: number, size: () => number): void {
		if (count < fewestListed) {
			return;
		}

		this.room(count);
		const begin = this.beginOf(this.length);
		this.holders[this.length] = kind === 'account' ? index : -1 - index;
		this.windowAt[this.length] = window;
		this.sizes[this.length] = size();
		this.ends[this.length] = begin + count;
		this.listed.set(inOrder(places, count), begin);
		this.length++;
	}

	private room(more: number): void {
		if (this.length === this.holders.length) {
			[this.holders, this.windowAt, this.sizes, this.ends] = [larger(this.holders), larger(this.windowAt), larger(this.sizes), larger(this.ends)];
		}

		const wanted = this.beginOf(this.length) + more;
		while (wanted > this.listed.length) {
			this.listed = larger(this.listed);
		}
	}

	at(index: number): Atom {
		return {
			holder: this.holderOf(index), window: this.windows[this.windowAt[index]!], penalty: this.penaltyAt(index),
			component: {listed: Uint32Array.from(this.listed.subarray(this.beginOf(index), this.ends[index])), size: this.sizes[index]!},
		};
	}

	/** No less than each atom can gain beside a mixture, less what it costs. */
	bounds(likelihoods: Float64Array): Float64Array {
		const inverse = likelihoods.map(likelihood => 1 / likelihood);
		const bounds = new Float64Array(this.length);
		for (let index = 0, place = 0; index < this.length; index++) {
			const [begin, end] = [place, this.ends[index]!];
			let sum = 0;
			for (; place < end; place++) {
				sum += inverse[this.listed[place]!]!;
			}

			bounds[index] = mostGain(likelihoods.length, end - begin, sum / this.sizes[index]!) - this.penaltyAt(index);
		}

		return bounds;
	}

	/** The same atoms for a part of the list: `moved` has for each place the one in the part, below 0 for none. The accesses are not gone through again. */
	ofPart(part: LeakQuestion, moved: Int32Array): AtomTable {
		const table = new AtomTable(part);
		const places = new Uint32Array(moved.length);
		for (let index = 0; index < this.length; index++) {
			let count = 0;
			for (let at = this.beginOf(index); at < this.ends[index]!; at++) {
				const place = moved[this.listed[at]!]!;
				if (place >= 0) {
					places[count++] = place;
				}
			}

			table.add(this.holderOf(index), this.windowAt[index]!, places, count, () => this.sizes[index]!);
		}

		return table;
	}

	/** The holder of an atom, as a number: alike for the atoms of one holder. */
	holderNumber(index: number): number {
		return this.holders[index]!;
	}
}
