import {csvLine} from '../../../document/csv.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {ExpectedError} from '../../../errors.ts';
import type {PackagedCustomer} from '../../contents.ts';
import type {Pieces} from '../../hashed-file.ts';
import type {PackageContext, PackageFolder} from '../../payload.ts';
import {dataTypeName} from './data-type-names.ts';
import {count, languageOf, longDate, longList, type Language} from './language.ts';
import {letterFacts, refuseForbidden, type LetterFacts} from './letter-facts.ts';
import {shipped, type Sentences} from './shipped-templates.ts';
import {placeholders, readTemplate, type Filling, type Template} from './template.ts';

const folder = 'data/letters/';

type Writer = {readonly context: PackageContext; readonly facts: Readonly<Record<Language, LetterFacts>>; readonly templates: Readonly<Record<Language, Template>>};

const inEach = <Value>(of: (language: Language) => Value): Readonly<Record<Language, Value>> => ({en: of('en'), de: of('de'), fr: of('fr'), es: of('es')});

/** The template that was given writes to everybody; else each language has its own. */
const templatesOf = ({contents: {documents}}: PackageContext): Readonly<Record<Language, Template>> => {
	const given = documents?.template;
	if (given) {
		refuseForbidden(given.text.replaceAll(/<style[^]*?<\/style>|<[^>]*>/gi, ' '), given.name);
		const template = readTemplate(given.name, given.text);
		return inEach(() => template);
	}

	return inEach(language => readTemplate(`letter-${language}.txt`, shipped[language].template));
};

const controllerOf = (customer: PackagedCustomer, {controller}: LetterFacts): string => {
	const name = customer.controller ?? controller;
	if (name === undefined) {
		throw new ExpectedError(`nobody says which company answers for the data of the customer ${visibleText(customer.customer)}`, {next: 'Give a directory of customers with their controller (--customers), or name one controller in the facts.'});
	}

	return name;
};

/** What the country of a customer was taken from, in the words of the letter. */
const basisOf = (basis: string | undefined, {bases, from}: Sentences): string | undefined =>
	basis === undefined ? undefined : (Object.hasOwn(bases, basis) ? bases[basis as keyof typeof bases] : from(basis));

const fillingOf = (customer: PackagedCustomer, language: Language, {context: {contents}, facts: all}: Writer): Filling => {
	const facts = all[language];
	const words = shipped[language];
	const [first, last] = [customer.firstAt, customer.lastAt].map(at => longDate(at / 1000, language, contents.displayTimezone)) as [string, string];
	const controller = controllerOf(customer, facts);
	const others = contents.totals.customers - 1;
	return {
		title: facts.title, date: longDate(contents.now.getTime(), language, contents.displayTimezone), name: customer.name ?? (contents.documents?.template ? words.somebody : ''), greeting: words.greeting(customer.name), customer: customer.customer,
		email: customer.email ?? '', country: customer.country ?? '', controller, why: words.why(controller, basisOf(customer.countryBasis, words)),
		what: longList(customer.dataTypes.map(id => dataTypeName(id, language)), language), when: first === last ? words.on(first) : words.between(first, last),
		other: customer.otherData === 'none reached' ? words.noOther : words.otherPossible,
		others: contents.documents?.tellCount === true && others > 0 ? words.others(count(others, language), contents.affected.atMost !== contents.affected.atLeast) : '',
		authorities: facts.authorities === '' ? words.notTold : facts.authorities,
		consequences: facts.consequences, measures: facts.measures, advice: facts.advice, contact: facts.contact,
	};
};

const columns = ['letter', 'language', ...placeholders, 'notified'] as const;

/** The place of a letter says nothing of its receiver. */
const letterPath = (index: number, {ending}: Template): string => `${folder}${String(index + 1).padStart(6, '0')}.${ending}`;

const mergeLines = async function * (writer: Writer): AsyncGenerator<string> {
	yield csvLine(columns, {guarded: true});
	let index = 0;
	for await (const customer of writer.context.contents.customers) {
		const language = languageOf(customer);
		const filling = fillingOf(customer, language, writer);
		const letter = letterPath(index, writer.templates[language]).slice(folder.length);
		yield csvLine([letter, language, ...placeholders.map(name => visibleText(filling[name])), visibleText(customer.notified ?? '')], {guarded: true});
		index++;
	}
};

const files = async function * (context: PackageContext): AsyncGenerator<{readonly path: string; readonly pieces: Pieces}> {
	const writer: Writer = {context, facts: inEach(language => letterFacts(context, language)), templates: templatesOf(context)};
	let index = 0;
	for await (const customer of context.contents.customers) {
		const language = languageOf(customer);
		const template = writer.templates[language];
		yield {path: letterPath(index, template), pieces: [template.fill(fillingOf(customer, language, writer))]};
		index++;
	}

	yield {path: `${folder}mail-merge.csv`, pieces: mergeLines(writer)};
};

/** One letter a customer, each naming that customer alone, and a table to merge them from. */
export const lettersFolder: PackageFolder = {path: folder, about: 'one letter for each customer, and mail-merge.csv to make others from', audiences: ['customers'], files};
