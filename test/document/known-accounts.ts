import process from 'node:process';
import test from 'ava';
import {hidingOf} from '../../source/document/known-accounts.ts';
import {cpuTime} from '../helpers/cpu-time.ts';

const accounts = [
	{account: 'E0042', names: ['Jo Rivera', 'jrivera42', 'jo.rivera@example.com']},
	{account: 'svc-crm-sync', names: ['CRM synchronisation']},
	{account: '7', names: ['Ada Okafor']},
];
const hide = await hidingOf(accounts, account => `<${account}>`, async () => undefined);

test('an account is hidden by everything it is called by, in any case and order of its name', t => {
	t.is(hide('E0042, jRivera42, Jo Rivera; RIVERA, JO <jo.rivera@example.com>'), '<E0042>, <E0042>, <E0042>; <E0042> <<E0042>>');
	t.is(hide('/jobs/svc-crm-sync/log?of=Ada%20Okafor by Okafor Ada'), '/jobs/<svc-crm-sync>/log?of=Ada%20Okafor by <7>');
});

test('what only looks like one stays as it is: a longer word, a part of a name, a small number', t => {
	t.is(hide('E00421 XE0042 crm-sync Jo rang 7 times about Rivera Street'), 'E00421 XE0042 crm-sync Jo rang 7 times about Rivera Street');
	t.is(hide(''), '');
});

test('thousands of accounts give the keys their turn, and the longest of several names wins', async t => {
	let turns = 0;
	const many = Array.from({length: 2000}, (_, index) => ({account: `E${index}`, names: [`Jo Rivera ${index}`, 'Jo Rivera']}));
	const hideMany = await hidingOf(many, account => `<${account}>`, async () => {
		turns++;
	});
	t.is(turns, 4);
	t.is(hideMany('Jo Rivera 17 and E1999'), '<E17> and <E1999>');
	t.is(hideMany('one Jo Rivera or another'), 'one ••• or another');
});

test('twenty thousand accounts that begin with one word are learnt and found in no time to speak of', async t => {
	const many = Array.from({length: 20_000}, (_, index) => ({account: `user.${index}`, names: [`user.${index}@example.com`]}));
	const before = process.cpuUsage();
	const hideMany = await hidingOf(many, account => `<${account}>`, async () => undefined);
	const {user, system} = process.cpuUsage(before);
	t.true((user + system) / 1000 < 2000);
	t.true(cpuTime(() => {
		for (let row = 0; row < 1000; row++) {
			t.is(hideMany(`asked by user.${row}@example.com for the user of user.`), `asked by <user.${row}> for the user of user.`);
		}
	}) < 2000);
});
