import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {Worker} from 'node:worker_threads';
import test, {type ExecutionContext} from 'ava';
import type {Filter} from '../../../source/filter/filter.ts';
import {printFilter} from '../../../source/filter/print.ts';
import {parseFilter} from '../../../source/filter/parse.ts';
import {createCase} from '../../../source/investigation/case/create-case.ts';
import {requestOf} from '../../../source/investigation/case/case-request.ts';
import {personOf} from '../../../source/investigation/case/open-case.ts';
import type {FacetField, Investigation, LoadRequest} from '../../../source/investigation/investigation.ts';
import {openInvestigation} from '../../../source/investigation/open-investigation.ts';
import {csv, opened} from '../../helpers/loading.ts';
import {temporaryFiles} from '../../helpers/temporary-files.ts';
import {makeDice} from '../../helpers/world-dice.ts';

const dice = makeDice(20_261_122);
const pick = <Item>(items: readonly Item[]): Item => dice.pick(items);

const accounts = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', ''];
const countries = ['GB', 'DE', 'NL', ''];
/** Some lack an account, a customer or a count; some come twice; some have no time; `𝓐` sorts otherwise by its bytes than by its code units. */
const record = (_: unknown, index: number): string => [
	// Nearly in order: of a range of time some blocks of records lie within it as a whole.
	dice.chance(0.02) ? 'never' : new Date(Date.UTC(2026, 0, 1) + (index * 1_200_000) + dice.between(0, 80_000_000)).toISOString(),
	pick(accounts), dice.chance(0.1) ? '' : `C${dice.between(1, 300)}`, pick(['email', 'phone', '"email,phone"', '']), pick(['read', 'view', 'export', 'search', '']),
	pick(['crm', 'desk', '𝓐', '\u{FB00}', '']), pick(['T-1', '']), pick(['success', 'success', 'success', 'denied', 'error', '']), dice.chance(0.1) ? String(dice.between(0, 4000)) : '', pick(['/files/all.csv', '/files/menu.csv', '/pages/1', '']),
].join(',');
const records = Array.from({length: 2500}, record);
const log = csv('time,employee,customer,data_type,activity,system,reason,outcome,count,resource', ...records, ...records.slice(0, 40));
/** Some name several customers, one of them twice, or say that they reached more than those; the same customers may stand in many. */
const lists = Array.from({length: 500}, (_, index) => JSON.stringify({
	time: dice.chance(0.02) ? 'never' : new Date(Date.UTC(2026, 0, 1) + (index * 6_000_000) + dice.between(0, 80_000_000)).toISOString(),
	employee: pick(accounts), customers: Array.from({length: dice.between(0, 6)}, () => `C${dice.between(1, 320)}`), data_type: pick(['email', 'phone', '']), activity: pick(['read', 'export', 'search', '']),
	system: pick(['crm', 'desk', '']), reason: pick(['T-1', '']), outcome: pick(['success', 'success', 'denied', '']), count: dice.chance(0.3) ? dice.between(0, 12) : null, resource: null,
})).map(line => `${line}\n`).join('');
const employees = csv('id,name,team', 'E1,Ada Brook,Support', 'E2,Ben Cole,Support', 'E3,Cay Dunn,Sales', 'E4,Dee Ek,');
const customers = csv('id,country', ...Array.from({length: 250}, (_, index) => `C${index + 1},${countries[index % 4]}`));

/** Some files hold many customers, and reading them says whom as little as an export does. */
const rules = `version: 1
rules:
  - {id: menu, when: {resource: "/files/menu*"}, types: [preferences]}
  - {id: files, when: {resource: "/files/*"}, types: ["@all-columns-of-object", address], scope: counted}
  - {id: pages, when: {system: crm, path: "/pages/*"}, types: [unknown], scope: counted}
catalog: {"/files/all*": [phone, "Shoe Size"]}
`;

const fields: readonly FacetField[] = ['employee', 'team', 'data', 'activity', 'system', 'country'];

