import test, {type ExecutionContext} from 'ava';
import {everything, type Filter} from '../../../source/filter/filter.ts';
import {parseFilter} from '../../../source/filter/parse.ts';
import {openInvestigation} from '../../../source/investigation/open-investigation.ts';
import type {FacetField, Investigation} from '../../../source/investigation/investigation.ts';
import {makeDice, type Dice} from '../../helpers/world-dice.ts';
import {worldSeeds} from '../../helpers/world-seeds.ts';
import {folderOf} from './_exports.ts';

/*
A list behind an export says what the record would have said: the load with it comes to what the load of an export comes to in which the record names these
customers itself. Only the marks differ, and the hash of the export.
*/

type Event = {readonly at: string; readonly employee: string; readonly customers: readonly string[]; readonly activity: string; readonly count: number | undefined; readonly reason: string; readonly outcome: string; readonly isListed: boolean};

const directory = ['customer_id,email,country', ...Array.from({length: 20}, (_, n) => `C${n},c${n}@example.com,${['IE', 'GB', 'FR', 'DE'][n % 4]!}`)].join('\n');
const tickets = ['id,customer,account,opened', ...Array.from({length: 6}, (_, n) => `T${n},C${n},E${n % 3},2020-10-01T00:00:00Z`)].join('\n');
const presence = 'employee,from,to,kind\nE0,2020-10-01,2020-10-20,leave\n';

/** Customers of the directory, by id or address, and some whom nobody else names. */
const someCustomers = (dice: Dice, count: number): readonly string[] => dice.some(Array.from({length: 40}, (_, n) => n), count).map(n => n < 20 ? (dice.chance(0.3) ? `C${n}@Example.com` : `C${n}`) : `N${n}`);

const makeEvent = (dice: Dice, n: number): Event => {
	const isListed = dice.chance(0.15);
	const common = {at: `2020-10-${String(dice.between(1, 28)).padStart(2, '0')}T10:${String(n % 60).padStart(2, '0')}:00Z`, employee: `E${dice.between(0, 4)}`, reason: dice.chance(0.4) ? `T${dice.between(0, 8)}` : '', outcome: dice.chance(0.1) && !isListed ? 'denied' : 'success', isListed};
	if (isListed) {
		return {...common, activity: 'export', count: dice.between(1, 12), customers: someCustomers(dice, dice.between(1, 10))};
	}

	const bulk = dice.chance(0.1);
	return {...common, activity: bulk ? 'export' : dice.pick(['read', 'search', 'update']), count: bulk ? dice.between(0, 9) : undefined, customers: bulk ? [] : someCustomers(dice, dice.pick([0, 1, 1, 1, 2, 3]))};
};

const logOf = (events: readonly Event[], isNamed: (event: Event) => boolean): string => ['time,employee,customer,activity,count,reason,outcome',
	...events.map(event => [event.at, event.employee, isNamed(event) ? event.customers.join(';') : '', event.activity, event.count ?? '', event.reason, event.outcome].join(','))].join('\n');

const filters: readonly Filter[] = [everything, ...['customer:C3', 'country:GB', 'employee:E0', 'activity:export', 'support:supported', 'count:>5', 'customer:N25', '-customer:C1', 'customer:c4@example.com'].map(text => parseFilter(text, {displayTimezone: 'UTC'}))];
const fields: readonly FacetField[] = ['employee', 'data', 'team', 'country', 'activity', 'system', 'support', 'customer'];

/** What every pane says, without the marks and what an export is called by. */
const said = async (investigation: Investigation): Promise<string> => {
	const all: unknown[] = [];
	for (const filter of filters) {
		const {limitations: _, customers, totals: {inferred: _inferred, ...totals}, ...answer} = await investigation.answer({filter});
		const quick = await investigation.totals({filter});
		all.push({
			...answer, totals, affected: quick.affected, customers: customers.map(({inferred: _marked, ...row}) => row), count: await investigation.countEvents({filter}),
			facets: await Promise.all(fields.map(async field => investigation.facet({filter, field, limit: 50}))),
			timeline: await investigation.timeline({filter, buckets: 10}),
			events: (await investigation.events({filter, offset: 0, limit: 1000})).map(({id: _id, source: _source, inferredCustomers: _marks, ...event}) => event),
			exposures: (await investigation.exposures({filter})).map(({inferred: _marks, evidence, ...row}) => ({...row, evidence: evidence.map(id => id.split('-')[1])})),
			pages: await Promise.all((['id', 'events', 'last'] as const).map(async sort => (await investigation.customers({filter, offset: 2, limit: 5, sort})).map(({customer}) => customer))),
			unlisted: (await investigation.unlisted({filter, limit: 50})).events.map(({record}) => record),
			accounts: await investigation.packagedAccounts({filter}),
		});
	}

	return JSON.stringify(all, undefined, '\t');
};

const compare = async (t: ExecutionContext, seed: number): Promise<void> => {
	const dice = makeDice(seed);
	const events = Array.from({length: 60}, (_, n) => makeEvent(dice, n));
	const listed = events.flatMap((event, index) => event.isListed ? [{event, index}] : []);
	const lists = Object.fromEntries(listed.map(({event, index}) => [`list-${index}.txt`, [...event.customers, ...(dice.chance(0.3) ? [event.customers[0]!] : [])].join('\n')]));
	const at = await folderOf(t, {'silent.csv': logOf(events, event => !event.isListed), 'saying.csv': logOf(events, () => true), 'people.csv': directory, 'tickets.csv': tickets, 'presence.csv': presence, ...lists});
	const reading = {customers: [at('people.csv')], tickets: [at('tickets.csv')], presence: [at('presence.csv')]};
	const joined = await openInvestigation({...reading, paths: [at('silent.csv')], lists: listed.map(({index}) => ({event: `silent.csv#${index + 1}`, path: at(`list-${index}.txt`)}))});
	const logged = await openInvestigation({...reading, paths: [at('saying.csv')]});
	try {
		const expected = await said(logged);
		t.is(await said(joined), expected);
		// The same of columns in memory.
		await joined.prepareCounts(new AbortController().signal, 0);
		t.is(await said(joined), expected);
		const {totals} = await joined.totals({filter: everything});
		const {customers} = await joined.answer({filter: everything});
		t.is(totals.inferred, customers.filter(({events: of, inferred}) => inferred === of).length);
		t.is(totals.customers, customers.length);
	} finally {
		await joined.close();
		await logged.close();
	}
};

for (const seed of worldSeeds(3)) {
	test(`world ${seed}: a list says what the record would have said`, async t => compare(t, seed));
}
