import type {Investigation} from '../../investigation/investigation.ts';
import type {CustomerRow} from '../../records/answer.ts';
import type {State} from '../app/state.ts';
import {listStart, settle} from '../components/list/state.ts';
import {customerChunk, entryCount, windowKey, type CustomersScreen, type CustomerWindow, type OpenedCustomer} from '../screens/customers/customers-state.ts';
import {listRows} from '../screens/customers/list-lines.ts';
import {storyKey} from '../screens/customers/story-key.ts';
import type {Effect, EffectContext} from './context.ts';
import {askChunk, askStory, askWindow} from './customer-questions.ts';
import {oneOfAKind} from './one-of-a-kind.ts';

/** Chunks far from the one that just came are let go. */
const keptChunks = 12;

/** The pieces of the list that are in view and were not fetched. */
const missing = (state: State): readonly number[] => {
	const {window, place} = state.customers;
	if (!window || window.key !== windowKey(state) || window.value.count === 0) {
		return [];
	}

	const last = Math.min(window.value.count - 1, place.top + listRows(state));
	return [...new Set([Math.min(place.top, last), last].map(position => Math.floor(position / customerChunk)))].filter(chunk => !window.value.chunks.has(chunk));
};

/** A new filter begins at the top; a new order was put there by its key. */
const withWindow = (screen: CustomersScreen, window: NonNullable<CustomersScreen['window']>, height: number): CustomersScreen => {
	const revisionOf = (key: string | undefined): string | undefined => key?.split(' ')[0];
	const place = revisionOf(screen.window?.key) === revisionOf(window.key) ? screen.place : listStart;
	return {...screen, window, place: settle(place, entryCount({...screen, window}), height)};
};

const withChunk = (value: CustomerWindow, chunk: number, rows: readonly CustomerRow[]): CustomerWindow => {
	const near = [...value.chunks].filter(([index]) => Math.abs(index - chunk) < keptChunks);
	return {...value, chunks: new Map([...near, [chunk, rows]])};
};

/** Asks what the screen shows and has not. */
const asker = ({store}: EffectContext, {ask}: ReturnType<typeof oneOfAKind>) => {
	const change = (how: (screen: CustomersScreen) => CustomersScreen): void => {
		store.dispatch({type: 'customers', change: how});
	};

	return {
		list(state: State, investigation: Investigation): void {
			const key = windowKey(state);
			if (state.customers.window?.key !== key && state.customers.failure?.key !== key) {
				ask('list', key, {
					async work(signal) {
						const value = await askWindow({investigation, state, signal});
						change(screen => windowKey(store.state()) === key ? withWindow(screen, {key, value}, listRows(store.state())) : screen);
					},
					failed: message => change(screen => ({...screen, failure: {key, message}})),
				});
			}

			for (const chunk of missing(state)) {
				ask(`chunk${chunk}`, key, {
					async work(signal) {
						const rows = await askChunk({investigation, state, signal}, chunk);
						change(screen => screen.window?.key === key ? {...screen, window: {key, value: withChunk(screen.window.value, chunk, rows)}} : screen);
					},
					failed: message => store.dispatch({type: 'question-failed', message}),
				});
			}
		},
		story(state: State, opened: OpenedCustomer, investigation: Investigation): void {
			const key = storyKey(state, opened);
			const into = (part: Partial<OpenedCustomer>): void => change(screen => screen.opened?.customer === opened.customer ? {...screen, opened: {...screen.opened, ...part}} : screen);
			if (opened.story?.key !== key && opened.failure === undefined) {
				ask('story', key, {
					work: async signal => into({story: {key, value: await askStory({investigation, state, signal}, opened.customer)}}),
					failed: failure => into({failure}),
				});
			}
		},
	};
};

/** Keeps the screen of customers answered while one looks at it; a newer question gives up the older one. */
export const customersEffect = (context: EffectContext): Effect => {
	const questions = oneOfAKind();
	const asks = asker(context, questions);
	let stops = 0;
	return {
		look(state) {
			const stopped = state.stops > stops && questions.isRunning();
			stops = state.stops;
			if (stopped) {
				questions.giveUp();
				context.store.dispatch({type: 'questions-stopped'});
				return;
			}

			const {investigation} = context.held;
			if (state.screen !== 'customers' || !state.facts || !investigation || state.stopped) {
				return;
			}

			if (state.customers.opened) {
				asks.story(state, state.customers.opened, investigation);
			} else {
				asks.list(state, investigation);
			}
		},
		end() {
			questions.giveUp();
		},
	};
};
