import {fieldsUsed} from '../../filter/conjuncts.ts';
import type {Filter, FilterField, Test} from '../../filter/filter.ts';
import {mapTests, textOf} from '../../filter/map-tests.ts';
import type {EventRow} from '../../records/answer.ts';
import {maskText, unseen} from '../drawing/masking.ts';
import type {Pseudonyms} from '../../document/known-accounts.ts';
import {unquoted, unquotedNext} from '../../document/unquoted.ts';
import type {Failure} from './load-state.ts';
import type {State} from './state.ts';

/*
Blind, one sees what an account did before one sees whose it is. Every text that could name an account comes through here on its way to
the screen or the clipboard; where nothing can tell whether a text names somebody, it is not shown at all.
*/


/** Undefined when accounts are called by their names. */
export type Blinding = Omit<Pseudonyms, 'among'> | undefined;

type Blindable = Pick<State, 'blind' | 'pseudonyms'>;

export const blindingOf = ({blind, pseudonyms}: Blindable): Blinding => blind ? pseudonyms : undefined;

/** An account as it may be shown; no account stays no account. */
export const accountShown = (account: string, blinding: Blinding): string => account === '' || !blinding ? account : blinding.of(account);

/** A text that anybody may be named in: without all known accounts; not at all until they are known. */
export const freeText = (text: string, blinding: Blinding): string => blinding ? (blinding.hide ? blinding.hide(text) : unseen) : text;

/** A value as it may be shown beside others, whosever it is. */
export const valueShown = (text: string, state: Blindable & Pick<State, 'masked'>): string => {
	const shown = freeText(text, blindingOf(state));
	return state.masked ? maskText(shown) : shown;
};

/** What the app says itself, which may quote a value: what is known to name an account is hidden. */
export const saidText = (text: string, state: Blindable): string => blindingOf(state)?.hide?.(text) ?? text;

/** A sentence about a record quotes its cells as they stand: nothing tells whom they name. */
export const withoutQuotes = (text: string, blinding: Blinding): string => blinding ? freeText(text.replaceAll(/"[^"]*"?|“[^”]*”?/gu, unseen), blinding) : text;

/** Letters and digits by their kind: enough to tell a column of accounts from one of times, and not whose they are. */
export const shapeOf = (text: string): string => text.replaceAll(/\p{L}/gu, 'x').replaceAll(/\p{N}/gu, '0');

/** The path of an export while it is read: until all accounts are known by its shape, which tells it from others. */
export const pathShown = (path: string, state: Blindable): string => {
	const blinding = blindingOf(state);
	return blinding ? blinding.hide?.(path) ?? shapeOf(path) : path;
};

type FailureWords = Pick<Failure, 'message' | 'where' | 'next'>;

/** What went wrong while nobody is known yet quotes no value, and tells a path by its shape. */
export const failureShown = ({message, where, next}: FailureWords, state: Blindable): FailureWords => {
	const blinding = blindingOf(state);
	if (!blinding) {
		return {message, ...(where === undefined ? {} : {where}), ...(next === undefined ? {} : {next})};
	}

	const {hide} = blinding;
	return {
		message: (hide ?? unquoted)(message), ...(where === undefined ? {} : {where: pathShown(where, state)}), ...(next === undefined ? {} : {next: (hide ?? unquotedNext)(next)}),
	};
};

/** Patterns that are kept: a screen shows the same accounts in all of its cells and frames. */
const mostWords = 2000;
const words = new Map<string, RegExp>();

/** The account `7` is not in every text that has a seven in it. */
const asWord = (text: string): RegExp => {
	const known = words.get(text);
	if (known) {
		return known;
	}

	if (words.size >= mostWords) {
		words.clear();
	}

	const made = new RegExp(String.raw`(?<![\p{L}\p{N}])${text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)}(?![\p{L}\p{N}])`, 'giu');
	words.set(text, made);
	return made;
};

/** Any other text of an event: where it names the account of the event it is hidden too. */
export const textShown = (text: string, {employee, employeeName, onBehalfOf}: EventRow, blinding: Blinding): string => {
	if (!blinding) {
		return text;
	}

	const accounts = [employee, onBehalfOf].filter(account => account !== undefined && account !== '') as readonly string[];
	const named = accounts.reduce((kept, account) => kept.replaceAll(asWord(account), () => blinding.of(account)), text);
	return employee === undefined || employeeName === undefined || employeeName === '' ? named : named.replaceAll(asWord(employeeName), () => blinding.of(employee));
};

/** What somebody wrote beside an event, such as its reason: any account may stand in it. */
export const wordsShown = (text: string, event: EventRow, blinding: Blinding): string => freeText(textShown(text, event, blinding), blinding);

/** Fields that hold one of a few words, never a person. */
const impersonal: ReadonlySet<FilterField> = new Set(['team', 'country', 'data', 'activity', 'system', 'support', 'outcome', 'ip', 'source']);

/** Whether a part of a filter may name somebody. */
const names = (field: FilterField, text: string, {hide}: NonNullable<Blinding>): boolean => field === 'employee' || field === 'text'
	|| (!impersonal.has(field) && (maskText(text) !== text || (field !== 'customer' && (hide === undefined || hide(text) !== text))));

/** What is no account by itself is remembered as the whole test, which no account can be mistaken for. */
const asTest = (test: Test): string => `\u0000${JSON.stringify(test)}`;

/** A filter as it may be shown: whatever in it may name somebody by a pseudonym, which leads back to it. */
export const filterShown = (filter: Filter, blinding: Blinding): Filter => blinding ? mapTests(filter, (field, test) => {
	const text = textOf(test);
	if (text === undefined || !names(field, text, blinding)) {
		return test;
	}

	const pseudonym = blinding.of(test.kind === 'is' ? text : asTest(test));
	return field === 'text' ? {kind: 'contains', text: pseudonym} : {kind: 'is', text: pseudonym};
}) : filter;

/** A filter as it was typed, with what its pseudonyms stand for. */
export const filterMeant = (filter: Filter, blinding: Blinding): Filter => blinding ? mapTests(filter, (_, test) => {
	// Bare text is read in small letters.
	const meant = test.kind === 'is' ? blinding.account(test.text) : (test.kind === 'contains' ? blinding.account(test.text.replace(/^e-/, 'E-')) : undefined);
	return meant === undefined ? test : (meant.startsWith('\u0000') ? JSON.parse(meant.slice(1)) as Test : {...test, text: meant} as Test);
}) : filter;

/** Whether a filter can name an account. */
export const namesAccounts = (filter: Filter): boolean => fieldsUsed(filter).some(field => field === 'employee' || field === 'text');
