import {setTimeout as delay} from 'node:timers/promises';
import type {EventRow} from '../../source/records/answer.ts';
import type {Ask, ExportRequest, FacetField, FacetRow, Investigation, LoadOptions, LoadRequest, Page, RecordDetail} from '../../source/investigation/investigation.ts';
import {CancelledError} from '../../source/errors.ts';
import {fakeCustomers} from './fake-customers.ts';
import {fakeMatches, type FakeAccess} from './fake-matching.ts';
import {fakeWorld, type FakeWorld} from './fake-world.ts';

export type FakeOptions = {
	readonly world?: FakeWorld;
	/** Milliseconds that each question takes. */
	readonly latency?: number;
	/** Milliseconds that a load takes in all. */
	readonly loading?: number;
	/** Told of every question, for tests that count them. */
	readonly onAsk?: (question: string, ask: Ask) => void;
};

type Matched = {readonly events: readonly EventRow[]; readonly reached: ReadonlyMap<EventRow, readonly string[]>};

const accesses = (world: FakeWorld, event: EventRow): readonly FakeAccess[] => event.customers.length === 0
	? [{event, customer: undefined, country: undefined}]
	: event.customers.map(customer => ({event, customer, country: world.countries.get(customer)}));

const match = (world: FakeWorld, {filter}: Ask): Matched => {
	const reached = new Map<EventRow, readonly string[]>();
	for (const event of world.events) {
		const matching = accesses(world, event).filter(access => fakeMatches(filter, access));
		if (matching.length > 0) {
			reached.set(event, matching.flatMap(({customer}) => customer === undefined ? [] : [customer]));
		}
	}

	return {events: [...reached.keys()], reached};
};

const facetValues = (world: FakeWorld, field: FacetField, event: EventRow): ReadonlyArray<{readonly value: string; readonly label?: string}> => {
	switch (field) {
		case 'data': {
			return event.dataTypes.map(value => ({value}));
		}

		case 'employee': {
			return event.employee === undefined ? [] : [{value: event.employee, ...(event.employeeName === undefined ? {} : {label: event.employeeName})}];
		}

		case 'customer': {
			return event.customers.map(value => ({value}));
		}

		case 'country': {
			return event.customers.map(customer => ({value: world.countries.get(customer) ?? 'unknown'}));
		}

		case 'activity': {
			return [{value: event.activity}];
		}

		case 'team': {
			return [];
		}

		// There are no tickets.
		case 'support': {
			return [];
		}

		case 'system': {
			return event.system === undefined ? [] : [{value: event.system}];
		}
	}
};

const facetRows = (world: FakeWorld, field: FacetField, {events, reached}: Matched): readonly FacetRow[] => {
	const groups = new Map<string, {label?: string; events: number; customers: Set<string>}>();
	for (const event of events.filter(({outcome}) => outcome === 'success')) {
		for (const {value, label} of facetValues(world, field, event)) {
			const group = groups.get(value) ?? {...(label === undefined ? {} : {label}), events: 0, customers: new Set<string>()};
			group.events++;
			for (const customer of reached.get(event)!) {
				group.customers.add(customer);
			}

			groups.set(value, group);
		}
	}

	return [...groups]
		.map(([value, group]) => ({value, ...(group.label === undefined ? {} : {label: group.label}), events: group.events, customers: group.customers.size}))
		.toSorted((a, b) => b.events - a.events || (a.value < b.value ? -1 : 1));
};

const sortKey = (sort: Page['sort'], event: EventRow): string | number => {
	if (sort === undefined || sort === 'time') {
		return event.at;
	}

	return sort === 'customer' ? event.customers[0] ?? '' : event[sort] ?? '';
};

const page = (events: readonly EventRow[], {offset, limit, sort, descending}: Page): readonly EventRow[] => {
	const ordered = [...events].toSorted((a, b) => {
		const [left, right] = [sortKey(sort, a), sortKey(sort, b)];
		return left < right ? -1 : (left > right ? 1 : a.row - b.row);
	});
	return (descending ? ordered.toReversed() : ordered).slice(offset, offset + limit);
};

