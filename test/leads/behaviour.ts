import test from 'ava';
import {measures, unusualAccounts, type AccountDays, type Measure} from '../../source/leads/behaviour.ts';

const account = (customers: readonly number[], {team = 0, reasoned = 1}: {readonly team?: number; readonly reasoned?: number} = {}): AccountDays => ({
	days: customers.map((_, day) => day), events: customers, reasoned: customers.map(count => count * reasoned), team,
	values: Object.fromEntries(measures.map(measure => [measure, measure === 'customers' ? customers : customers.map(() => 0)])) as Readonly<Record<Measure, readonly number[]>>,
});

const calm = Array.from({length: 20}, (_, day) => 28 + day % 5);

test('a day far from the own days and from those of the team is found, with the numbers beside it', async t => {
	const [found, ...others] = await unusualAccounts([account(calm), account([...calm, 412]), account(calm)], true);
	t.deepEqual(others, []);
	t.is(found!.account, 1);
	const [finding] = found!.findings;
	t.like(finding!, {measure: 'customers', day: 20, value: 412, usual: 30, team: 30, others: 0});
});

test('what an account always does is not unusual', async t => {
	const busy = calm.map(count => count * 10);
	t.deepEqual(await unusualAccounts([account(calm), account(calm), account(busy)], true), []);
});

test('the state says what the logs say of reasons, and no more', async t => {
	const state = async (reasoned: number, hasReasons = true) => (await unusualAccounts([account(calm), account([...calm, 412], {reasoned}), account(calm)], hasReasons))[0]!.state;
	t.is(await state(1), 'explained');
	t.is(await state(0), 'unexplained');
	t.is(await state(0.7), 'unusual');
	t.is(await state(0, false), 'unusual');
});

test('days on which all was denied are explained by nobody', async t => {
	const denied = (count: number): AccountDays => {
		const days = account(calm.map(() => 0));
		return {...days, values: {...days.values, denied: calm.map((_, day) => day === 19 ? count : 0)}};
	};
	const [found] = await unusualAccounts([denied(0), denied(40), denied(0)], true);
	t.like(found!, {account: 1, state: 'unusual', events: 0});
});
