import test from 'ava';
import fc from 'fast-check';
import {makeWorld} from '../../benchmark/leads/world.ts';
import {penaltyOf} from '../../source/leads/atom-table.ts';
import {atomsOf} from '../../source/leads/atoms.ts';
import {backgroundOf} from '../../source/leads/background.ts';
import {explainList} from '../../source/leads/explain-list.ts';
import {fitMixture} from '../../source/leads/mixture.ts';
import type {LeakQuestion} from '../../source/leads/reach.ts';
import {rankLeads} from '../../source/leads/verdict.ts';

const nobody: ReadonlySet<number> = new Set();

test('two insiders are found above all others, with their windows, and called separable', async t => {
	const {question, insiders} = makeWorld({seed: 12, kind: 'insiders', insiders: 2, reported: 0.1, noise: 0.2});
	const {verdict, accounts, unexplained} = await rankLeads(question, nobody);
	t.is(verdict, 'separable');
	t.deepEqual(accounts.slice(0, 2).map(({account}) => account).toSorted(), insiders.map(({account}) => account).toSorted());
	for (const {account, window} of accounts.slice(0, 2)) {
		const insider = insiders.find(each => each.account === account)!;
		t.true(window === undefined || (window.from <= insider.to && window.to >= insider.from));
	}

	t.true(unexplained > 0.1 && unexplained < 0.5);
});

test('net evidence is what each adds to the likelihood of the whole, all shares fitted again, less what it costs', async t => {
	const {question} = makeWorld({seed: 12, kind: 'insiders', insiders: 4, reported: 0.2, noise: 0.2});
	const {found} = await explainList(question);
	t.true(found.length >= 4);
	const background = backgroundOf(question).likelihoods;
	const logarithms = Array.from({length: found.length + 1}, (_, chosen) => fitMixture(background, found.slice(0, chosen)).logarithm);
	for (const [index, {holder, window, netEvidence}] of found.entries()) {
		t.true(Math.abs(logarithms[index + 1]! - logarithms[index]! - penaltyOf(question, holder, window) - netEvidence) < 0.001);
	}
});

test('a list of chance, of one market or of one queue makes nobody separable', async t => {
	for (const kind of ['uniform', 'one-market', 'one-queue'] as const) {
		const {question} = makeWorld({seed: 5, kind});
		t.false((await rankLeads(question, nobody)).accounts.some(({separable}) => separable), kind);
	}
});

test('under three listed customers nothing is said, and a shared account stands for no person', async t => {
	const {question, insiders} = makeWorld({seed: 12, kind: 'insiders', insiders: 1, reported: 0.2, noise: 0});
	t.is((await rankLeads({...question, leaked: question.leaked.slice(0, 2)}, nobody)).verdict, 'too-few');
	const {verdict, accounts} = await rankLeads(question, new Set([insiders[0]!.account]));
	t.is(accounts[0]!.account, insiders[0]!.account);
	t.false(accounts[0]!.separable);
	t.is(verdict, 'inseparable');
});

test('an account is not separable from its team where the team is as consistent', async t => {
	const {question} = makeWorld({seed: 12, kind: 'insiders', insiders: 1, reported: 0.2, noise: 0});
	// The team gives away everything that it alone touched.
	const [team] = question.groups;
	const leaked = Uint32Array.from(new Set(team!.reach().customers)).filter((_, index) => index % 40 === 0);
	const {verdict, accounts, groups} = await rankLeads({...question, leaked}, nobody);
	t.true(groups.some(({group}) => group === 0));
	t.false(accounts.some(({separable, account}) => separable && team!.members.has(account)));
	t.not(verdict, 'separable');
});

test('every other account with half of the same listed customers is told, however many', async t => {
	const reach = (customers: readonly number[]): LeakQuestion['accounts'][number] => ({customers: Uint32Array.from(customers), days: new Uint16Array(customers.length)});
	const listed = [0, 1, 2, 3, 4, 5, 6, 7];
	// One with these alone; nine that reached them among hundreds, one that reached three of them.
	const accounts = [reach(listed), ...Array.from({length: 9}, () => reach([...listed.slice(2), ...Array.from({length: 400}, (_, index) => 20 + index)])), reach([0, 1, 2, 500])];
	const {accounts: [first]} = await rankLeads({accounts, groups: [], customers: 1000, markets: new Uint16Array(1000), leaked: Uint32Array.from(listed), days: 1}, nobody);
	t.is(first!.account, 0);
	t.deepEqual(first!.alsoConsistent, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('the work can be stopped', async t => {
	const {question} = makeWorld({seed: 12, kind: 'uniform'});
	await t.throwsAsync(rankLeads(question, nobody, async () => {
		throw new Error('stopped');
	}), {message: 'stopped'});
});

test('what stands in each window is what a naive count finds', async t => {
	// Some days with all windows of a few lengths, and so many that customers come back after the longest one.
	const spans = fc.constantFrom(20, 200).chain(days => fc.tuple(fc.constant(days), fc.array(fc.array(fc.record({customer: fc.nat(19), day: fc.nat(days - 1)}), {maxLength: 60}), {minLength: 1, maxLength: 3})));
	await fc.assert(fc.asyncProperty(spans, fc.uniqueArray(fc.nat(19), {minLength: 3, maxLength: 8}), async ([days, lists], leaked) => {
		const sorted = lists.map(list => list.toSorted((a, b) => a.day - b.day));
		const question: LeakQuestion = {
			accounts: sorted.map(list => ({customers: Uint32Array.from(list, ({customer}) => customer), days: Uint16Array.from(list, ({day}) => day)})),
			groups: [], customers: 20, markets: new Uint16Array(20), leaked: Uint32Array.from(leaked), days,
		};
		const atoms = await atomsOf(question, async () => undefined);
		for (let index = 0; index < atoms.length; index++) {
			const {holder, window, component, penalty} = atoms.at(index);
			const inside = sorted[holder.index]!.filter(({day}) => window === undefined || (day >= window.from && day <= window.to));
			const held = new Set(inside.map(({customer}) => customer));
			t.is(component.size, held.size);
			t.deepEqual([...component.listed].toSorted((a, b) => a - b), leaked.flatMap((customer, place) => held.has(customer) ? [place] : []));
			t.is(penalty, penaltyOf(question, holder, window));
		}
	}), {numRuns: 60});
});