const leaves = [
	'employee:E1', 'employee:(E2 OR E3)', 'team:Support', 'customer:C1*', 'country:GB', 'data:email', 'data:unknown', 'time:2026-01-07..2026-02-02', 'activity:export', 'activity:other',
	'system:crm', 'time:2026-01-07T10:20..2026-01-07T10:50', 'reason:*', 'reason:T-1', 'NOT reason:*', 'NOT customer:*', 'employee:E1 data:phone NOT nobody', 'outcome:denied', 'count:>1000', 'nobody', 'customer:*', 'employee:*', 'T-1',
];
const compound = (depth: number): string => depth === 0 || dice.chance(0.3) ? pick(leaves) : pick([
	(): string => `(${compound(depth - 1)} AND ${compound(depth - 1)})`, (): string => `(${compound(depth - 1)} OR ${compound(depth - 1)})`, (): string => `NOT (${compound(depth - 1)})`,
])();

const asked = ['', ...leaves, ...Array.from({length: 16}, () => compound(3))].map(text => parseFilter(text, {displayTimezone: 'UTC'}));
/** Each once: then each is counted once, too. */
const filters: readonly Filter[] = [...new Map(asked.map(filter => [printFilter(filter), filter])).values()];

/** All that the panes of the app show of a filter. */
const panes = async (investigation: Investigation, filter: Filter): Promise<unknown> => ({
	totals: await investigation.totals({filter}), events: await investigation.countEvents({filter}), timeline: await investigation.timeline({filter, buckets: 40}),
	pages: await Promise.all([{offset: 0}, {offset: 90}, {offset: 0, descending: true}, {offset: 3, descending: true}, {offset: 4090}].map(async page => investigation.events({filter, limit: 10, ...page}))),
	facets: await Promise.all(fields.map(async field => investigation.facet({filter, field, limit: 3}))),
	whole: await investigation.facet({filter, field: 'employee', limit: 1000, customers: true}),
});

/** Counts that threads were asked for. */
const countOrders = (t: ExecutionContext): (() => number) => {
	const {postMessage} = Worker.prototype;
	let orders = 0;
	Worker.prototype.postMessage = function (...message: Parameters<Worker['postMessage']>) {
		const {kind} = message[0] as {readonly kind?: string};
		orders += kind === 'values' || kind === 'people' || kind === 'countries' || kind === 'buckets' ? 1 : 0;
		postMessage.apply(this, message);
	};

	t.teardown(() => {
		Worker.prototype.postMessage = postMessage;
	});
	return () => orders;
};

const request = (t: ExecutionContext, files: Readonly<Record<string, string>> = {'log.csv': log}): LoadRequest => {
	const [paths, people, clients] = [temporaryFiles(t, files), temporaryFiles(t, {'employees.csv': employees}), temporaryFiles(t, {'customers.csv': customers})];
	return {paths, employees: people, customers: clients, rules: temporaryFiles(t, {'rules.yaml': rules}), maps: [{value: {role: 'resource', column: 'resource'}}]};
};

const worlds: ReadonlyArray<readonly [string, Readonly<Record<string, string>>]> = [['one customer', {'log.csv': log}], ['several customers, or one', {'log.csv': log, 'lists.ndjson': lists}]];

