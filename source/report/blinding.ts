import {randomBytes} from 'node:crypto';
import {setImmediate as turn} from 'node:timers/promises';
import {accountPseudonyms} from '../document/account-pseudonyms.ts';
import {hidingOf, unseen, type HideAccounts} from '../document/known-accounts.ts';
import type {Investigation, KnownAccount} from '../investigation/investigation.ts';
import type {Call} from './call.ts';
import {maskingOf} from './masking.ts';
import {warn} from './notices.ts';
import type {Pseudonyms} from './pseudonyms.ts';

/** The key of all pseudonyms of a run, where nobody gave one: accounts and people are called by the same chance. */
const chanceOf = (): (() => Uint8Array) => {
	const chance = randomBytes(32);
	return () => chance;
};

type Blinding = {readonly accounts: readonly KnownAccount[]; readonly of: (account: string) => string; readonly hide: HideAccounts};

/** An account may be meant by its login, its address or its name: it has one pseudonym. */
const accountCalled = ({accounts, of}: Blinding): ((value: string) => string) => {
	const ids = new Set(accounts.map(({account}) => account));
	const byName = new Map<string, string | undefined>();
	for (const {account, names} of accounts) {
		for (const name of names.map(each => each.toLowerCase())) {
			byName.set(name, byName.has(name) && byName.get(name) !== account ? undefined : account);
		}
	}

	return value => of(ids.has(value) ? value : byName.get(value.toLowerCase()) ?? value);
};

/** Whatever masks people hides accounts, too: in their columns, and as words of every text. What a sentence quotes from a record names nobody knows whom. */
export const blindPseudonyms = (by: Pseudonyms, blinding: Blinding): Pseudonyms => {
	const {hide} = blinding;
	return {
		...by, account: accountCalled(blinding), accountName: () => undefined, shown: hide, text: value => by.text(hide(value)),
		quoting: value => by.text(hide(value.replaceAll(/"[^"]*"?|“[^”]*”?/gu, unseen))), written: value => value === '' ? '' : unseen,
	};
};

/** Where the accounts cannot be known, no text is shown that could name one. */
const knowingNobody = (by: Pseudonyms): Pseudonyms => {
	const nothing = (value: string): string => value === '' ? '' : unseen;
	return {...by, account: nothing, accountName: () => undefined, shown: nothing, text: nothing, quoting: nothing, written: nothing};
};

/** The accounts that texts may name; undefined where they cannot be known. */
export type Named = Pick<Investigation, 'accounts'> | undefined;

export type PseudonymsOf = (named: Named) => Promise<Pseudonyms>;

/** A setting hides accounts in what scripts read, too: that is said, and how to see them. */
const saySetting = (call: Call): void => {
	if (!call.flags.said('blind') && !call.environment['WHOSAW_BLIND']) {
		warn(call, 'accounts are called by pseudonyms, as the setting blind says (WHOSAW_BLIND=off shows them)');
	}
};

const make = (call: Call, ofCase: string | undefined): PseudonymsOf | undefined => {
	const chance = chanceOf();
	const masking = maskingOf(call, {random: chance, ofCase});
	if (!masking || !call.flags.on('blind')) {
		return masking && (async () => masking);
	}

	saySetting(call);
	const key = call.environment['WHOSAW_MASK_KEY'] || ofCase || chance();
	let made: Promise<Pseudonyms> | undefined;
	const knowing = async (investigation: NonNullable<Named>): Promise<Pseudonyms> => {
		const accounts = await investigation.accounts(call.signal);
		const {of} = accountPseudonyms(key).among(accounts.map(({account}) => account));
		return blindPseudonyms(masking, {accounts, of, hide: await hidingOf(accounts, of, async () => turn())});
	};

	return async named => {
		if (!named) {
			return knowingNobody(masking);
		}

		made ??= knowing(named);
		return made;
	};
};

/** Of one run: whatever it prints calls an account the same. */
const known = new WeakMap<Call, PseudonymsOf | undefined>();

/** With --mask people by pseudonyms, with --blind accounts as well. Whom texts may name is known once the exports are loaded. */
export const pseudonymsFor = (call: Call, ofCase = call.opened?.maskKey): PseudonymsOf | undefined => {
	if (!known.has(call)) {
		known.set(call, make(call, ofCase));
	}

	return known.get(call);
};
