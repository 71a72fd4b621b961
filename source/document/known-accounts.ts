import type {AccountPseudonyms} from './account-pseudonyms.ts';

/** What stands where something is not shown. */
export const unseen = '•••';

/** An account, and everything else that it is called by. */
type KnownAccount = {readonly account: string; readonly names: readonly string[]};

/** Hides what a text says of any known account. */
export type HideAccounts = (text: string) => string;

/** What accounts are called instead, and how they are found in a text once all of them are known. */
export type Pseudonyms = AccountPseudonyms & {readonly hide?: HideAccounts};

/** What begins with one word: its lengths, the longest first, and whom each text names. */
type Entries = {readonly lengths: readonly number[]; readonly accounts: ReadonlyMap<string, string | undefined>};

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

/** Every text by its first word; one that two accounts are called by names neither of them. */
const collect = async (accounts: readonly KnownAccount[], rest: () => Promise<void>): Promise<ReadonlyMap<string, Entries>> => {
	const found = new Map<string, Map<string, string | undefined>>();
	for (const [index, {account, names}] of accounts.entries()) {
		for (const text of [account, ...names].flatMap(name => spellings(name.toLowerCase()))) {
			const [first] = text.match(words) ?? [];
			if (first !== undefined && !isAmbiguous(text)) {
				// What stands before the first word, as in “(shared) desk”, stays: it names nobody.
				const known = found.get(first) ?? new Map<string, string | undefined>();
				const entry = text.slice(text.indexOf(first));
				known.set(entry, known.has(entry) && known.get(entry) !== account ? undefined : account);
				found.set(first, known);
			}
		}

		if (index % batch === batch - 1) {
			await rest();
		}
	}

	return new Map([...found].map(([first, known]) => [first, {lengths: [...new Set([...known.keys()].map(text => text.length))].toSorted((a, b) => b - a), accounts: known}]));
};

type Hit = {readonly length: number; readonly account: string | undefined};

/** The longest of the entries that a text goes on with. */
const hitAt = ({lengths, accounts}: Entries, text: string, at: number): Hit | undefined => {
	for (const length of lengths) {
		const here = text.slice(at, at + length).toLowerCase();
		if (accounts.has(here) && !isWord(text[at + length])) {
			return {length, account: accounts.get(here)};
		}
	}

	return undefined;
};

/** Every account by everything that it is called, found by the first word: a text is gone through once, however many accounts there are. */
export const hidingOf = async (accounts: readonly KnownAccount[], pseudonym: (account: string) => string, rest: () => Promise<void>): Promise<HideAccounts> => {
	const byWord = await collect(accounts, rest);
	return text => {
		let hidden = '';
		let kept = 0;
		for (const {0: word, index} of text.matchAll(words)) {
			const entries = index < kept ? undefined : byWord.get(word.toLowerCase());
			const hit = entries && hitAt(entries, text, index);
			if (hit) {
				hidden += text.slice(kept, index) + (hit.account === undefined ? unseen : pseudonym(hit.account));
				kept = index + hit.length;
			}
		}

		return hidden + text.slice(kept);
	};
};
