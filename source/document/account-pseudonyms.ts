import {createHmac} from 'node:crypto';

/** Replaces accounts by names that say nothing of them, `E-7f3a`, and finds the account behind such a name again. */
export type AccountPseudonyms = {
	readonly of: (account: string) => string;
	readonly account: (pseudonym: string) => string | undefined;
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

	return {
		of(account) {
			const known = byAccount.get(account);
			if (known !== undefined) {
				return known;
			}

			const made = make(account);
			byAccount.set(account, made);
			byPseudonym.set(made, account);
			return made;
		},
		account: pseudonym => byPseudonym.get(pseudonym),
	};
};
