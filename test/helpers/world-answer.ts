import {createHash} from 'node:crypto';
import {keptEvents, type World, type WorldCustomer, type WorldEvent} from './world.ts';
import type {Written} from './world-written.ts';
import {dayOf} from './world-zone.ts';

/** What a question matches: one access, an event with one of its customers, or with none where it has none. */
export type Predicate = (event: WorldEvent, customer: WorldCustomer | undefined) => boolean;

/** The parts of `whosaw.report/1` that the world knows. */
export type Figures = {
	readonly totals: object;
	readonly affected: object;
	readonly byDataType: readonly object[];
	readonly byEmployee: readonly object[];
	readonly byCountry: readonly object[];
	readonly byDay: readonly object[];
	readonly customers: readonly object[];
};

/** An event that matched, with those of its customers for whom it did. */
type Hit = {readonly event: WorldEvent; readonly customers: readonly WorldCustomer[]};

export const instantText = (at: number): string => {
	const seconds = new Date(Math.floor(at / 1000)).toISOString().slice(0, 19);
	return at % 1_000_000 === 0 ? `${seconds}Z` : `${seconds}.${String(at % 1_000_000).padStart(6, '0')}Z`;
};

export const wasReached = (event: WorldEvent): boolean => event.outcome !== 'denied' && event.outcome !== 'error';

/** Kept events that match, denied ones too, and the customers for whom they match. */
export const hitsOf = (world: World, matches: Predicate): readonly Hit[] => world.files.flatMap(file => keptEvents(file)).flatMap(event => {
	const customers = event.customers.filter(customer => matches(event, customer));
	const isHit = event.customers.length === 0 ? matches(event, undefined) : customers.length > 0;
	return isHit ? [{event, customers}] : [];
});

const typesOf = (event: WorldEvent): readonly string[] => event.dataTypes.length === 0 ? ['unknown'] : event.dataTypes;

/** Hits by key; a hit with several keys stands under each. */
const grouped = (hits: readonly Hit[], keysOf: (hit: Hit) => readonly string[]): ReadonlyArray<readonly [string, readonly Hit[]]> => {
	const groups = new Map<string, Hit[]>();
	for (const hit of hits) {
		for (const key of new Set(keysOf(hit))) {
			groups.set(key, [...groups.get(key) ?? [], hit]);
		}
	}

	return [...groups];
};

const different = (hits: readonly Hit[]): number => new Set(hits.flatMap(({customers}) => customers.map(({id}) => id))).size;
const span = (hits: readonly Hit[]): object => {
	const times = hits.map(({event}) => event.at);
	return {firstAt: instantText(Math.min(...times)), lastAt: instantText(Math.max(...times))};
};

const byText = (a: string, b: string): number => a < b ? -1 : Number(a > b);
type Counted = {readonly key: string; readonly customers: number};
const mostFirst = (a: Counted, b: Counted): number => b.customers - a.customers || byText(a.key, b.key);
const rows = (groups: ReadonlyArray<readonly [string, readonly Hit[]]>, order: (a: Counted, b: Counted) => number, row: (key: string, hits: readonly Hit[], customers: number) => object): readonly object[] => groups
	.map(([key, hits]) => ({key, customers: different(hits), hits}))
	.toSorted(order)
	.map(({key, customers, hits}) => row(key, hits, customers));

const totalsOf = (all: readonly Hit[], hits: readonly Hit[]): object => {
	const countedOnly = hits.filter(({event}) => event.customers.length === 0 && event.count !== undefined);
	return {
		events: hits.length,
		denied: all.length - hits.length,
		employees: new Set(hits.flatMap(({event}) => event.employee ? [event.employee.id] : [])).size,
		customers: different(hits),
		countedOnly: {events: countedOnly.length, records: countedOnly.reduce((sum, {event}) => sum + event.count!, 0)},
	};
};

const isOpen = ({event}: Hit): boolean => ['export', 'share', 'search'].includes(event.activity) && event.customers.length === 0 && event.count === undefined;

