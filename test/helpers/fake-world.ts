import type {EventRow} from '../../source/records/answer.ts';
import type {Source} from '../../source/records/source.ts';

/** A small invented world for tests of the screen: nobody in it exists, and the same seed gives the same events. */
export type FakeWorld = {
	readonly events: readonly EventRow[];
	readonly countries: ReadonlyMap<string, string>;
	readonly sources: readonly Source[];
};

const names = ['Jo Rivera', 'Ada Okafor', 'Sam Lindqvist', 'Mina Takahashi', 'Lea Moreau', 'Omar Haddad', 'Ivy Castellanos', 'Tom Birch', 'Nia Mwangi', 'Eli Novak', 'Zoe Marchetti', 'Raj Pillai'];
const activities = ['read', 'read', 'read', 'search', 'export', 'list', 'update'];
const dataTypes = ['email', 'phone', 'address', 'order_history', 'name', 'payment_card'];
const systems = ['crm', 'shop-admin', 'helpdesk'];
const reasons = [undefined, undefined, 'ticket 20418', 'refund request', 'callback asked for'];

const randomFrom = (seed: number) => {
	let state = seed;
	return (below: number): number => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return Math.floor((state / 4_294_967_296) * below);
	};
};

const id = (letter: string, number: number): string => `${letter}${String(number).padStart(4, '0')}`;
const first = Date.UTC(2020, 7, 1) * 1000;
const span = 91 * 86_400;

const randomEvent = (random: (below: number) => number, row: number, count: number): EventRow => {
	const number = random(names.length);
	const share = row / count;
	const at = first + Math.floor(span * (share + 0.012 * Math.sin(share * 26 * Math.PI))) * 1_000_000;
	const leak = number === 0 && random(2) === 0;
	const activity = leak ? 'export' : activities[random(activities.length)]!;
	const scope = activity === 'export' && random(40) === 0 ? 'counted' : 'listed';
	const reason = leak ? undefined : reasons[random(reasons.length)];
	return {
		id: `ev${String(row).padStart(8, '0')}`, row, at,
		employee: id('E', number * 7 + 42), employeeName: names[number]!,
		activity, action: `${activity}_customer`,
		customers: scope === 'counted' ? [] : [id('C', 1000 + random(700))],
		customerScope: scope,
		...(scope === 'counted' ? {recordCount: 500} : {}),
		dataTypes: leak ? ['email'] : [dataTypes[random(dataTypes.length)]!],
		dataTypeBasis: 'logged',
		system: systems[random(systems.length)]!,
		resource: `/customers/${random(700)}/profile`,
		ip: `10.4.${random(4)}.${random(250) + 1}`,
		...(reason === undefined ? {} : {reason}),
		outcome: random(50) === 0 ? 'denied' : 'success',
		source: 'crm.csv', record: row + 1,
	};
};

const source = (path: string, kept: number): Source => ({
	path, format: 'table', why: 'comma separated, with a header', sha256: 'a3'.repeat(32), bytes: kept * 120,
	records: {read: kept + 4, kept, duplicate: 1, rejected: 3},
	mapping: {time: 'when', employee: 'user', customer: 'customer_id', 'data-type': 'fields'},
	possibleDuplicates: 0, incomplete: false, firstAt: first, lastAt: first + span * 1_000_000,
	timezone: {name: 'UTC', assumed: true}, ambiguousTimes: 0, unmatched: [], conflicts: 0,
	rejections: [{reason: 'time not understood: "31/31/2020"', records: 2, first: {record: 17, byte: 2044}}, {reason: '4 cells where 10 are expected', records: 1, first: {record: 90, byte: 10_800}}],
});

/** Builds a world of so many events, evenly spread over August to October 2020. */
export const fakeWorld = (count = 4000, seed = 7): FakeWorld => {
	const random = randomFrom(seed);
	const events = Array.from({length: count}, (_, row) => randomEvent(random, row, count));
	const countries = new Map<string, string>();
	for (let number = 1000; number < 1700; number++) {
		countries.set(id('C', number), ['GB', 'CA', 'US', 'IE'][number % 4]!);
	}

	return {events, countries, sources: [source('crm.csv', count)]};
};
