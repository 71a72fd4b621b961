import {conjuncts} from '../../../filter/conjuncts.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {maskText} from '../../drawing/masking.ts';
import {blindingOf, filterShown} from '../../app/blinding.ts';
import {checkFilter} from '../../../filter/parse.ts';
import {printFilter} from '../../../filter/print.ts';
import type {State} from '../../app/state.ts';

/** A part of the filter in words that may be shown. */
const partShown = (state: State, part: string): string => {
	const checked = checkFilter(part, {displayTimezone: state.view.zone});
	const text = visibleText('filter' in checked ? printFilter(filterShown(checked.filter, blindingOf(state))) : part);
	return state.masked ? maskText(text) : text;
};

/** Why there are no events, and what would bring some back. */
export const chipsLeft = (state: State): readonly string[] => {
	const {emptied} = state.answers;
	if (conjuncts(state.view.filter).length === 0) {
		return ['The exports hold no events that were understood; 5 shows what became of each record.'];
	}

	if (emptied?.revision !== state.revision) {
		return ['Nothing matches.'];
	}

	return emptied.value === undefined
		? ['Nothing matches.', 'x removes the last chip, u goes back.']
		: ['Nothing matches. This part of the filter leaves nothing:', `    ${partShown(state, emptied.value)}`, 'x removes the last chip, Tab reaches the others, u goes back.'];
};
