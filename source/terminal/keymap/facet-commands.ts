import {nextFacet} from '../app/facet-slots.ts';
import {layoutOf} from '../app/layout.ts';
import {paneTitles} from '../app/pane.ts';
import type {State} from '../app/state.ts';
import type {Command} from './command.ts';

const next = (state: State) => {
	const {kind, facets} = layoutOf(state);
	return kind === 'single' ? undefined : nextFacet(state, facets);
};

const noOther = (state: State): string | undefined => next(state) ? undefined
	: (layoutOf(state).kind === 'single' ? 'One pane at a time; Tab goes to the next.' : 'Every facet that these exports fill is on the screen.');

export const facetCommands: readonly Command[] = [
	{
		id: 'other-facet', title: 'Another facet: teams, countries, activities, systems, support', short: 'other facet', keys: ['v'], group: 'Look', on: ['explore'], refuse: noOther, run(state) {
			const pane = next(state)!;
			return [{type: 'other-facet', pane}, {type: 'say', message: `${paneTitles[pane]}; v goes on to the next facet.`}];
		},
	},
];
