import {checkFilter} from '../../filter/parse.ts';
import {printFilter} from '../../filter/print.ts';
import type {Filter} from '../../filter/filter.ts';
import {unseen} from '../drawing/masking.ts';
import {blindingOf, filterMeant, filterShown} from './blinding.ts';
import type {Problem} from './layer.ts';
import type {State} from './state.ts';

export type FilterReading = {readonly filter: Filter} | {readonly problem: Problem};

/** What a typed filter means here and now: days break in the zone that is shown, `last 7 days` counts back from the newest event. */
export const readFilter = (text: string, state: Pick<State, 'view' | 'facts' | 'blind' | 'pseudonyms'>): FilterReading => {
	const {view, facts} = state;
	const newest = facts?.newest;
	const checked = checkFilter(text, {displayTimezone: view.zone, ...(newest === undefined ? {} : {newest})});
	if ('filter' in checked) {
		return {filter: filterMeant(checked.filter, blindingOf(state))};
	}

	const {message, offset, hint} = checked.error;
	return {problem: {message, at: offset, ...(hint === undefined ? {} : {next: hint})}};
};

/** What was typed earlier, as it may be shown now; one that was never understood says nothing of whom it names. */
export const typedShown = (typed: string, state: Pick<State, 'view' | 'facts' | 'blind' | 'pseudonyms'>): string => {
	const blinding = blindingOf(state);
	const reading = blinding ? readFilter(typed, state) : undefined;
	return reading === undefined ? typed : ('filter' in reading ? filterText(filterShown(reading.filter, blinding)) : unseen);
};

/** The canonical text as it may be shown in the line. */
export const shownFilterText = (state: Pick<State, 'view' | 'blind' | 'pseudonyms'>): string => filterText(filterShown(state.view.filter, blindingOf(state)));

/** The canonical text; empty for everything. */
export const filterText = (filter: Filter): string => printFilter(filter);
