import type {Filter, FilterField} from '../filter/filter.ts';
import {mapTests, textOf} from '../filter/map-tests.ts';
import type {Pseudonyms} from './pseudonyms.ts';

/** People can be asked for by name. An account or an id is no name: it has no blank in it, and a customer's id has digits. */
const isPersonal = (field: FilterField, text: string): boolean =>
	(field === 'customer' || field === 'employee') && !text.includes('@') && (/\s/.test(text) || (field === 'customer' && !/\d/.test(text)));

/** What is said of a filter, with pseudonyms for the names in it. */
export const maskWords = (words: string, filter: Filter, by: Pseudonyms): string => {
	const found: string[] = [];
	mapTests(filter, (field, test) => {
		const text = textOf(test);
		if (text !== undefined && isPersonal(field, text)) {
			found.push(text);
		}

		return test;
	});
	return by.text(found.reduce((masked, name) => masked.replaceAll(name, by.name(name)), words));
};

/** A filter with pseudonyms for the names in it. The addresses and numbers in its text are left to whoever masks the text. */
export const maskFilter = (filter: Filter, by: Pseudonyms): Filter => mapTests(filter, (field, test) => {
	const text = textOf(test);
	return text !== undefined && isPersonal(field, text) ? {kind: 'is', text: by.name(text)} : test;
});
