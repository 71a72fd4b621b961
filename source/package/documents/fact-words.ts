import type {Facts} from '../../case/acts.ts';

/*
The facts of an incident come from a file that a person wrote: any value may stand under any name. They are read as words here, and never more
of them than a page can hold.
*/

/** A fact that is stated in several languages: `{"en": …, "de": …}`. */
const inLanguage = (value: Readonly<Record<string, unknown>>, language: string): unknown => {
	const names = Object.keys(value);
	return names.length > 0 && names.every(name => /^[a-z]{2}$/.test(name)) ? value[language] ?? value['en'] ?? value[names[0]!] : undefined;
};

/** One fact as words: lists with semicolons, objects by their values with the name first, and of several languages the one that is asked for. */
export const factWords = (value: unknown, language = 'en'): string | undefined => {
	if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
		const text = String(value).trim();
		return text === '' ? undefined : text;
	}

	if (Array.isArray(value)) {
		return value.flatMap(item => factWords(item, language) ?? []).join('; ') || undefined;
	}

	if (typeof value !== 'object' || value === null) {
		return undefined;
	}

	const said = inLanguage(value as Readonly<Record<string, unknown>>, language);
	// Whatever order the file has: somebody is called by a name first.
	const parts = Object.entries(value).toSorted(([a], [b]) => Number(b === 'name') - Number(a === 'name')).map(([, item]) => item as unknown);
	return said === undefined ? parts.flatMap(item => factWords(item, language) ?? []).join(', ') || undefined : factWords(said, language);
};

export type Controller = {readonly name?: string; readonly country?: string; readonly contact?: string; readonly dpo?: string; readonly awareAt?: string};

const fieldsOf = <Field extends string>(value: unknown, names: readonly Field[]): Readonly<Partial<Record<Field, string>>> => {
	const given = typeof value === 'object' && value !== null ? value as Readonly<Record<string, unknown>> : {};
	return Object.fromEntries(names.flatMap(name => {
		const text = Object.hasOwn(given, name) ? factWords(given[name]) : undefined;
		return text === undefined ? [] : [[name, text]];
	})) as Readonly<Partial<Record<Field, string>>>;
};

const listOf = (value: unknown): readonly unknown[] => Array.isArray(value) ? value : (value === undefined ? [] : [value]);

/** The legal entities that answer for the data. */
export const controllersOf = ({controllers}: Facts): readonly Controller[] => listOf(controllers).map(controller =>
	typeof controller === 'string' ? {name: controller} : fieldsOf(controller, ['name', 'country', 'contact', 'dpo', 'awareAt']));

export type PriorReport = {readonly authority?: string; readonly reference?: string; readonly at?: string};

/** Reports that were made to authorities. */
export const priorReportsOf = ({priorReports}: Facts): readonly PriorReport[] => listOf(priorReports).map(report =>
	typeof report === 'string' ? {authority: report} : fieldsOf(report, ['authority', 'reference', 'at']));

/** `ICO, reference 1234, 2020-10-24`. */
export const priorReportWords = ({authority, reference, at}: PriorReport): string => [authority, reference === undefined ? undefined : `reference ${reference}`, at].filter(part => part !== undefined).join(', ');

/** Who asks that customers are not told yet; undefined where nobody does. */
export const holdOf = ({hold}: Facts): string | undefined => hold === false ? undefined : factWords(hold);
