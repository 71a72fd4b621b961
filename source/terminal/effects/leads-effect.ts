import type {State} from '../app/state.ts';
import type {LeadsScreen} from '../screens/leads/leads-state.ts';
import type {Effect, EffectContext} from './context.ts';
import {oneOfAKind} from './one-of-a-kind.ts';

/** Milliseconds between two words of progress. */
const pace = 200;

/** Asks for leads when their screen is first looked at, and again when days break elsewhere. Ctrl-C stops it, and Esc on that screen. */
export const leadsEffect = (context: EffectContext): Effect => {
	const {store, held, desk} = context;
	const {ask, giveUp, isRunning} = oneOfAKind();
	let stops = 0;
	const change = (part: Partial<LeadsScreen>): void => store.dispatch({type: 'leads', change: ({place, answer}) => ({place, ...(answer ? {answer} : {}), ...part})});
	const begin = (state: State): void => {
		const {view: {zone}, investigator, surfaced} = state;
		let told = 0;
		ask('leads', zone, {
			async work(signal) {
				const current = desk.folder() === undefined ? undefined : await desk.for(investigator);
				if (await current?.freezeNamed()) {
					await desk.show(current!);
				}

				const value = await (current ?? held.investigation!).leads({
					displayTimezone: zone, signal, ...(surfaced === undefined ? {} : {surfaced}), ...(investigator === undefined ? {} : {investigator}),
					onProgress({text, done}) {
						if (performance.now() - told > pace) {
							told = performance.now();
							change({working: `${text} ${Math.round(done * 100)} %`});
						}
					},
				});
				desk.acted();
				change({answer: {zone, value}});
			},
			failed: failure => {
				change({failure});
			},
		});
		// From the first moment on: what is not told as work cannot be stopped.
		change({working: 'asking'});
	};

	return {
		look(state) {
			if (state.stops !== stops) {
				stops = state.stops;
				if (isRunning()) {
					giveUp();
					change({failure: 'Stopped.'});
					return;
				}
			}

			if (held.investigation && state.facts && state.screen === 'leads' && state.leads.failure === undefined && state.leads.answer?.zone !== state.view.zone && !isRunning()) {
				begin(state);
			}
		},
		end() {
			giveUp();
		},
	};
};
