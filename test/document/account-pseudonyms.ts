import test from 'ava';
import {accountPseudonyms} from '../../source/document/account-pseudonyms.ts';

test('an account has one pseudonym that leads back to it, and another key gives another', t => {
	const {of, account} = accountPseudonyms('one key');
	t.regex(of('E0042'), /^E-[\da-f]{4}$/);
	t.is(of('E0042'), of('E0042'));
	t.is(account(of('E0042')), 'E0042');
	t.is(account('E-0000000'), undefined);
	t.not(accountPseudonyms('another key').of('E0042'), of('E0042'));
});

test('no two accounts share a pseudonym, however many there are', t => {
	const {of} = accountPseudonyms('one key');
	const names = Array.from({length: 3000}, (_, index) => of(`E${index}`));
	t.is(new Set(names).size, 3000);
	t.true(names.some(name => name.length > 6));
});

test('once all accounts are known, each is called the same, whichever was met first; what was said before still leads back', t => {
	const accounts = Array.from({length: 3000}, (_, index) => `E${index}`);
	const [early, late] = [accountPseudonyms('one key'), accountPseudonyms('one key')];
	for (const account of accounts.toReversed()) {
		late.of(account);
	}

	const [a, b] = [early.among(accounts), late.among(accounts.toReversed())];
	t.deepEqual(accounts.map(account => a.of(account)), accounts.map(account => b.of(account)));
	const pattern = late.of('E00*');
	t.is(late.among(accounts).account(pattern), 'E00*');
});
