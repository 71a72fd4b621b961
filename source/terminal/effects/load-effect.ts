import type {Investigation, Progress} from '../../investigation/investigation.ts';
import {readFilter} from '../app/read-filter.ts';
import type {Facts, State} from '../app/state.ts';
import {editorOf} from '../components/line-editor/state.ts';
import {askPerson} from './ask-person.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureOf, isCancelled} from './failure.ts';
import {filledFacets} from './filled-facets.ts';

/** Milliseconds between two looks at the progress: a file of small records tells of thousands of steps a second. */
const pace = 100;

const factsOf = async (investigation: Investigation): Promise<Facts> => {
	const {sources, failed, skipped, notes, newest, loaded, lists} = investigation;
	return {sources, failed, skipped, notes, newest, loaded, lists, facets: await filledFacets(investigation)};
};

/** The filter of the command line; one that is not understood waits in the filter line with its mistake. */
const beginWith = ({store, filterText: named, held}: EffectContext): void => {
	const filterText = held.opening?.filterText ?? named;
	if (filterText === undefined || filterText.trim() === '') {
		return;
	}

	const reading = readFilter(filterText, store.state());
	if ('filter' in reading) {
		store.dispatch({type: 'view', change: {filter: reading.filter}});
	} else {
		store.dispatch({type: 'open', layer: {kind: 'filter', editor: editorOf(filterText), back: 0, typed: filterText, problem: reading.problem}});
	}
};

/** Collects what the load tells and hands it on at a pace that a screen can follow; the first records at once. */
const pacedProgress = ({store, now}: EffectContext) => {
	let waiting: Progress[] = [];
	let timer: NodeJS.Timeout | undefined;
	let isFirst = true;
	const flush = (): void => {
		clearTimeout(timer);
		timer = undefined;
		if (waiting.length > 0) {
			const progress = waiting;
			waiting = [];
			store.dispatch({type: 'progress', progress, now: now()});
		}
	};

	return {
		flush,
		push(progress: Progress): void {
			waiting.push(progress);
			if (isFirst && progress.kind === 'preview') {
				isFirst = false;
				flush();
			} else {
				timer ??= setTimeout(flush, pace);
			}
		},
	};
};

/** `begin` applies the filter that one begins with. */
type Loading = {readonly signal: AbortSignal; readonly begin: () => void};

const load = async (context: EffectContext, {signal, begin}: Loading): Promise<void> => {
	const {store, open, held, now} = context;
	const paced = pacedProgress(context);
	const ask = askPerson(context, signal);
	try {
		const {request, load: {review}} = store.state();
		const investigation = await (held.opening?.open ?? open)(request, {
			signal,
			review,
			onProgress(progress) {
				if (!signal.aborted) {
					paced.push(progress);
				}
			},
			async decide(doubt) {
				// The first records help to decide: they stand there before the question.
				paced.flush();
				return ask(doubt);
			},
		});
		paced.flush();
		if (signal.aborted) {
			await investigation.close();
			return;
		}

		const facts = await factsOf(investigation);
		held.investigation = investigation;
		store.dispatch({type: 'loaded', facts, now: now()});
		begin();
		// Without it the same is answered, more slowly; and whoever lets go of the exports meanwhile needs neither.
		void investigation.prepareCounts(signal).catch(() => undefined);
	} catch (error) {
		paced.flush();
		if (!isCancelled(error, signal)) {
			store.dispatch({type: 'load-failed', failure: failureOf(error)});
		}
	}
};

/** Loads when the app begins and whenever it is asked to load again. */
export const loadEffect = (context: EffectContext): Effect => {
	let attempt = -1;
	let stops = 0;
	let running = new AbortController();
	let hasBegun = false;
	/** Once: what is loaded again is looked at as before. */
	const begin = (): void => {
		if (!hasBegun) {
			hasBegun = true;
			beginWith(context);
		}
	};

	/** Two loads of ten million events would not fit beside each other. */
	const letGo = (): void => {
		const before = context.held.investigation;
		context.held.investigation = undefined;
		void before?.close().catch(() => undefined);
	};

	const stopped = (state: State): boolean => {
		const asked = state.stops > stops;
		stops = state.stops;
		return asked;
	};

	return {
		look(state) {
			if (state.start) {
				return;
			}

			if (state.attempt !== attempt) {
				attempt = state.attempt;
				stops = state.stops;
				running = new AbortController();
				letGo();
				void load(context, {signal: running.signal, begin});
			} else if (state.load.status === 'cancelled') {
				running.abort();
			} else if (stopped(state) && state.load.status === 'running') {
				running.abort();
				context.store.dispatch({type: 'load-cancelled'});
			}
		},
		end() {
			running.abort();
		},
	};
};
