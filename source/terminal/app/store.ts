/** State outside of React, so that keys that come in one batch each see what the one before did. */
export type Store<State, Action> = {
	readonly state: () => State;
	readonly dispatch: (action: Action) => void;
	/** Calls back after every change. Returns how to stop. */
	readonly subscribe: (listener: () => void) => () => void;
};

export const createStore = <State, Action>(reduce: (state: State, action: Action) => State, initial: State): Store<State, Action> => {
	let current = initial;
	const listeners = new Set<() => void>();
	return {
		state: () => current,
		dispatch(action) {
			const next = reduce(current, action);
			if (next !== current) {
				current = next;
				for (const listener of listeners) {
					listener();
				}
			}
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
};
