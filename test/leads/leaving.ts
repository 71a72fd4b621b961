import test from 'ava';
import {measures, unusualAccounts, type AccountDays, type Measure} from '../../source/leads/behaviour.ts';
import {customersWithin, leavingStandings, type LeavingAsk} from '../../source/leads/leaving.ts';
import type {Reach} from '../../source/leads/reach.ts';
import {makeDice, type Dice} from '../helpers/world-dice.ts';
import {worldSeeds} from '../helpers/world-seeds.ts';

/** One event: who, on which day, whom it reached, and whether it was denied. */
type Row = {readonly account: number; readonly day: number; readonly customer?: number; readonly denied: boolean};
type World = {readonly rows: readonly Row[]; readonly teams: readonly number[]; readonly leaving: ReadonlyArray<number | undefined>; readonly days: number; readonly customers: number};

const makeAccount = (dice: Dice, account: number, {days, customers, leaving}: {readonly days: number; readonly customers: number; readonly leaving: number | undefined}): readonly Row[] => {
	const begins = dice.chance(0.3) ? dice.between(0, days - 1) : 0;
	const harvests = dice.chance(0.6);
	return Array.from({length: days - begins}, (_, at) => begins + at).flatMap(day => {
		if (dice.chance(0.4) || (leaving !== undefined && day > leaving && !dice.chance(0.1))) {
			return [];
		}

		const isLate = leaving !== undefined && harvests && day > leaving - 20 && day <= leaving;
		return Array.from({length: dice.between(1, isLate ? 25 : 3)}, (): Row => {
			const denied = dice.chance(0.1);
			return {account, day, denied, ...(denied || dice.chance(0.1) ? {} : {customer: dice.between(0, isLate ? customers - 1 : 14)})};
		});
	});
};

const makeWorld = (seed: number): World => {
	const dice = makeDice(seed);
	const [accounts, days, customers] = [dice.between(1, 9), dice.between(20, 150), 200];
	const leaving = Array.from({length: accounts}, () => dice.chance(0.5) ? dice.between(-10, days + 40) : undefined);
	return {
		days, customers, leaving, teams: leaving.map(() => dice.between(0, 2)),
		rows: leaving.flatMap((day, account) => makeAccount(dice, account, {days, customers, leaving: day})),
	};
};

const distinct = (values: readonly number[]): readonly number[] => [...new Set(values)].toSorted((a, b) => a - b);

/** What the program makes of the rows before it comes here. */
const askOf = ({rows, teams, leaving, days, customers}: World): LeavingAsk => ({
	leaving, days, customers,
	accounts: teams.map((team, account): AccountDays => {
		const own = rows.filter(row => row.account === account);
		const on = distinct(own.map(({day}) => day));
		const count = (counts: (row: Row) => boolean): readonly number[] => on.map(day => own.filter(row => row.day === day && counts(row)).length);
		const values = Object.fromEntries(measures.map(measure => [measure, on.map(() => 0)])) as unknown as Record<Measure, readonly number[]>;
		return {days: on, team, events: count(({denied}) => !denied), reasoned: on.map(() => 0), values: {...values, denied: count(({denied}) => denied)}};
	}),
	reaches: teams.map((_, account): Reach => {
		const own = rows.filter(row => row.account === account && row.customer !== undefined);
		const pairs = distinct(own.map(({day, customer}) => day * customers + customer!));
		return {customers: Uint32Array.from(pairs, pair => pair % customers), days: Uint16Array.from(pairs, pair => Math.floor(pair / customers))};
	}),
});

