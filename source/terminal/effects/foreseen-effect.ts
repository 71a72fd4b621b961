import {printFilter} from '../../filter/print.ts';
import type {CaseActLayer} from '../app/layer.ts';
import type {Effect, EffectContext} from './context.ts';
import {oneOfAKind} from './one-of-a-kind.ts';

/** What an act would do to the case: its three counts, and whom an exclusion removes. Asked while the form is open, before anything is written. */
export const foreseenEffect = ({store, desk, held}: EffectContext): Effect => {
	const {ask, giveUp} = oneOfAKind();
	const arrive = (foreseen: NonNullable<CaseActLayer['foreseen']>): void =>
		store.dispatch({type: 'late', kind: 'case-act', change: layer => layer.kind === 'case-act' ? {...layer, foreseen} : layer});

	return {
		look({layers, view: {filter}, investigator}) {
			const layer = layers.find(one => one.kind === 'case-act');
			const act = layer?.act;
			if ((act !== 'select' && act !== 'exclude') || layer!.status.is !== 'asking' || layer!.foreseen || !desk.isOpen() || !held.investigation) {
				return;
			}

			ask('foreseen', `${act} ${printFilter(filter)}`, {
				async work() {
					const [current, {countsWith, takenBy}] = await Promise.all([desk.for(investigator), import('../../investigation/case/select.ts')]);
					const counts = await countsWith(current, act, filter);
					if (act === 'select') {
						arrive({counts});
						return;
					}

					const {matched: {accesses}, customersOut} = await takenBy(current, filter);
					arrive({counts, taken: {accesses, customersOut}});
				},
				failed: failure => arrive({failure}),
			});
		},
		end() {
			giveUp();
		},
	};
};
