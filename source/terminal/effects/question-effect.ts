import {bucketsFor, layoutOf, listHeight} from '../app/layout.ts';
import {chunkSize, type Answers, type State} from '../app/state.ts';
import {stalePanes} from '../app/working.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureText, isCancelled} from './failure.ts';
import {askAll, askEvents, askTimeline, pageOf} from './questions.ts';

/** The pieces of the list of events that are in view and were not fetched, the one under the cursor first. */
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

type Asked = {readonly revision: number; readonly eventsRevision: number; readonly buckets: number};

/** Keeps the panes answered: a newer question gives up the older one, whose late answers nobody sees. */
export const questionEffect = (context: EffectContext): Effect => {
	const {store, held} = context;
	let asked: Asked = {revision: -1, eventsRevision: -1, buckets: 0};
	let stops = 0;
	const work = {all: new AbortController(), events: new AbortController(), timeline: new AbortController()};
	const fetching = new Map<number, AbortSignal>();

	const follow = async (answers: AsyncIterable<Answers>, signal: AbortSignal): Promise<void> => {
		try {
			for await (const answer of answers) {
				if (!signal.aborted) {
					store.dispatch({type: 'answered', answers: answer});
				}
			}
		} catch (error) {
			if (!isCancelled(error, signal)) {
				store.dispatch({type: 'question-failed', message: failureText(error)});
			}
		}
	};

	const renew = (...names: ReadonlyArray<keyof typeof work>): void => {
		for (const name of names) {
			work[name].abort();
			work[name] = new AbortController();
		}
	};

	const fetchChunk = async (state: State, chunk: number): Promise<void> => {
		const {signal} = work.events;
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

	const ask = (state: State): void => {
		const investigation = held.investigation!;
		const buckets = bucketsFor(state.size);
		const before = asked;
		asked = {revision: state.revision, eventsRevision: state.eventsRevision, buckets};
		if (before.revision !== asked.revision) {
			renew('all', 'events', 'timeline');
			for (const answers of askAll({investigation, state, signal: work.all.signal}, buckets)) {
				void follow(answers, work.all.signal);
			}
		} else if (before.eventsRevision !== asked.eventsRevision) {
			renew('events');
			void follow(askEvents({investigation, state, signal: work.events.signal}), work.events.signal);
		} else if (before.buckets !== buckets) {
			renew('timeline');
			void follow(askTimeline({investigation, state, signal: work.timeline.signal}, buckets), work.timeline.signal);
		}
	};

	const stop = (state: State): void => {
		stops = state.stops;
		renew('all', 'events', 'timeline');
		if (stalePanes(state).length > 0 && !state.stopped) {
			store.dispatch({type: 'questions-stopped'});
		}
	};

	return {
		look(state) {
			if (!held.investigation || !state.facts) {
				stops = state.stops;
				return;
			}

			if (state.stops > stops) {
				stop(state);
				return;
			}

			if (!state.stopped) {
				ask(state);
				for (const chunk of missingChunks(state)) {
					if (fetching.get(chunk)?.aborted !== false) {
						void fetchChunk(state, chunk);
					}
				}
			}
		},
		end() {
			renew('all', 'events', 'timeline');
		},
	};
};
