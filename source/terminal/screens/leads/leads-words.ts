import {firstOf} from '../../../document/first-of.ts';
import {presenceSentences} from '../../../document/presence-words.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {Lead, ListLeftOut} from '../../../investigation/leads/leads.ts';
import {accountShown, blindingOf, freeText} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {maskName, maskText} from '../../drawing/masking.ts';
import type {LeadEntry} from './leads-state.ts';

/** A sentence as it may be shown: nothing of a log raw, and nobody's address until it is asked for. */
export const said = (text: string, state: State): string => {
	const shown = freeText(text, blindingOf(state));
	return visibleText(state.masked ? maskText(shown) : shown);
};

export const account = ({employee, name}: Pick<Lead, 'employee' | 'name'>, state: State): string =>
	visibleText(state.blind || name === undefined ? accountShown(employee, blindingOf(state)) : `${employee} ${state.masked ? maskName(name) : name}`);

/** What becomes of the answer without one of the lists, and who would be first then. */
export const leftOutText = ({why, first, name}: ListLeftOut, state: State): string =>
	`${said(why, state)}${first === undefined ? '' : ` (${account({employee: first, ...(name === undefined ? {} : {name})}, state)})`}`;

/** The numbers behind an entry; what was found beside records of presence stands with them. */
export const evidence = (entry: LeadEntry, state: State): readonly string[] => {
	if ('presence' in entry) {
		return presenceSentences(entry.presence);
	}

	const {why, presence = []} = 'lead' in entry ? entry.lead : entry.behaviour;
	const also = 'lead' in entry ? entry.lead.alsoConsistent : [];
	return [...why, ...presenceSentences({findings: presence}), ...(also.length > 0 ? [`also consistent: ${firstOf(also.map(each => accountShown(each, blindingOf(state))))}`] : [])];
};