for (const [whom, exported] of worlds) {
	test.serial(`what is laid out counts the same as the store, whatever the filter, where records name ${whom}`, async t => {
		const files = request(t, exported);
		const [stored, laidOut] = [await opened(t, files), await opened(t, files)];
		const orders = countOrders(t);
		await laidOut.timeline({filter: filters[0]!, buckets: 40});
		await laidOut.prepareCounts(new AbortController().signal, 0);
		for (const filter of filters) {
			t.deepEqual(await panes(laidOut, filter), await panes(stored, filter), JSON.stringify(filter));
		}

		const {length: most} = (await stored.events({filter: parseFilter('system:crm', {displayTimezone: 'UTC'}), offset: 0, limit: 2000})).map(({customers: named}) => named).toSorted((one, other) => other.length - one.length)[0]!;
		t.is(most > 1, 'lists.ndjson' in exported);
		const reads = parseFilter('NOT activity:(export OR search)', {displayTimezone: 'UTC'});
		const {affected} = await stored.totals({filter: reads});
		t.true(affected.unknownEvents > 20, 'reads that rules say are of many are among them');
		// Values with buckets, people and countries of each filter, and none of them twice; and before that values and people of each kind of data.
		const texts = new Set(filters.map(filter => JSON.stringify(filter)));
		const {rows: kinds} = await stored.facet({filter: filters[0]!, field: 'data', limit: 8});
		const unasked = kinds.filter(({value}) => !texts.has(JSON.stringify({kind: 'match', field: 'data', test: {kind: 'is', text: value}})));
		t.true(unasked.length > 0 && unasked.length < kinds.length);
		t.is(orders(), (3 * filters.length) + (2 * unasked.length));
	});
}

test.serial('what is given up while it is laid out leaves the store answering', async t => {
	const investigation = await opened(t, request(t));
	const orders = countOrders(t);
	const given = new AbortController();
	const preparing = investigation.prepareCounts(given.signal, 0);
	given.abort();
	await preparing;
	const {totals} = await investigation.totals({filter: filters[0]!});
	t.true(totals.events > 1000);
	t.is(orders(), 0);
});

test.serial('who waits for a set that somebody else gave up gets it all the same', async t => {
	const files = request(t);
	const [stored, laidOut] = [await opened(t, files), await opened(t, files)];
	await laidOut.prepareCounts(new AbortController().signal, 0);
	// Of a set, and of a text that is looked for in the exports; the second waits for the first in both.
	for (const filter of [filters.at(-1)!, parseFilter('employee:E4 cr', {displayTimezone: 'UTC'})]) {
		const given = new AbortController();
		const first = laidOut.countEvents({filter, signal: given.signal});
		const second = laidOut.countEvents({filter});
		const third = stored.countEvents({filter, signal: given.signal});
		const fourth = stored.countEvents({filter});
		given.abort();
		await t.throwsAsync(first, {name: 'CancelledError'});
		await t.throwsAsync(third, {name: 'CancelledError'});
		t.is(await second, await fourth);
		t.true(await second > 0);
	}
});

test.serial('whoever closes while it is laid out leaves no thread behind', async t => {
	const files = request(t);
	const ports = (): number => process.getActiveResourcesInfo().filter(name => name === 'MessagePort').length;
	// A thread that was told to end takes a moment; those of the tests before do, too.
	const gone = async (): Promise<boolean> => {
		for (let turn = 0; turn < 500 && ports() > 0; turn++) {
			await delay(20);
		}

		return ports() === 0;
	};

	t.true(await gone());
	for (const wait of [0, 60, 120, 180, 240, 300]) {
		const investigation = await openInvestigation(files);
		const preparing = investigation.prepareCounts(new AbortController().signal, 0);
		await delay(wait);
		await investigation.close();
		await preparing;
	}

	t.true(await gone());
});

test.serial('a case that is opened from its index is laid out like a fresh load', async t => {
	const files = request(t);
	const folder = join(dirname(files.paths[0]!), 'case');
	const made = await createCase({folder, request: files, about: {title: 'leak'}, worker: {by: personOf('J. Rivera'), now: () => new Date(Date.UTC(2026, 2, 1))}});
	await made.close();
	t.true(existsSync(join(folder, 'events.duckdb')));
	const openedCase = async (): Promise<Investigation> => {
		const {open, requestToExport} = requestOf(folder);
		const investigation = await open(requestToExport);
		t.teardown(async () => investigation.close());
		return investigation;
	};

	const [laidOut, stored] = [await openedCase(), await openedCase()];
	const orders = countOrders(t);
	await laidOut.prepareCounts(new AbortController().signal, 0);
	for (const filter of filters.slice(0, 12)) {
		t.deepEqual(await panes(laidOut, filter), await panes(stored, filter), JSON.stringify(filter));
	}

	t.true(orders() >= 36);
});
