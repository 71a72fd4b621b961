import {checkFilter} from '../../../filter/parse.ts';
import {printFilter} from '../../../filter/print.ts';
import {blindingOf, filterShown} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {maskText, unseen} from '../../drawing/masking.ts';

/** What of the state decides how the case is shown. */
export type Seen = Pick<State, 'masked' | 'blind' | 'pseudonyms'> & {readonly view: Pick<State['view'], 'zone'>};

export const hideContacts = (text: string, {masked}: Pick<State, 'masked'>): string => masked ? maskText(text) : text;

/** A filter as it may be shown; one that is not understood any more says nothing of whom it names. */
export const filterWords = (text: string, state: Seen): string => {
	const blinding = blindingOf(state);
	const checked = blinding && text !== '' ? checkFilter(text, {displayTimezone: state.view.zone}) : undefined;
	const words = checked === undefined ? text : ('filter' in checked ? printFilter(filterShown(checked.filter, blinding)) : unseen);
	return words === '' ? 'everything' : hideContacts(words, state);
};