const totalsOf = ({events, reached}: Matched) => {
	const reaching = events.filter(({outcome}) => outcome === 'success');
	const counted = reaching.filter(({customerScope}) => customerScope === 'counted');
	const records = counted.reduce((sum, {recordCount}) => sum + (recordCount ?? 0), 0);
	const customers = new Set(reaching.flatMap(event => reached.get(event)!)).size;
	return {
		totals: {events: reaching.length, denied: events.length - reaching.length, employees: new Set(reaching.map(({employee}) => employee)).size, customers, countedOnly: {events: counted.length, records}},
		affected: {atLeast: customers, atMost: customers + records, unknownEvents: 0},
	};
};

const timelineOf = (world: FakeWorld, {events}: Matched, buckets: number) => {
	const from = world.events[0]?.at ?? 0;
	const to = (world.events.at(-1)?.at ?? 0) + 1;
	const bucket = Math.ceil((to - from) / buckets);
	const count = (some: readonly EventRow[]): readonly number[] => {
		const counts = Array.from({length: buckets}, () => 0);
		for (const {at} of some) {
			counts[Math.floor((at - from) / bucket)]! += 1;
		}

		return counts;
	};

	return {from, to: from + bucket * buckets, bucket, filtered: count(events.filter(({outcome}) => outcome === 'success')), all: count(world.events)};
};

const detailOf = (world: FakeWorld, row: number): RecordDetail => {
	const event = world.events[row]!;
	const fields = Object.entries(event).map(([name, value]) => ({name, text: String(value)}));
	const raw = fields.map(({text}) => text).join(',');
	return {
		event, atOriginal: new Date(event.at / 1000).toISOString().slice(0, 19).replace('T', ' '), fields, agrees: true, raw,
		citation: {path: event.source, sha256: world.sources[0]!.sha256, record: event.record, offset: event.record * 120, length: raw.length},
	};
};

