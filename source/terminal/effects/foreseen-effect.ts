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
					arrive(await (await desk.for(investigator)).foresee(act, filter));
				},
				failed: failure => arrive({failure}),
			});
		},
		end() {
			giveUp();
		},
	};
};
