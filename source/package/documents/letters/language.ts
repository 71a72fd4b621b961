import type {PackagedCustomer} from '../../contents.ts';

export const languages = ['en', 'de', 'fr', 'es'] as const;
export type Language = typeof languages[number];

/** Where nearly everybody reads one of our languages; in Switzerland, Belgium or Canada a country says nothing. */
const byCountry: Readonly<Record<string, Language>> = {DE: 'de', AT: 'de', FR: 'fr', MC: 'fr', ES: 'es', MX: 'es', AR: 'es', CL: 'es', CO: 'es', PE: 'es'};

/** What the directory says; else what the country does; else English. */
export const languageOf = ({language, country}: PackagedCustomer): Language => {
	const told = language?.toLowerCase().slice(0, 2);
	return languages.find(known => known === told) ?? (told === undefined ? byCountry[country ?? ''] : undefined) ?? 'en';
};

const dates: Readonly<Record<Language, string>> = {en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES'};

/** `3 October 2020`, in a language and on the calendar of a zone. `at` in milliseconds. */
export const longDate = (at: number, language: Language, zone: string): string => {
	const text = new Intl.DateTimeFormat(dates[language], {day: 'numeric', month: 'long', year: 'numeric', timeZone: zone}).format(new Date(at)).replaceAll(/[\u00A0\u202F]/g, ' ');
	return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
};

export const longList = (items: readonly string[], language: Language): string => new Intl.ListFormat(dates[language], {type: 'conjunction'}).format(items);

export const count = (value: number, language: Language): string => new Intl.NumberFormat(dates[language]).format(value).replaceAll(/[\u00A0\u202F]/g, ' ');
