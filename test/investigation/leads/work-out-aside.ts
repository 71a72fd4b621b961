import test from 'ava';
import {CancelledError} from '../../../source/errors.ts';
import {workOut, type LeadWork} from '../../../source/investigation/leads/work-out.ts';
import {workOutAside} from '../../../source/investigation/leads/work-out-aside.ts';

/** Numbers that look like chance and are the same each time. */
const dice = (seed: number) => (sides: number): number => {
	seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
	return Math.floor(seed / 2 ** 32 * sides);
};

/** Twenty accounts; one of them reached all who are listed. */
const workOf = (accesses: number): LeadWork => {
	const roll = dice(7);
	const columns = {account: new Uint32Array(accesses), customer: new Uint32Array(accesses), day: new Uint16Array(accesses), system: new Uint16Array(accesses), job: new Uint16Array(accesses)};
	const events = {account: new Uint32Array(accesses), bout: new Uint32Array(accesses), marks: new Uint8Array(accesses)};
	for (let row = 0; row < accesses; row++) {
		const isListed = row < 200;
		columns.account[row] = isListed ? 3 : roll(20);
		events.account[row] = columns.account[row]!;
		columns.customer[row] = isListed ? row : roll(5000);
		columns.day[row] = roll(60);
		columns.system[row] = roll(3);
		columns.job[row] = 1;
		events.bout[row] = columns.day[row]! * 144 + roll(144);
		events.marks[row] = roll(8);
	}

	const rows = {
		accounts: Array.from({length: 20}, (_, place) => ({id: `E${place}`, team: `team ${place % 4}`})), customers: 5000, markets: ['GB', 'DE'], market: Uint16Array.from({length: 5000}, () => roll(2)),
		leaked: Uint32Array.from({length: 200}, (_, place) => place), systems: ['crm', 'erp'], jobs: ['list of all'], firstDay: 18_000, days: 60,
	};
	return {rows, columns, events, shared: new Set([5])};
};

const here = async (accesses: number) => workOut(workOf(accesses), async () => undefined);

test('a thread of its own works out what is worked out here', async t => {
	const steps: string[] = [];
	const found = await workOutAside(workOf(20_000), {onStep(text) {
		steps.push(text);
	}});
	t.deepEqual(found, await here(20_000));
	t.is(found.ranked?.accounts[0]?.account, 3);
	t.true(steps.includes('ranking') && steps.includes('comparing days'));
});

test('a few accesses need no thread, and where no list is ranked only the days are compared', async t => {
	const {ranked, ...days} = await here(400);
	t.truthy(ranked);
	t.deepEqual(await workOutAside({...workOf(400), shared: undefined}, {onStep() {/* nobody looks */}}), days);
});

test('what is not wanted any more ends', async t => {
	const stop = new AbortController();
	const found = workOutAside(workOf(100_000), {signal: stop.signal, onStep() {/* nobody looks */}});
	stop.abort();
	await t.throwsAsync(found, {instanceOf: CancelledError});
});
