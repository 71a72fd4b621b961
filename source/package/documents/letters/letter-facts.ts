import {ExpectedError} from '../../../errors.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {PackageContext} from '../../payload.ts';
import {told, withheld} from '../../withhold.ts';
import {controllersOf, factWords, holdOf, priorReportsOf} from '../fact-words.ts';
import {authorityWords} from './authority-words.ts';
import type {Language} from './language.ts';

/** What a letter takes from the facts of the case, checked before the first is written. */
export type LetterFacts = {
	readonly title: string;
	readonly consequences: string;
	readonly measures: string;
	readonly advice: string;
	readonly contact: string;
	/** Empty where no authority was told. */
	readonly authorities: string;
	/** The only controller of the case, for customers of whom nobody says which is theirs. */
	readonly controller?: string;
};

/** A letter never says who did it, judges nobody, and plays nothing down. In the four languages of the letters. */
const forbidden = /\b(?:fired|dismissed|sacked|criminals?|culprits?|only|merely|no action (?:is )?(?:needed|required|necessary)|entlassen|gefeuert|kriminell\w*|straftäter\w*|täter\w*|nur|lediglich|kein handlungsbedarf|licenciée?s?|criminel\w*|coupables?|seulement|uniquement|aucune action|despedid[oa]s?|criminal\w*|delincuentes?|culpables?|sólo|solo|solamente|únicamente|ninguna acción)(?![\p{L}\p{N}])/iu;

/** Refuses a text that no letter may hold. `where` names the fact or the template. */
export const refuseForbidden = (text: string, where: string): void => {
	const word = forbidden.exec(text)?.[0];
	if (word !== undefined) {
		throw new ExpectedError(`a letter never says "${word}"`, {where, next: 'Say what was reached and what is done about it; nothing that judges somebody, and nothing that plays it down.'});
	}
};

/** A fact as it stands behind a colon: with a full stop, so that another can follow. */
const sentence = (text: string): string => text === '' || /[.!?…]$/u.test(text) ? text : `${text}.`;

const required = {consequences: 'consequences', adviceToCustomers: 'adviceToCustomers', contact: 'contact'} as const;

export const letterFacts = (context: PackageContext, language: Language): LetterFacts => {
	const {contents: {case: {facts}}} = context;
	const hold = holdOf(facts);
	if (hold !== undefined) {
		throw new ExpectedError(`the letters are held back: the facts name a hold (${visibleText(hold)})`, {next: 'When it has ended, take it out: whosaw case facts DIR --file FILE with "hold": null.'});
	}

	const words = (name: string): string => {
		const text = factWords(facts[name], language) ?? '';
		refuseForbidden(text, `the fact "${name}"`);
		if (told(context, 'data/letters/', text) === withheld) {
			throw new ExpectedError(`the fact "${name}" names a customer or an account`, {next: 'A letter names nobody but its receiver: say it without the name.'});
		}

		return text;
	};

	const measures = [words('measuresTaken'), words('measuresProposed')].filter(text => text !== '').map(text => sentence(text)).join(' ');
	const missing = [...Object.values(required).filter(name => words(name) === ''), ...(measures === '' ? ['measuresTaken'] : [])];
	if (missing.length > 0) {
		throw new ExpectedError(`the letters need facts that the case does not have: ${missing.join(', ')}`, {next: 'State them: whosaw case facts DIR --file FILE.'});
	}

	const [only, ...more] = controllersOf(facts).flatMap(({name}) => name ?? []);
	words('priorReports');
	return {
		title: words('title'), consequences: sentence(words('consequences')), measures, advice: sentence(words('adviceToCustomers')), contact: words('contact'),
		authorities: sentence(priorReportsOf(facts).map(report => authorityWords(report, language, context.contents.displayTimezone)).join(language === 'fr' ? ' ; ' : '; ')),
		...(only === undefined || more.length > 0 ? {} : {controller: only}),
	};
};
