import type {Filter, FilterField} from '../filter/filter.ts';
import {mapTests, textOf} from '../filter/map-tests.ts';
import {checkFilter} from '../filter/parse.ts';
import {printFilter} from '../filter/print.ts';
import type {Pseudonyms} from './pseudonyms.ts';

/** People can be asked for by name. An account or an id is no name: it has no blank in it, and a customer's id has digits. */
const isPersonal = (field: FilterField, text: string): boolean =>
	(field === 'customer' || field === 'employee') && !text.includes('@') && (/\s/.test(text) || (field === 'customer' && !/\d/.test(text)));

/** Fields whose text is taken for an account, whatever it is. */
const mayMean: ReadonlySet<FilterField> = new Set(['employee', 'text']);

/** What is said of a filter, with pseudonyms for the names in it. */
export const maskWords = (words: string, filter: Filter, by: Pseudonyms): string => {
	const found: string[] = [];
	mapTests(filter, (field, test) => {
		const text = textOf(test);
		if (text !== undefined && (isPersonal(field, text) || (mayMean.has(field) && by.account(text) !== text))) {
			found.push(text);
		}

		return test;
	});
	return by.text(found.reduce((masked, name) => masked.replaceAll(name, by.account(name) === name ? by.name(name) : by.account(name)), words));
};

/** The text of a filter as a case or a package keeps it; of one that is not understood any more nothing tells whom it names. */
export const maskFilterText = (text: string, by: Pseudonyms): string => {
	if (text === '') {
		return '';
	}

	const checked = checkFilter(text, {displayTimezone: 'UTC'});
	return 'filter' in checked ? by.text(printFilter(maskFilter(checked.filter, by))) : by.written(text);
};

/** Fields in which somebody may be named beside an id; a country or a system names nobody, whatever an account is called. */
const wordy: ReadonlySet<FilterField> = new Set(['action', 'resource', 'reason']);

/** A filter with pseudonyms for the names in it. The addresses and numbers in its text are left to whoever masks the text. */
export const maskFilter = (filter: Filter, by: Pseudonyms): Filter => mapTests(filter, (field, test) => {
	const text = textOf(test);
	if (text === undefined) {
		return test;
	}

	// An account's name, or a pattern of its id, is hidden where accounts are, and else a name like any other; so is bare text, which may be a part of a name.
	const called = mayMean.has(field) ? by.account(text) : (wordy.has(field) ? by.shown(text) : text);
	return called === text ? (isPersonal(field, text) ? {kind: 'is', text: by.name(text)} : test) : (field === 'text' ? {kind: 'contains', text: called} : {kind: 'is', text: called});
});
