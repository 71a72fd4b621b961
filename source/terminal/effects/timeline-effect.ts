import {withOnly, withoutField} from '../../filter/conjuncts.ts';
import type {Filter} from '../../filter/filter.ts';
import type {Timeline} from '../../investigation/investigation.ts';
import {saysTime} from '../app/chosen-range.ts';
import {bucketsFor} from '../app/layout.ts';
import type {Answers, State} from '../app/state.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureText, isCancelled} from './failure.ts';

/** One question that lies on the timeline: asked anew when its key changes, and not at all without a key. */
type Question = {
	readonly keyOf: (state: State) => string | undefined;
	readonly ask: (state: State, signal: AbortSignal) => Promise<Answers>;
};

const questionsOf = ({held, store}: EffectContext): readonly Question[] => {
	const timeline = async ({size, view}: State, filter: Filter, signal: AbortSignal): Promise<Timeline> =>
		held.investigation!.timeline({filter, displayTimezone: view.zone, buckets: bucketsFor(size), signal});
	return [
		{
			keyOf: ({view}) => view.zone,
			async ask({view: {zone}}, signal) {
				const systems = await held.investigation!.coverage(zone, signal);
				// It hangs on no filter: it fits whatever is asked by now.
				return {coverage: {revision: store.state().revision, value: {zone, systems}}};
			},
		},
		{
			keyOf: ({overlay, revision, size}) => overlay && JSON.stringify([overlay, revision, bucketsFor(size)]),
			async ask(state, signal) {
				const accounts = state.overlay!;
				const [one, other] = await Promise.all(accounts.map(async account => timeline(state, withOnly(state.view.filter, 'employee', account), signal)));
				return {overlay: {revision: state.revision, value: {accounts, timelines: [one!, other!]}}};
			},
		},
		{
			keyOf: state => state.rangeStart !== undefined && saysTime(state) ? JSON.stringify([state.revision, bucketsFor(state.size)]) : undefined,
			ask: async (state, signal) => ({anyTime: {revision: state.revision, value: await timeline(state, withoutField(state.view.filter, 'time'), signal)}}),
		},
	];
};

const follow = ({store, held}: EffectContext, {keyOf, ask}: Question): Effect => {
	let key: string | undefined;
	let running = new AbortController();
	const answer = async (state: State, signal: AbortSignal): Promise<void> => {
		try {
			const answers = await ask(state, signal);
			if (!signal.aborted) {
				store.dispatch({type: 'answered', answers});
			}
		} catch (error) {
			if (!isCancelled(error, signal)) {
				store.dispatch({type: 'say', message: failureText(error)});
			}
		}
	};

	return {
		look(state) {
			const wanted = state.facts && held.investigation ? keyOf(state) : undefined;
			if (wanted !== key) {
				running.abort();
				key = wanted;
				if (wanted !== undefined) {
					running = new AbortController();
					void answer(state, running.signal);
				}
			}
		},
		end() {
			running.abort();
		},
	};
};

/** Keeps answered what lies on and under the timeline beside its bars: gaps, two accounts, and the range that is being chosen. */
export const timelineEffect = (context: EffectContext): Effect => {
	const parts = questionsOf(context).map(question => follow(context, question));
	return {
		look(state) {
			for (const part of parts) {
				part.look(state);
			}
		},
		end() {
			for (const part of parts) {
				part.end();
			}
		},
	};
};
