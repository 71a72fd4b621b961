/*
Whom each account reached, and when: what the ranking is made from. Everything is numbers; names stay with whoever asks.
*/

/** Accesses of one account or group, in order of days; the same customer may stand on many days, on one day once. */
export type Reach = {
	/** Indexes of customers, 0 to N − 1. */
	readonly customers: Uint32Array;
	/** Days since the first day of the data, not falling. */
	readonly days: Uint16Array;
};

/** Who a set of accesses belongs to. */
export type Holder =
	| {readonly kind: 'account'; readonly index: number}
	/** Not a person: a team or queue, a system, a report or export job, a market. */
	| {readonly kind: 'group'; readonly index: number};

/** A question to the ranking. */
export type LeakQuestion = {
	/** One for each account. */
	readonly accounts: readonly Reach[];
	/**
	One for each group; `members` are the accounts whose accesses it holds, a market has all of them. The reaches of all groups together are several times all accesses:
	each is asked for when it is needed, in their order, and let go of. In them a customer may stand on a day several times.
	*/
	readonly groups: ReadonlyArray<{readonly reach: () => Reach; readonly members: ReadonlySet<number>}>;
	/** Number of customers, N. */
	readonly customers: number;
	/** Market of each customer, 0 to M − 1. */
	readonly markets: Uint16Array;
	/** Listed customers, each once. */
	readonly leaked: Uint32Array;
	/** Days that the data spans, at least 1. */
	readonly days: number;
};

/** Whole days between both ends, the last one included. */
export type Window = {readonly from: number; readonly to: number; readonly length: number};

/** Lengths of the windows that are tried, in days; each moves on by half of itself. `undefined` is all time. */
export const windowLengths = [3, 7, 14, 30, 60] as const;

export const stepOf = (length: number): number => length / 2;

/** The windows of a length that begin inside the data. Half a step of an odd length is rounded down, so that none is left out. */
export const windowsOf = (length: number, days: number): readonly Window[] => {
	const windows: Window[] = [];
	for (let number = 0; ; number++) {
		const from = Math.floor(number * stepOf(length));
		if (from >= days) {
			return windows;
		}

		windows.push({from, to: from + length - 1, length});
	}
};
