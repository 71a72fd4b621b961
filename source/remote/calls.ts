/** A call that was not answered yet. `end` clears away what was sent with it. */
export type Waiting = {readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void; readonly end: () => void};

/** Calls that wait for their answers, by number. */
export type Calls = {
	readonly begin: (waiting: Waiting) => number;
	/** Why nobody will answer any more. */
	readonly failure: () => {readonly error: unknown} | undefined;
	/** Ends a call; nothing when it has ended. */
	readonly settle: (call: number, how: (waiting: Waiting) => void) => void;
	/** Everything that waits fails, and everything that is asked from now on. */
	readonly failAll: (error: unknown) => void;
	/** Settles when no call waits. */
	readonly settled: () => Promise<void>;
};

export const calls = (): Calls => {
	const waiting = new Map<number, Waiting>();
	let next = 0;
	let failure: {readonly error: unknown} | undefined;
	let whoWait: Array<() => void> = [];
	const settle: Calls['settle'] = (call, how) => {
		const one = waiting.get(call);
		waiting.delete(call);
		if (one) {
			one.end();
			how(one);
		}

		if (waiting.size === 0) {
			for (const resolve of whoWait) {
				resolve();
			}

			whoWait = [];
		}
	};

	return {
		begin(one) {
			const call = next++;
			waiting.set(call, one);
			return call;
		},
		settle,
		failure: () => failure,
		failAll(error) {
			failure ??= {error};
			for (const call of waiting.keys()) {
				settle(call, ({reject}) => reject(error));
			}
		},
		settled: async () => waiting.size === 0 ? undefined : new Promise(resolve => {
			whoWait.push(resolve);
		}),
	};
};
