import type {Audience, CaseFileContents} from './contents.ts';
import type {PackageContext} from './payload.ts';

/*
Texts that people wrote (titles, reasons, facts, names of files) can name a customer or an account where nobody may learn of them. For such an
audience a text that does is left out whole, and the redaction log says so.
*/

/** Audiences that learn of no customer or of no account; their free texts are searched for both. */
export const isRestricted = (audience: Audience): boolean => audience === 'regulator' || audience === 'customers' || audience === 'hr';

export const withheld = '[withheld: it names a customer or an account]';

/** Longest name of somebody, in words. */
const mostWords = 8;

/** A text as it is compared: in small letters, without what stands around its words. */
export const foldIdentifier = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Short words and small numbers stand in every sentence; they name nobody by themselves. */
const isTelling = (text: string): boolean => /^\p{N}+$/u.test(text) ? text.length >= 5 : text.length >= (/\p{N}/u.test(text) ? 2 : 3);

/** All runs of words in a text, folded: whatever in it could be the name of somebody. */
export const candidatesOf = (text: string): readonly string[] => {
	const folded = text.normalize('NFC').toLowerCase();
	const words = [...folded.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({index, 0: word}) => ({from: index, to: index + word.length}));
	return words.flatMap(({from}, first) => words.slice(first, first + mostWords).map(({to}) => folded.slice(from, to))).filter(candidate => isTelling(candidate));
};

const stringsIn = (value: unknown): readonly string[] => {
	if (typeof value === 'string') {
		return [value];
	}

	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(item => stringsIn(item)) : [];
};

/** The texts that may be told to a restricted audience. */
export const freeTexts = (contents: Omit<CaseFileContents, 'identifiers'>): readonly string[] => {
	const {title, reason, agency, investigator, reviewedBy, limitations, sources, failed, skipped} = contents;
	const {facts, purpose, authorisedBy, legalBasis, privilege, accounts, counts, otherDataObstacles, changes, reading} = contents.case;
	return [
		...limitations, ...otherDataObstacles,
		...stringsIn([title, reason, agency, investigator, reviewedBy, facts, purpose, authorisedBy, legalBasis, privilege, counts, reading]),
		...stringsIn([sources.map(({path, acquisition, mapping, why}) => [path, acquisition, mapping, why]), failed, skipped, accounts.map(({role, team}) => [role, team])]),
		...stringsIn(changes),
	];
};

export const namesSomebody = (text: string, identifiers: ReadonlySet<string>): boolean => candidatesOf(text).some(candidate => identifiers.has(candidate));

/** A text as its audience may read it. */
export const told = ({contents, tally}: PackageContext, file: string, text: string): string => {
	if (!isRestricted(contents.audience) || !namesSomebody(text, contents.identifiers)) {
		return text;
	}

	tally.redactions.push({file, what: 'a text that names a customer or an account'});
	return withheld;
};

/** The same for all texts inside a value. */
export const toldValue = (context: PackageContext, file: string, value: unknown): unknown => {
	if (typeof value === 'string') {
		return told(context, file, value);
	}

	if (Array.isArray(value)) {
		return value.map(item => toldValue(context, file, item));
	}

	return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toldValue(context, file, item)])) : value;
};
