import {bucketsFor, layoutOf} from '../app/layout.ts';
import type {FacetPane} from '../app/pane.ts';
import type {Answered, Answers, State} from '../app/state.ts';
import {isUnanswered} from '../app/working.ts';
import type {Effect, EffectContext} from './context.ts';
import {eventPages} from './event-pages.ts';
import {failureText, isCancelled} from './failure.ts';
import {askAll, askEvents, askFacet, askTimeline} from './questions.ts';

type Asked = {readonly revision: number; readonly eventsRevision: number; readonly buckets: number; readonly facets: readonly FacetPane[]};
type Work = 'all' | 'events' | 'timeline';

/** One controller for each kind of work: renewing it gives up what was asked with it before. */
const controllers = () => {
	const work: Record<Work, AbortController> = {all: new AbortController(), events: new AbortController(), timeline: new AbortController()};
	return {
		signal: (name: Work): AbortSignal => work[name].signal,
		renew(...names: readonly Work[]): void {
			for (const name of names) {
				work[name].abort();
				work[name] = new AbortController();
			}
		},
	};
};

/** Milliseconds for which an answer waits for others: drawing each of five by itself costs more than counting them. */
const together = 140;

/** Of each pane the answer to the newest question: one to an older question may come last. */
const newest = (answers: readonly Answers[]): Answers => Object.fromEntries(answers
	.flatMap(each => Object.entries(each) as ReadonlyArray<[keyof Answers, Answered<unknown>]>)
	.toSorted(([, one], [, other]) => one.revision - other.revision)) as Answers;

/** Hands on as one what comes within a moment or is the last that was asked, without what was given up meanwhile. */
const gatherer = ({store}: EffectContext) => {
	let waiting: Array<{readonly answers: Answers; readonly signal: AbortSignal}> = [];
	let timer: NodeJS.Timeout | undefined;
	let questions = 0;
	const handOn = (): void => {
		clearTimeout(timer);
		timer = undefined;
		const wanted = waiting.filter(({signal}) => !signal.aborted).map(({answers}) => answers);
		waiting = [];
		if (wanted.length > 0) {
			store.dispatch({type: 'answered', answers: newest(wanted)});
		}
	};

	return {
		begin(): void {
			questions++;
		},
		add(answers: Answers, signal: AbortSignal): void {
			waiting.push({answers, signal});
			timer ??= setTimeout(handOn, together);
		},
		done(): void {
			questions--;
			if (questions === 0) {
				handOn();
			}
		},
		end(): void {
			clearTimeout(timer);
			waiting = [];
		},
	};
};

type Gatherer = ReturnType<typeof gatherer>;

/** Hands answers on as they come, unless they were given up meanwhile. */
const follow = async ({store}: EffectContext, gathered: Gatherer, answers: AsyncIterable<Answers>, signal: AbortSignal): Promise<void> => {
	gathered.begin();
	try {
		for await (const answer of answers) {
			gathered.add(answer, signal);
		}
	} catch (error) {
		if (!isCancelled(error, signal)) {
			store.dispatch({type: 'question-failed', message: failureText(error)});
		}
	} finally {
		gathered.done();
	}
};

/** Asks what changed since it was asked last: everything, the events alone, or the timeline alone. */
const asker = (context: EffectContext, work: ReturnType<typeof controllers>, gathered: Gatherer) => {
	let asked: Asked = {revision: -1, eventsRevision: -1, buckets: 0, facets: []};
	return (state: State): void => {
		const investigation = context.held.investigation!;
		const buckets = bucketsFor(state.size);
		const before = asked;
		const {facets} = layoutOf(state);
		const known = before.revision === state.revision ? before.facets : facets;
		const newFacets = facets.filter(pane => !known.includes(pane));
		asked = {revision: state.revision, eventsRevision: state.eventsRevision, buckets, facets: [...known, ...newFacets]};
		for (const pane of newFacets) {
			const signal = work.signal('all');
			void follow(context, gathered, askFacet({investigation, state, signal}, pane), signal);
		}

		if (before.revision !== asked.revision) {
			work.renew('all', 'events', 'timeline');
			const signal = work.signal('all');
			for (const answers of askAll({investigation, state, signal}, buckets)) {
				void follow(context, gathered, answers, signal);
			}
		} else if (before.eventsRevision !== asked.eventsRevision) {
			work.renew('events');
			const signal = work.signal('events');
			void follow(context, gathered, askEvents({investigation, state, signal}), signal);
		} else if (before.buckets !== buckets) {
			work.renew('timeline');
			const signal = work.signal('timeline');
			void follow(context, gathered, askTimeline({investigation, state, signal}, buckets), signal);
		}
	};
};

/** Keeps the panes answered: a newer question gives up the older one, whose late answers nobody sees. */
export const questionEffect = (context: EffectContext): Effect => {
	const work = controllers();
	const gathered = gatherer(context);
	const ask = asker(context, work, gathered);
	const pages = eventPages(context);
	let stops = 0;
	const stop = (state: State): void => {
		// Where all that is in view is answered, a facet that is not goes on: nobody would ask it again.
		if (isUnanswered(state) && !state.stopped) {
			work.renew('all', 'events', 'timeline');
			context.store.dispatch({type: 'questions-stopped'});
		}
	};

	return {
		look(state) {
			const stopping = state.stops > stops;
			stops = state.stops;
			if (!context.held.investigation || !state.facts) {
				return;
			}

			if (stopping) {
				stop(state);
			} else if (!state.stopped) {
				ask(state);
				pages.look(state, work.signal('events'));
			}
		},
		end() {
			gathered.end();
			work.renew('all', 'events', 'timeline');
		},
	};
};