/** The same by nothing but the words of docs/leads.md: over rows, with sets. */
const plainly = ({rows, teams, leaving, days}: World) => {
	const own = (account: number): readonly Row[] => rows.filter(row => row.account === account);
	const reached = (account: number, from: number, to: number): number => new Set(own(account).filter(({day}) => day >= from && day <= to).flatMap(({customer}) => customer ?? [])).size;
	const middle = (values: readonly number[]): number => {
		const sorted = values.toSorted((a, b) => a - b);
		return (sorted[Math.ceil(sorted.length / 2) - 1]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
	};
	const distance = (value: number, usual: readonly number[]): number => {
		const center = Math.log(1 + middle(usual));
		return (Math.log(1 + value) - center) / Math.max(0.25, 1.4826 * middle(usual.map(each => Math.abs(Math.log(1 + each) - center))));
	};
	const usual = (account: number): readonly number[] => {
		const active = own(account).map(({day}) => day);
		const [first, last] = [Math.min(...active), Math.max(...active)];
		return Array.from({length: days}, (_, to) => to).filter(to => to - 29 >= first && to <= last && (leaving[account] === undefined || to < leaving[account] - 29)).map(to => reached(account, to - 29, to));
	};

	return leaving.flatMap((left, account) => {
		if (left === undefined) {
			return [];
		}

		const members = teams.flatMap((team, member) => team === teams[account] ? [member] : []);
		const team = (members.length < 3 ? teams.map((_, member) => member) : members).flatMap(member => usual(member));
		const before = usual(account).length < 8 ? team : usual(account);
		const value = reached(account, left - 29, left);
		const far = Math.min(distance(value, before), distance(value, team));
		const after = own(account).filter(({day}) => day > left);
		return [
			...(left >= 0 && left - 29 < days && team.length > 0 && value >= 10 && far >= 3.5 ? [{account, measure: 'beforeLeaving', value, usual: middle(before), team: middle(team)}] : []),
			...(after.length > 0 ? [{account, measure: 'afterLeaving', events: after.length, denied: after.filter(({denied}) => denied).length, customers: new Set(after.flatMap(({customer}) => customer ?? [])).size, last: Math.max(...after.map(({day}) => day))}] : []),
		];
	});
};

test('what stands out of those who left is what a plain reading of the rows says, over random worlds', t => {
	const found = worldSeeds(150).flatMap(seed => {
		const world = makeWorld(seed);
		const standings = [...leavingStandings(askOf(world))].flatMap(([account, each]) => each.map(({finding}) => ({account, finding})));
		t.deepEqual(standings.map(({account, finding}) => {
			if (finding.measure === 'afterLeaving') {
				const {measure, events, denied, customers, to: last} = finding;
				return {account, measure, events, denied, customers, last};
			}

			const {measure, value, usual, team} = finding as Exclude<typeof finding, {readonly measure: Measure}>;
			return {account, measure, value, usual, team};
		}), plainly(world), `WHOSAW_WORLD=${seed}`);
		return standings;
	});
	t.true(new Set(found.map(({finding}) => finding.measure)).size === 2 || found.length < 10, 'both kinds were met');
});

test('distinct customers of each stretch of thirty days are counted in one go, and the room is given back clean', t => {
	const {reaches, days, customers} = askOf(makeWorld(7));
	const last = new Int32Array(customers).fill(-1);
	for (const reach of reaches) {
		const counted = [...customersWithin(reach, days, last)];
		t.deepEqual(counted, counted.map((_, to) => new Set(reach.customers.filter((_customer, place) => reach.days[place]! > to - 30 && reach.days[place]! <= to)).size));
		t.true(last.every(each => each === -1));
	}
});

/** An account that reaches the same three customers every day, and a harvest in the last days. */
const leaver = (left: number | undefined, harvest: readonly number[] = []): World => ({
	days: 120, customers: 200, teams: [0, 0, 0], leaving: [left, undefined, undefined],
	rows: [0, 1, 2].flatMap(account => Array.from({length: 120}, (_, day) => day).flatMap(day => [0, 1, 2].map((customer): Row => ({account, day, customer, denied: false}))))
		.concat(harvest.flatMap(day => Array.from({length: 50}, (_, at): Row => ({account: 0, day, customer: 20 + at, denied: false})))),
});

const findingsOf = (world: World): ReadonlyArray<Readonly<Record<string, unknown>>> => [...leavingStandings(askOf(world)).get(0) ?? []].map(({finding}) => finding);

test('leaving is told apart inside the data, before it and after it', t => {
	const [before, after, ...none] = findingsOf(leaver(100, [75]));
	t.deepEqual(none, []);
	t.like(before!, {measure: 'beforeLeaving', leaving: 100, from: 71, to: 100, value: 53, usual: 3, team: 3});
	t.like(after!, {measure: 'afterLeaving', leaving: 100, from: 101, to: 119, events: 57, customers: 3, denied: 0});
	// On the first day of the stretch, and on the day before it.
	t.is(findingsOf(leaver(100, [71])).length, 2);
	t.is(findingsOf(leaver(100, [70])).length, 1);
	// The stretch goes on behind the data, or all of it lies there.
	const [cut, ...rest] = findingsOf(leaver(139, [112]));
	t.deepEqual(rest, []);
	t.like(cut!, {from: 110, to: 119, value: 53});
	t.deepEqual(findingsOf(leaver(149, [119])), []);
	// Before the data everything is after leaving.
	t.deepEqual(findingsOf(leaver(-5, [75])).map(({measure, from, events}) => [measure, from, events]), [['afterLeaving', 0, 410]]);
	t.deepEqual(findingsOf(leaver(119)), [], 'a day of leaving alone is no finding');
	t.deepEqual(findingsOf(leaver(undefined, [75])), []);
});

test('what stands out of those who left is sorted among the days, and its events are counted with theirs', async t => {
	const {accounts, ...ask} = askOf(leaver(100, [75]));
	const [found, ...others] = await unusualAccounts(accounts, true, {leaving: leavingStandings({accounts, ...ask})});
	t.deepEqual(others, []);
	t.is(found!.account, 0);
	t.deepEqual(found!.findings.map(({measure}) => measure), ['afterLeaving', 'beforeLeaving']);
	t.is(found!.events, (30 * 3) + 50 + 57);
	t.is(found!.state, 'unexplained');
});
