import {createHmac} from 'node:crypto';

/** Replaces accounts by names that say nothing of them, `E-7f3a`, and finds the account behind such a name again. */
export type AccountPseudonyms = {
	readonly of: (account: string) => string;
	readonly account: (pseudonym: string) => string | undefined;
	/** The same, once all accounts are known: in one order everywhere, so that an account is called the same by all that is said of the same exports. */
	readonly among: (accounts: readonly string[]) => AccountPseudonyms;
};

/** Short enough to be read aloud. */
const shortest = 4;

/** One account, one pseudonym, as long as these live: where two accounts would share one, the later gets more digits. */
export const accountPseudonyms = (key: string | Uint8Array): AccountPseudonyms => {
	const byAccount = new Map<string, string>();
	const byPseudonym = new Map<string, string>();
	const make = (account: string): string => {
		const digits = createHmac('sha256', key).update(`account\n${account}`).digest('hex');
		let length = shortest;
		while (byPseudonym.has(`E-${digits.slice(0, length)}`)) {
			length++;
		}

		return `E-${digits.slice(0, length)}`;
	};

	const of = (account: string): string => {
		const known = byAccount.get(account);
		if (known !== undefined) {
			return known;
		}

		const made = make(account);
		byAccount.set(account, made);
		byPseudonym.set(made, account);
		return made;
	};

	const account = (pseudonym: string): string | undefined => byPseudonym.get(pseudonym);
	return {
		of,
		account,
		among(accounts) {
			const all = accountPseudonyms(key);
			for (const each of accounts.toSorted((a, b) => a < b ? -1 : Number(a > b))) {
				all.of(each);
			}

			// What was called by a pseudonym before is still found behind it.
			return {...all, account: pseudonym => all.account(pseudonym) ?? account(pseudonym)};
		},
	};
};
