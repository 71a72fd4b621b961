import type {PriorReport} from '../fact-words.ts';
import {longDate, type Language} from './language.ts';
import {shipped} from './shipped-templates.ts';

/** A date that was stated is that date in every zone; a moment is on the calendar of one. What is no date stays as it was written. */
const dayWords = (text: string, language: Language, zone: string): string => {
	const at = /^\d{4}-\d{2}-\d{2}(?:$|T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$)/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(at) ? text : shipped[language].on(longDate(at, language, text.length === 10 ? 'UTC' : zone));
};

/** `ICO, reference 1234, on 24 October 2020`, in the language of the letter. */
export const authorityWords = ({authority, reference, at}: PriorReport, language: Language, zone: string): string =>
	[authority, reference === undefined ? undefined : shipped[language].reference(reference), at === undefined ? undefined : dayWords(at, language, zone)].filter(part => part !== undefined).join(', ');
