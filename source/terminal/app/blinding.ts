import type {AccountPseudonyms} from '../../document/account-pseudonyms.ts';
import {allOf, anyOf, match, negate} from '../../filter/build.ts';
import {fieldsUsed} from '../../filter/conjuncts.ts';
import type {Filter} from '../../filter/filter.ts';
import type {EventRow} from '../../records/answer.ts';
import type {State} from './state.ts';

/*
Blind, one sees what an account did before one sees whose it is. Every text that could name an account comes through here on its way to
the screen or the clipboard.
*/

/** What accounts are called instead; undefined when they are called by their names. */
export type Blinding = AccountPseudonyms | undefined;

export const blindingOf = ({blind, pseudonyms}: Pick<State, 'blind' | 'pseudonyms'>): Blinding => blind ? pseudonyms : undefined;

/** An account as it may be shown; no account stays no account. */
export const accountShown = (account: string, blinding: Blinding): string => account === '' || !blinding ? account : blinding.of(account);

/** The account `7` is not in every text that has a seven in it. */
const asWord = (text: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])${text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)}(?![\p{L}\p{N}])`, 'giu');

/** Any other text of an event: where it names the account of the event it is hidden too. */
export const textShown = (text: string, {employee, employeeName, onBehalfOf}: EventRow, blinding: Blinding): string => {
	if (!blinding) {
		return text;
	}

	const accounts = [employee, onBehalfOf].filter(account => account !== undefined && account !== '') as readonly string[];
	const named = accounts.reduce((kept, account) => kept.replaceAll(asWord(account), () => blinding.of(account)), text);
	return employee === undefined || employeeName === undefined || employeeName === '' ? named : named.replaceAll(asWord(employeeName), () => blinding.of(employee));
};

const mapAccounts = (filter: Filter, rename: (account: string) => string): Filter => {
	switch (filter.kind) {
		case 'all': {
			return filter;
		}

		case 'not': {
			return negate(mapAccounts(filter.part, rename));
		}

		case 'match': {
			return filter.field === 'employee' && filter.test.kind === 'is' ? match('employee', {...filter.test, text: rename(filter.test.text)}) : filter;
		}

		default: {
			const parts = filter.parts.map(part => mapAccounts(part, rename));
			return filter.kind === 'and' ? allOf(parts) : anyOf(parts);
		}
	}
};

/** A filter as it may be shown. */
export const filterShown = (filter: Filter, blinding: Blinding): Filter => blinding ? mapAccounts(filter, account => accountShown(account, blinding)) : filter;

/** A filter as it was typed, with pseudonyms for the accounts that were shown so. */
export const filterMeant = (filter: Filter, blinding: Blinding): Filter => blinding ? mapAccounts(filter, account => blinding.account(account) ?? account) : filter;

/** Whether a filter can name an account. */
export const namesAccounts = (filter: Filter): boolean => fieldsUsed(filter).some(field => field === 'employee' || field === 'text');
