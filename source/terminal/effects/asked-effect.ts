import type {State} from '../app/state.ts';
import type {Effect, EffectContext} from './context.ts';
import {failureText} from './failure.ts';

/** In a case the journal keeps what was asked, the abandoned questions too. Everything, which one begins with, was not asked by anybody. */
export const askedEffect = ({store, held, desk}: EffectContext): Effect => {
	let asked: State['view']['filter'] | undefined;
	let keeping: Promise<void> = Promise.resolve();

	const keep = async ({investigator, view: {filter}}: State): Promise<void> => {
		try {
			const beyond = await (await desk.for(investigator)).filterAsked(filter);
			desk.acted();
			if (store.state().screen === 'case') {
				desk.tellJournal();
			}

			if (beyond.length > 0) {
				store.dispatch({type: 'say', message: beyond.join(' ')});
			}
		} catch (error) {
			store.dispatch({type: 'say', message: failureText(error)});
		}
	};

	return {
		look(state) {
			const {view: {filter}} = state;
			if (desk.folder() === undefined || !held.investigation || !state.facts || filter === asked) {
				return;
			}

			const isBeginning = asked === undefined && filter.kind === 'all';
			asked = filter;
			if (!isBeginning) {
				// One after the other, so that they stand in the order in which they were asked.
				keeping = keeping.then(async () => keep(state));
			}
		},
		end: async () => keeping,
	};
};
