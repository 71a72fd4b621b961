import {checkFilter} from '../../filter/parse.ts';
import {printFilter} from '../../filter/print.ts';
import type {Filter} from '../../filter/filter.ts';
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

/** The canonical text as it may be shown in the line. */
export const shownFilterText = (state: Pick<State, 'view' | 'blind' | 'pseudonyms'>): string => filterText(filterShown(state.view.filter, blindingOf(state)));

/** The canonical text; empty for everything. */
export const filterText = (filter: Filter): string => printFilter(filter);
