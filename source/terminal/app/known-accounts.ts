import type {AccountPseudonyms} from '../../document/account-pseudonyms.ts';
import type {KnownAccount} from '../../investigation/investigation.ts';

/** Hides what a text says of any known account. */
export type HideAccounts = (text: string) => string;

/** What accounts are called instead, and how they are found in a text once all of them are known. */
export type Pseudonyms = AccountPseudonyms & {readonly hide?: HideAccounts};

type Entry = {readonly text: string; readonly account: string};

const words = /[\p{L}\p{N}]+/gu;
const isWord = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** A number of up to four digits is too many other things: where it stands it does not name an account. */
const isAmbiguous = (text: string): boolean => /^\d{1,4}$/.test(text);

/** `Jo Rivera` is also written `Rivera, Jo` and `Rivera Jo`. */
const spellings = (name: string): readonly string[] => {
	const parts = name.trim().split(/\s+/);
	const last = parts.at(-1)!;
	const first = parts.slice(0, -1).join(' ');
	return parts.length < 2 || name.includes('@') ? [name] : [name, `${last}, ${first}`, `${last} ${first}`];
};

/** So many accounts are taken in before the keys get their turn. */
const batch = 500;

/** Where a text begins with one of the entries; the longest that does. */
const entryAt = (entries: readonly Entry[], text: string, at: number): Entry | undefined => entries.find(entry =>
	text.slice(at, at + entry.text.length).toLowerCase() === entry.text && !isWord(text[at + entry.text.length]));

/** Every account by everything that it is called, found by the first word: a text is gone through once, however many accounts there are. */
export const hidingOf = async (accounts: readonly KnownAccount[], pseudonym: (account: string) => string, rest: () => Promise<void>): Promise<HideAccounts> => {
	const byWord = new Map<string, Entry[]>();
	for (const [index, {account, names}] of accounts.entries()) {
		for (const text of [account, ...names].flatMap(name => spellings(name.toLowerCase()))) {
			const [first] = text.match(words) ?? [];
			if (first !== undefined && !isAmbiguous(text)) {
				// What stands before the first word, as in “(shared) desk”, stays: it names nobody.
				const entry = {text: text.slice(text.indexOf(first)), account};
				byWord.set(first, [...byWord.get(first) ?? [], entry].toSorted((a, b) => b.text.length - a.text.length));
			}
		}

		if (index % batch === batch - 1) {
			await rest();
		}
	}

	return text => {
		let hidden = '';
		let kept = 0;
		for (const {0: word, index} of text.matchAll(words)) {
			const entry = index < kept ? undefined : entryAt(byWord.get(word.toLowerCase()) ?? [], text, index);
			if (entry) {
				hidden += text.slice(kept, index) + pseudonym(entry.account);
				kept = index + entry.text.length;
			}
		}

		return hidden + text.slice(kept);
	};
};
