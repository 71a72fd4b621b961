import type {State} from '../app/state.ts';
import type {Effect, EffectContext} from './context.ts';
import {noticeChanges} from './notice-changes.ts';

/** Milliseconds between two looks at the exports. */
const pace = 4000;

/** So many are looked at each time: thousands of exports cost no more than these. */
const inTurn = 50;

/** Notices exports that vanish or change while the app is open: some at a time, and all of them when their screen is opened. */
export const watchEffect = (context: EffectContext): Effect => {
	let timer: NodeJS.Timeout | undefined;
	let facts: State['facts'];
	let screen: State['screen'] | undefined;
	let isLooking = false;

	const look = async (most: number): Promise<void> => {
		isLooking = true;
		// What cannot be looked at now is looked at the next time.
		await noticeChanges(context, most).catch(() => undefined);
		isLooking = false;
	};

	const begin = (): NodeJS.Timeout => setInterval(() => {
		if (!isLooking) {
			void look(inTurn);
		}
	}, pace).unref();

	return {
		look(state) {
			if (!state.facts || !context.held.investigation) {
				return;
			}

			timer ??= begin();
			if (state.screen === 'sources' && (screen !== 'sources' || facts !== state.facts)) {
				void look(state.facts.sources.length);
			}

			({facts, screen} = state);
		},
		end() {
			clearInterval(timer);
		},
	};
};
