import {firstAt} from '../records/first-at.ts';
import {larger} from './larger.ts';
import {windowLengths, type LeakQuestion, type Reach, type Window} from './reach.ts';

/** Places of the listed customers: -1 for those not listed. */
export const listPlaces = ({customers, leaked}: Pick<LeakQuestion, 'customers' | 'leaked'>): Int32Array => {
	const places = new Int32Array(customers).fill(-1);
	for (const [place, customer] of leaked.entries()) {
		places[customer] = place;
	}

	return places;
};

/** Days between a customer's access and the one before that are told apart: longer ones, and first accesses, are the last number of a day. */
const longestGap = Math.max(...windowLengths) + 1;
const width = longestGap + 1;

/** Twice as many days are the greatest whole number that needs no more than 32 bits. */
const mostPassed = 0x3F_FF_FF_FF;

/** Listed customers as they were reached: on which day, the day behind that on which they were reached before (0: never), and their place in the list. */
type Listed = {readonly days: Uint32Array; readonly before: Uint32Array; readonly places: Uint32Array};

/**
Goes through the accesses of one holder after another, once, and then answers of any window how many customers it has and which of them are listed. A customer counts in a
window where they are met first in it: on a day of it, when they were last reached before it began. So all that is kept of the accesses of a day is how many of them came so many days behind
the one before.
*/
export class Trail {
	private readonly places: Int32Array;
	/**
	For each customer twice the day behind the one on which they were reached last, and 1 more where they are listed: most of the time goes into looking there. Days are counted
	on over all holders, so that nothing is cleared between two of them.
	*/
	private readonly marks: Int32Array;
	/** Days of the data. */
	private readonly span: number;
	private passed = 0;
	/** Days with accesses, in order, and of each of them the accesses by the days since the one before. */
	private days: Uint32Array = new Uint32Array(64);
	private gaps: Uint32Array = new Uint32Array(64 * width);
	private length = 0;
	private isSummed = false;
	/** Distinct customers in all. */
	private customers = 0;
	private listed: Listed = {days: new Uint32Array(256), before: new Uint32Array(256), places: new Uint32Array(256)};
	private listedLength = 0;

	constructor(question: Pick<LeakQuestion, 'customers' | 'leaked' | 'days'>) {
		this.places = listPlaces(question);
		this.marks = Int32Array.from(this.places, place => place < 0 ? 0 : 1);
		this.span = question.days;
	}

	/** Takes the accesses of the next holder. Whether a customer was reached before is as good as chance, so that nothing branches on it. */
	follow({customers, days}: Reach): void {
		this.begin();
		const {marks, passed} = this;
		let {gaps} = this;
		let [day, row, first] = [-1, 0, 0];
		for (let at = 0; at < customers.length; at++) {
			const customer = customers[at]!;
			if (days[at]! !== day) {
				day = days[at]!;
				row = this.beginDay(day);
				({gaps} = this);
			}

			const now = passed + day + 1;
			const mark = marks[customer]!;
			const earlier = mark >> 1;
			const listed = mark & 1;
			marks[customer] = (now << 1) | listed;
			// The same customer again on the day is none of a gap, which no window asks for.
			gaps[row + Math.min(now - earlier, longestGap)]!++;
			first += earlier <= passed ? 1 : 0;
			if (listed === 1 && earlier !== now) {
				this.addListed(day, Math.max(0, earlier - passed), this.places[customer]!);
			}
		}

		this.customers = first;
	}

	/** Days are counted on so far that what a holder before reached is farther back than any gap. */
	private begin(): void {
		const days = this.span + longestGap;
		this.passed += days;
		if (this.passed + days > mostPassed) {
			for (const [customer, mark] of this.marks.entries()) {
				this.marks[customer] = mark & 1;
			}

			this.passed = days;
		}

		[this.length, this.listedLength, this.isSummed] = [0, 0, false];
	}

	/** Where the numbers of another day begin. */
	private beginDay(day: number): number {
		if (this.length === this.days.length) {
			[this.days, this.gaps] = [larger(this.days), larger(this.gaps)];
		}

		const row = this.length * width;
		this.gaps.fill(0, row, row + width);
		this.days[this.length++] = day;
		return row;
	}

	private addListed(day: number, before: number, place: number): void {
		if (this.listedLength === this.listed.days.length) {
			this.listed = {days: larger(this.listed.days), before: larger(this.listed.before), places: larger(this.listed.places)};
		}

		const at = this.listedLength++;
		[this.listed.days[at], this.listed.before[at], this.listed.places[at]] = [day, before, place];
	}

	/** Distinct customers in a window, or in all time. */
	sizeIn(window: Window | undefined): number {
		if (!window) {
			return this.customers;
		}

		this.sum();
		const {days, gaps, length} = this;
		let size = 0;
		for (let at = firstAt(days, window.from, length); at < length && days[at]! <= window.to; at++) {
			size += gaps[(at * width) + days[at]! - window.from + 1]!;
		}

		return size;
	}

	/** From now on a number is that of all accesses so many days behind the one before, or more. */
	private sum(): void {
		if (this.isSummed) {
			return;
		}

		for (let at = 0; at < this.length; at++) {
			for (let place = (at * width) + longestGap - 1; place > at * width; place--) {
				this.gaps[place]! += this.gaps[place + 1]!;
			}
		}

		this.isSummed = true;
	}

	/** What of the list stands in a window: puts the places of those customers there, and says how many they are. */
	listedIn(window: Window | undefined, found: Uint32Array): number {
		const {listed: {days, before, places}, listedLength} = this;
		const [from, to] = window ? [window.from, window.to] : [0, this.span];
		let count = 0;
		for (let at = firstAt(days, from, listedLength); at < listedLength && days[at]! <= to; at++) {
			if (before[at]! <= from) {
				found[count++] = places[at]!;
			}
		}

		return count;
	}
}
