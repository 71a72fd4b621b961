import type {LeadsAsk} from '../../investigation/leads/leads.ts';
import type {State} from '../app/state.ts';
import type {LeadsScreen} from '../screens/leads/leads-state.ts';
import type {Effect, EffectContext} from './context.ts';
import {oneOfAKind} from './one-of-a-kind.ts';

/** Milliseconds between two words of progress. */
const pace = 200;

/** How the exports of a case were selected: one that was filtered on employees rigs the answer. */
const selectionsOf = ({opened}: State): Pick<LeadsAsk, 'selections'> =>
	opened ? {selections: opened.state.sources.map(({path, acquisition: {selection}}) => ({path, ...(selection === undefined ? {} : {selection})}))} : {};

/** Asks for leads when their screen is first looked at, and again when days break elsewhere. Ctrl-C stops it. */
export const leadsEffect = ({store, held}: EffectContext): Effect => {
	const {ask, giveUp, isRunning} = oneOfAKind();
	let stops = 0;
	const change = (part: Partial<LeadsScreen>): void => store.dispatch({type: 'leads', change: ({place, answer}) => ({place, ...(answer ? {answer} : {}), ...part})});
	const begin = (state: State): void => {
		const {view: {zone}, investigator} = state;
		let told = 0;
		ask('leads', zone, {
			async work(signal) {
				const value = await held.investigation!.leads({
					displayTimezone: zone, signal, ...selectionsOf(state), ...(investigator === undefined ? {} : {investigator}),
					onProgress({text, done}) {
						if (performance.now() - told > pace) {
							told = performance.now();
							change({working: `${text} ${Math.round(done * 100)} %`});
						}
					},
				});
				change({answer: {zone, value}});
			},
			failed: failure => {
				change({failure});
			},
		});
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
