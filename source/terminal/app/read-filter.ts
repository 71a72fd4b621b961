import {checkFilter} from '../../filter/parse.ts';
import {printFilter} from '../../filter/print.ts';
import type {Filter} from '../../filter/filter.ts';
import type {Problem} from './layer.ts';
import type {State} from './state.ts';

export type FilterReading = {readonly filter: Filter} | {readonly problem: Problem};

/** What a typed filter means here and now: days break in the zone that is shown, `last 7 days` counts back from the newest event. */
export const readFilter = (text: string, {view, facts}: Pick<State, 'view' | 'facts'>): FilterReading => {
	const newest = facts?.newest;
	const checked = checkFilter(text, {displayTimezone: view.zone, ...(newest === undefined ? {} : {newest})});
	if ('filter' in checked) {
		return checked;
	}

	const {message, offset, hint} = checked.error;
	return {problem: {message, at: offset, ...(hint === undefined ? {} : {next: hint})}};
};

/** The canonical text; empty for everything. */
export const filterText = (filter: Filter): string => printFilter(filter);
