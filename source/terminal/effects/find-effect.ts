import {formatNumber} from '../../document/format-number.ts';
import type {State} from '../app/state.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureText, isCancelled} from './failure.ts';

const movesOn = ({after, by}: NonNullable<State['finding']>, place: number): boolean => by === 1 ? place > after : place < after;

/** Where the find led, as a sentence. */
const sentence = (finding: NonNullable<State['finding']>, place: number): string => {
	const around = movesOn(finding, place) ? '' : (finding.by === 1 ? 'From the first event on again. ' : 'From the last event back again. ');
	return `${around}Event ${formatNumber(place + 1)}; n finds the next, N the one before.`;
};

/** Asks for the next event of the filter that shows a text: of all its events, not only of those on hand. */
export const findEffect = ({store, held}: EffectContext): Effect => {
	let asked: State['finding'];
	let stops = 0;
	let running = new AbortController();
	const isCurrent = (finding: NonNullable<State['finding']>): boolean => store.state().finding === finding;

	const find = async (finding: NonNullable<State['finding']>, {view, eventsRevision}: State, signal: AbortSignal): Promise<void> => {
		const {text, after, by, blind} = finding;
		try {
			const place = await held.investigation!.findEvent({filter: view.filter, displayTimezone: view.zone, sort: view.sort, descending: view.descending, text, after, by, blind, signal});
			if (isCurrent(finding) && store.state().eventsRevision === eventsRevision) {
				store.dispatch({type: 'found-event', place, message: place === undefined ? `No event of this filter shows “${text}”.` : sentence(finding, place)});
			}
		} catch (error) {
			if (isCurrent(finding) && !isCancelled(error, signal)) {
				store.dispatch({type: 'found-event', place: undefined, message: failureText(error)});
			}
		}
	};

	const stop = (finding: NonNullable<State['finding']>): void => {
		running.abort();
		if (isCurrent(finding)) {
			store.dispatch({type: 'found-event', place: undefined, message: `Stopped looking for “${finding.text}”.`});
		}
	};

	return {
		look(state) {
			const isStopped = state.stops > stops;
			stops = state.stops;
			if (state.finding !== asked) {
				running.abort();
				asked = state.finding;
				if (asked && held.investigation) {
					running = new AbortController();
					void find(asked, state, running.signal);
				}
			} else if (isStopped && asked) {
				stop(asked);
			}
		},
		end() {
			running.abort();
		},
	};
};
