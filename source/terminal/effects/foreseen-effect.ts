import {printFilter} from '../../filter/print.ts';
import type {CaseActLayer} from '../app/layer.ts';
import type {Effect, EffectContext} from './context.ts';
import {oneOfAKind} from './one-of-a-kind.ts';

/** Whom an exclusion removes from the case: asked while its form is open, before anything is written. */
export const takenEffect = ({store, desk, held}: EffectContext): Effect => {
	const {ask, giveUp} = oneOfAKind();
	const arrive = (taken: NonNullable<CaseActLayer['taken']>): void =>
		store.dispatch({type: 'late', kind: 'case-act', change: layer => layer.kind === 'case-act' && layer.act === 'exclude' ? {...layer, taken} : layer});

	return {
		look({layers, view: {filter}, investigator}) {
			const layer = layers.find(one => one.kind === 'case-act');
			if (layer?.act !== 'exclude' || layer.status.is !== 'asking' || layer.taken || !desk.isOpen() || !held.investigation) {
				return;
			}

			ask('taken', printFilter(filter), {
				async work() {
					const [current, {takenBy}] = await Promise.all([desk.for(investigator), import('../../investigation/case/select.ts')]);
					const {matched: {accesses}, customersOut} = await takenBy(current, filter);
					arrive({accesses, customersOut});
				},
				failed: failure => arrive({failure}),
			});
		},
		end() {
			giveUp();
		},
	};
};
