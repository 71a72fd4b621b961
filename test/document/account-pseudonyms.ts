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
