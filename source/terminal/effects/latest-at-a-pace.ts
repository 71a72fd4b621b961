/** Milliseconds: as often as an eye follows. */
const pace = 100;

/**
Hands on the first at once, and then at a pace that a screen can follow whatever came last. What another thread tells arrives in heaps while the
screen is busy, and a frame for each of them would keep it busy.
*/
export const latestAtAPace = <Value>(hand: (value: Value) => void): {readonly push: (value: Value) => void; readonly stop: () => void} => {
	let waiting: {readonly value: Value} | undefined;
	let timer: NodeJS.Timeout | undefined;
	const beat = (): void => {
		timer = undefined;
		if (waiting) {
			const {value} = waiting;
			waiting = undefined;
			timer = setTimeout(beat, pace);
			hand(value);
		}
	};

	return {
		push(value) {
			waiting = {value};
			if (!timer) {
				beat();
			}
		},
		/** What still waits is no news any more. */
		stop() {
			clearTimeout(timer);
			timer = undefined;
			waiting = undefined;
		},
	};
};
