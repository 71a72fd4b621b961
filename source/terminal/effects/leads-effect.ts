import {ExpectedError} from '../../errors.ts';
import type {Case} from '../../investigation/case/open-case.ts';
import type {Leads, LeadsAsk} from '../../investigation/leads/leads.ts';
import type {State} from '../app/state.ts';
import type {LeadsScreen} from '../screens/leads/leads-state.ts';
import type {Effect, EffectContext} from './context.ts';
import {oneOfAKind} from './one-of-a-kind.ts';

/** Milliseconds between two words of progress. */
const pace = 200;

/** How the exports of a case were selected: one that was filtered on employees rigs the answer. */
const selectionsOf = ({state: {sources}}: Case): Pick<LeadsAsk, 'selections'> =>
	({selections: sources.map(({path, acquisition: {selection}}) => ({path, ...(selection === undefined ? {} : {selection})}))});

/** In a case the lists that were named are frozen before anything is ranked: afterwards they cannot be changed to fit. */
const freezeNamed = async (current: Case, {desk, held}: EffectContext): Promise<void> => {
	const {leaked} = held.investigation!;
	if (leaked.every(({sha256}) => current.state.leaked.some(list => list.sha256 === sha256))) {
		return;
	}

	if (current.readOnly !== undefined) {
		throw new ExpectedError(`the list cannot be frozen: ${current.readOnly}`, {next: 'Open the case again when it can be changed: a list is frozen before anything is ranked.'});
	}

	const {freezeLists} = await import('../../investigation/case/leaked-lists.ts');
	freezeLists(current, {leaked});
	await desk.show(current);
};

/** What came of it stands in the journal by its hash. */
const keepLeads = async (current: Case, {value, zone}: {readonly value: Leads; readonly zone: string}): Promise<void> => {
	if (current.readOnly === undefined) {
		const {leadsHash} = await import('../../investigation/leads/leads-hash.ts');
		current.append({act: 'leads-computed', payload: {sha256: leadsHash(value), verdict: value.list?.verdict ?? 'behaviour', ...(zone === 'UTC' ? {} : {displayTimezone: zone})}});
	}
};

/** Asks for leads when their screen is first looked at, and again when days break elsewhere. Ctrl-C stops it. */
export const leadsEffect = (context: EffectContext): Effect => {
	const {store, held, desk} = context;
	const {ask, giveUp, isRunning} = oneOfAKind();
	let stops = 0;
	const change = (part: Partial<LeadsScreen>): void => store.dispatch({type: 'leads', change: ({place, answer}) => ({place, ...(answer ? {answer} : {}), ...part})});
	const begin = (state: State): void => {
		const {view: {zone}, investigator} = state;
		let told = 0;
		ask('leads', zone, {
			async work(signal) {
				const current = desk.folder() === undefined ? undefined : await desk.for(investigator);
				if (current) {
					await freezeNamed(current, context);
				}

				const value = await held.investigation!.leads({
					displayTimezone: zone, signal, ...(current ? selectionsOf(current) : {}), ...(investigator === undefined ? {} : {investigator}),
					onProgress({text, done}) {
						if (performance.now() - told > pace) {
							told = performance.now();
							change({working: `${text} ${Math.round(done * 100)} %`});
						}
					},
				});
				if (current) {
					await keepLeads(current, {value, zone});
				}

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