/** An investigation held in memory: the screen's tests ask it what they would ask the real one. */
export const fakeInvestigation = ({world = fakeWorld(), latency = 0, onAsk}: FakeOptions = {}): Investigation => {
	const answer = async <Ask_ extends Ask, Result>(question: string, ask: Ask_, work: (matched: Matched, ask: Ask_) => Result): Promise<Result> => {
		onAsk?.(question, ask);
		if (latency > 0) {
			await delay(latency, undefined, {signal: ask.signal}).catch(() => {
				throw new CancelledError();
			});
		}

		return work(match(world, ask), ask);
	};

	return {
		sources: world.sources, failed: [], skipped: [], notes: [], newest: world.events.at(-1)?.at,
		leaked: [], lists: [], loaded: {events: world.events.length, customers: new Set(world.events.flatMap(({customers}) => customers)).size},
		answer: async () => {
			throw new Error('the screen does not ask for the whole answer');
		},
		evidenceHashes: async () => new Map(),
		packagedAccounts: async () => [],
		packagedIdentities: async () => [],
		resolutions: async () => undefined,
		previewList: async () => {
			throw new Error('not asked here');
		},
		matched: async () => {
			throw new Error('the screen does not ask for what a filter matches');
		},
		totals: async ask => answer('totals', ask, totalsOf),
		facet: async ask => answer('facet', ask, (matched, {field, limit, customers = false}) => {
			const rows = facetRows(world, field, matched).map(({customers: counted, ...row}) => customers ? {...row, customers: counted!} : row);
			return {rows: rows.slice(0, limit), more: Math.max(0, rows.length - limit)};
		}),
		timeline: async ask => answer('timeline', ask, (matched, {buckets}) => timelineOf(world, matched, buckets)),
		events: async ask => answer('events', ask, ({events}, wanted) => page(events, wanted)),
		findEvent: async ask => answer('findEvent', ask, ({events}, {text, after, by, sort, descending}) => {
			const places = page(events, {offset: 0, limit: events.length, ...(sort ? {sort} : {}), ...(descending === undefined ? {} : {descending})})
				.flatMap((event, place) => JSON.stringify([event.employee, event.employeeName, event.customers, event.dataTypes, event.activity, event.reason, event.resource]).toLowerCase().includes(text.toLowerCase()) ? [place] : []);
			return by === 1 ? places.find(place => place > after) ?? places[0] : places.findLast(place => place < after) ?? places.at(-1);
		}),
		async coverage() {
			const systems = [...new Set(world.events.map(({system}) => system!))].toSorted();
			return systems.map(system => {
				const all = world.events.filter(event => event.system === system).map(({at}) => Math.floor(at / 86_400_000_000));
				const days = [...new Set(all)].toSorted((a, b) => a - b);
				return {system, days, events: days.map(day => all.filter(one => one === day).length)};
			});
		},
		countEvents: async ask => answer('countEvents', ask, ({events}) => events.length),
		customers: async ask => answer('customers', ask, (matched, {offset, limit, sort, descending}) => fakeCustomers(world, matched, {...(sort ? {sort} : {}), descending: descending ?? false}).slice(offset, offset + limit)),
		unlisted: async ask => answer('unlisted', ask, ({events}, {limit}) => {
			const found = events.filter(({customerScope, outcome}) => outcome === 'success' && customerScope === 'counted');
			return {events: found.slice(0, limit), found: found.length};
		}),
		exposures: async () => [],
		record: async row => detailOf(world, row),
		changedFiles: async () => [],
		prepareCounts: async () => undefined,
		firstRejections: async () => [{record: 17, byte: 2044, reason: 'time not understood: "31/31/2020"', raw: '31/31/2020,E0042'}],
		whatEmptied: async ask => answer('whatEmptied', ask, ({events}) => events.length > 0 ? undefined : 'customer:nobody'),
		async accounts() {
			const accounts = new Map(world.events.flatMap(({employee, employeeName}) => employee === undefined ? [] : [[employee, employeeName] as const]));
			return [...accounts].map(([account, name]) => ({account, names: name === undefined ? [] : [name]}));
		},
		async suggest(field, prefix, limit) {
			const values = new Set(world.events.flatMap(event => facetValues(world, field, event).map(({value}) => value)));
			return [...values].filter(value => value.toLowerCase().includes(prefix.toLowerCase())).toSorted().slice(0, limit);
		},
		async export({directory, onProgress, signal}: ExportRequest) {
			for (let done = 1; done <= 4; done++) {
				onProgress?.({text: 'writing evidence', done, of: 4});
				await delay(latency, undefined, {signal});
			}

			return {directory, files: 24, bytes: 1_204_118, customers: 571, records: 5558, sha256: 'ab'.repeat(32)};
		},
		leads: async () => ({behaviour: [{employee: 'E0042', state: 'unexplained', why: ['412 customers on 14 Oct 2020; usual 31, team 28', '0 of the 412 events on these days state a reason, which nobody checked'], day: '2020-10-14'}], caveats: ['Other explanations fit the same numbers.']}),
		writeRule: async ({path, value}) => ({id: value, path}),
		async close() {/* nothing is held */},
	};
};

/** Stands in for `openInvestigation`: a load that takes a while and tells of it. */
export const openFake = (options: FakeOptions = {}) => async (request: LoadRequest, {signal, onProgress}: LoadOptions = {}): Promise<Investigation> => {
	const world = options.world ?? fakeWorld();
	const source = world.sources[0]!;
	onProgress?.({kind: 'found', files: request.paths.length, bytes: source.bytes});
	onProgress?.({kind: 'preview', path: source.path, format: source.format, events: world.events.slice(0, 5)});
	const steps = 20;
	for (let step = 1; step <= steps; step++) {
		await delay((options.loading ?? 0) / steps, undefined, {signal}).catch(() => {
			throw new CancelledError();
		});
		onProgress?.({kind: 'loading', path: source.path, bytes: (source.bytes * step) / steps, ofBytes: source.bytes, records: Math.floor((source.records.read * step) / steps)});
	}

	onProgress?.({kind: 'loaded', source});
	return fakeInvestigation({...options, world});
};