const affectedOf = (hits: readonly Hit[]): object => {
	const named = different(hits);
	const unlisted = hits.reduce((sum, {event}) => sum + Math.max(0, (event.count ?? 0) - event.customers.length), 0);
	const unknownEvents = hits.filter(hit => isOpen(hit)).length;
	return {atLeast: named, ...(unknownEvents === 0 ? {atMost: named + unlisted} : {}), unknownEvents};
};

const customerRow = (customer: WorldCustomer, hits: readonly Hit[]): object => ({
	customer: customer.id,
	...(customer.listed ? {email: customer.email} : {}),
	...(customer.country === undefined ? {} : {country: customer.country}),
	dataTypes: [...new Set(hits.flatMap(({event}) => typesOf(event)))].toSorted(byText),
	events: hits.length,
	employees: [...new Set(hits.flatMap(({event}) => event.employee ? [event.employee.id] : []))].toSorted(byText),
	...span(hits),
});

/** Every figure of the report, counted from what happened and in no hurry. */
export const figuresOf = (world: World, matches: Predicate, displayTimezone = 'UTC'): Figures => {
	const all = hitsOf(world, matches);
	const hits = all.filter(({event}) => wasReached(event));
	const people = new Map(world.customers.map(customer => [customer.id, customer]));
	const perCustomer = grouped(hits, ({customers}) => customers.map(({id}) => id));
	const countryOf = ({customers}: Hit): readonly string[] => customers.map(({country}) => country ?? 'unknown');
	const inCountry = (country: string, group: readonly Hit[]): number => different(group.map(hit => ({...hit, customers: hit.customers.filter(customer => (customer.country ?? 'unknown') === country)})));
	return {
		totals: totalsOf(all, hits),
		affected: affectedOf(hits),
		byDataType: rows(grouped(hits, ({event}) => typesOf(event)), mostFirst, (dataType, group, customers) => ({dataType, customers, events: group.length})),
		byEmployee: rows(grouped(hits, ({event}) => event.employee ? [event.employee.id] : []), mostFirst, (employee, group, customers) => ({employee, customers, events: group.length, ...span(group)})),
		byCountry: grouped(hits, countryOf).map(([key, group]) => ({key, customers: inCountry(key, group)})).toSorted(mostFirst).map(({key, customers}) => ({country: key, customers})),
		byDay: rows(grouped(hits, ({event}) => [dayOf(displayTimezone, Math.floor(event.at / 1000))]), (a, b) => byText(a.key, b.key), (day, group, customers) => ({day, customers, events: group.length})),
		customers: perCustomer.toSorted(([a], [b]) => byText(a, b)).map(([id, group]) => customerRow(people.get(id)!, group)),
	};
};

/** Whatever the question: what became of every record of a file. */
export const sourceFigures = (written: Written, earlier: readonly Written[]): object => {
	const fates = written.records.map(({entry}) => entry.fate);
	// What a source covers: duplicates were understood too
	const times = written.records.flatMap(({entry}) => entry.fate === 'rejected' ? [] : [entry.event.at]);
	const count = (fate: string): number => fates.filter(each => each === fate).length;
	return {
		sha256: createHash('sha256').update(written.stored).digest('hex'),
		bytes: written.stored.length,
		records: {read: fates.length, kept: count('kept'), duplicate: count('duplicate'), rejected: count('rejected')},
		possibleDuplicates: possibleDuplicates(written, earlier),
		incomplete: false,
		firstAt: instantText(Math.min(...times)),
		lastAt: instantText(Math.max(...times)),
	};
};

/** Bulk exports carry no id: rows that stand in an earlier file too are only flagged. The same event object is the same row. */
const possibleDuplicates = ({file}: Written, earlier: readonly Written[]): number => {
	const before = new Set(earlier.filter(other => other.file.kind === 'bulk').flatMap(other => keptEvents(other.file)));
	return file.kind === 'bulk' ? keptEvents(file).filter(event => before.has(event)).length : 0;
};
