import test from 'ava';
import type {LeadNumbers} from '../../../source/investigation/leads/ask-numbers.ts';
import {workOut, type LeadWork} from '../../../source/investigation/leads/work-out.ts';

/** Numbers that look like chance and are the same each time. */
const dice = (seed: number) => (sides: number): number => {
	seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
	return Math.floor(seed / 2 ** 32 * sides);
};

const customers = 3000;
const accesses = 12_000;
const reached = (from: number, count: number): Uint32Array => Uint32Array.from({length: count}, (_, place) => from + place);

/** Thirty accounts; 3 alone reached the first hundred customers within days, 8 the next sixty. */
const workOf = (lists: readonly Uint32Array[]): LeadWork => {
	const roll = dice(11);
	const columns: LeadNumbers['columns'] = {account: new Uint32Array(accesses), customer: new Uint32Array(accesses), day: new Uint16Array(accesses), system: new Uint16Array(accesses), job: new Uint16Array(accesses)};
	for (let row = 0; row < accesses; row++) {
		const by = row < 100 ? 3 : (row < 160 ? 8 : roll(30));
		columns.account[row] = by;
		columns.customer[row] = row < 160 ? row : roll(customers);
		columns.day[row] = row < 160 ? 20 + roll(3) : roll(90);
		columns.system[row] = roll(2);
		columns.job[row] = 1;
	}

	const events = {account: columns.account.slice(), bout: Uint32Array.from(columns.day, day => day * 144 + 60), marks: new Uint8Array(accesses)};
	const leaked = Uint32Array.from([...new Set(lists.flatMap(list => [...list]))].toSorted((a, b) => a - b));
	const rows = {
		accounts: Array.from({length: 30}, (_, place) => ({id: `E${place}`, team: `team ${place % 5}`})), customers, markets: ['GB', 'DE', 'FR'], market: Uint16Array.from({length: customers}, () => roll(3)),
		leaked, systems: ['crm', 'erp'], jobs: ['list of all'], firstDay: 18_000, days: 90,
	};
	return {rows, columns, events, shared: new Set([5]), ...(lists.length > 1 ? {lists} : {})};
};

const nobodyLooks = async (): Promise<void> => undefined;

const reports = reached(0, 40);
const dump = reached(100, 50);
const strangers = Uint32Array.from({length: 30}, (_, place) => 400 + place * 80);

test('what is said without a list is what is said where that list was never given', async t => {
	for (const lists of [[reports, dump], [reports, dump, strangers], [reports, reports.slice(0, 10), strangers], [dump, reached(100, 2)]]) {
		const {without} = await workOut(workOf(lists), nobodyLooks);
		t.is(without?.length, lists.length);
		for (const [index, found] of without!.entries()) {
			const rest = lists.filter((_, place) => place !== index);
			const {ranked, without: alone} = await workOut(workOf(rest), nobodyLooks);
			t.is(found.verdict, ranked?.verdict ?? 'too-few');
			t.is(found.first, ranked?.accounts[0]?.account);
			t.is(found.left, new Set(rest.flatMap(list => [...list])).size);
			t.is(found.only, [...lists[index]!].filter(customer => !rest.some(list => list.includes(customer))).length);
			t.is(alone?.length, rest.length > 1 ? rest.length : undefined);
		}
	}
});

test('where each list has an account of its own, another account is first without it', async t => {
	const {ranked, without} = await workOut(workOf([reports, dump]), nobodyLooks);
	t.deepEqual(ranked!.accounts.slice(0, 2).map(({account}) => account).toSorted((a, b) => a - b), [3, 8]);
	t.deepEqual(without!.map(({first}) => first), [8, 3]);
});

test('a list that holds nearly all customers cannot be ranked, and what is left without it can', async t => {
	const {ranked, without} = await workOut(workOf([reports, reached(0, 2000)]), nobodyLooks);
	t.is(ranked, undefined);
	t.deepEqual(without!.map(({verdict, first, only, left}) => ({verdict, first, only, left})), [
		{verdict: 'nobody', first: undefined, only: 0, left: 2000}, {verdict: 'separable', first: 3, only: 1960, left: 40},
	]);
});
