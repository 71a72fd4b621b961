import type {Key} from './key.ts';

export type KeyQueue = {
	push(key: Key): void;
	/** Returns how to stop listening. */
	listen(listener: (key: Key) => void): () => void;
};

/** Keys for whoever listens. Until somebody does they wait: what is typed while the app loads is not lost. */
export const createKeyQueue = (): KeyQueue => {
	const listeners = new Set<(key: Key) => void>();
	let waiting: Key[] = [];
	const push = (key: Key): void => {
		if (listeners.size === 0) {
			waiting.push(key);
		}

		for (const listener of listeners) {
			listener(key);
		}
	};

	return {
		push,
		listen(listener) {
			listeners.add(listener);
			const early = waiting;
			waiting = [];
			for (const key of early) {
				push(key);
			}

			return () => {
				listeners.delete(listener);
			};
		},
	};
};
