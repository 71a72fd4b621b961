import {layoutOf, listHeight} from '../app/layout.ts';
import {chunkSize, type State} from '../app/state.ts';
import type {EffectContext} from './context.ts';
import {failureText, isCancelled} from './failure.ts';
import {pageOf} from './questions.ts';

/** The pieces of the list of events that are in view and were not fetched. */
const missingChunks = (state: State): readonly number[] => {
	const {events} = state.answers;
	if (!events || events.revision !== state.eventsRevision || events.value.count === 0) {
		return [];
	}

	const {top} = state.places.events;
	const last = Math.min(events.value.count - 1, top + listHeight(layoutOf(state), 'events'));
	const wanted = [top, last].map(position => Math.floor(position / chunkSize));
	return [...new Set(wanted)].filter(chunk => !events.value.chunks.has(chunk));
};

/** Fetches what the list of events shows as one moves through it. Each piece is asked for once. */
export const eventPages = ({store, held}: EffectContext): {readonly look: (state: State, signal: AbortSignal) => void} => {
	const fetching = new Map<number, AbortSignal>();
	const fetchChunk = async (state: State, chunk: number, signal: AbortSignal): Promise<void> => {
		fetching.set(chunk, signal);
		try {
			const rows = await held.investigation!.events({filter: state.view.filter, displayTimezone: state.view.zone, signal, ...pageOf(state, chunk)});
			store.dispatch({type: 'event-rows', revision: state.eventsRevision, chunk, rows});
		} catch (error) {
			if (!isCancelled(error, signal)) {
				store.dispatch({type: 'question-failed', message: failureText(error)});
			}
		} finally {
			if (fetching.get(chunk) === signal) {
				fetching.delete(chunk);
			}
		}
	};

	return {
		look(state, signal) {
			for (const chunk of missingChunks(state)) {
				if (fetching.get(chunk) !== signal) {
					void fetchChunk(state, chunk, signal);
				}
			}
		},
	};
};
