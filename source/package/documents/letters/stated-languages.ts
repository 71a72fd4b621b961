import type {Facts} from '../../../case/acts.ts';
import {factWords} from '../fact-words.ts';
import {languages} from './language.ts';

/** Facts that a letter repeats in sentences. */
const repeated = ['consequences', 'measuresTaken', 'measuresProposed', 'adviceToCustomers'] as const;

const isInEach = (value: unknown): boolean => typeof value === 'object' && value !== null && languages.every(language => Object.hasOwn(value, language));

/** What the sender must know before letters go out: a letter is written in the language of its receiver, and a fact stands in it in the language in which somebody stated it. */
export const languageNote = (facts: Facts): string | undefined => {
	const names = repeated.filter(name => factWords(facts[name]) !== undefined && !isInEach(facts[name]));
	return names.length === 0 ? undefined : `Letters are in ${languages.join(', ')}, as their receivers read; these facts are not stated in each of them, and stand in all letters as they were stated: ${names.join(', ')}.`;
};
