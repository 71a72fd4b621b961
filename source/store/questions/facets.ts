import type {Accesses} from '../accesses.ts';
import {toNumber, toText, type Session} from '../database.ts';
import {constant, int64, joined, sql, text, wholeNumber, type Sql} from '../sql.ts';
import {supportIs, supports} from '../support.ts';

export type Facet = 'employee' | 'data' | 'team' | 'country' | 'activity' | 'system' | 'support' | 'customer';
export type FacetCount = {readonly value: string; readonly label?: string; readonly events: number; readonly customers?: number};

/** The place of an access's support among all of them. */
const supportPlace = sql`case ${joined(supports.slice(0, -1).map((support, place) => sql`when ${supportIs(support)} then ${wholeNumber(place)}`), sql` `)} else ${wholeNumber(supports.length - 1)} end`;

/** What a facet counts by: a key of the access and the table that names it. */
export const facets: Readonly<Record<Facet, {readonly key: Sql; readonly names: Sql}>> = {
	employee: {key: sql`a.employee`, names: sql`select key, id as value, name as label from employee`},
	team: {key: sql`a.employee`, names: sql`select key, coalesce(team, 'unknown') as value, null as label from employee`},
	customer: {key: sql`a.who`, names: sql`select key, id as value, name as label from customer`},
	country: {key: sql`a.who`, names: sql`select key, coalesce(country, 'unknown') as value, null as label from customer`},
	data: {key: sql`a.data`, names: sql`select distinct cell as key, data_type as value, null as label from data_cell`},
	activity: {key: sql`coalesce(a.activity, 0)`, names: sql`select cell as key, activity as value, null as label from activity_cell union all select 0, 'other', null`},
	// Where there are no tickets every reason is a claim, and a facet of it says nothing.
	support: {key: supportPlace, names: sql`select place as key, support as value, null as label from (select unnest([${joined(supports.map(value => constant(value)))}]) as support, unnest(range(${wholeNumber(supports.length)})) as place) where exists (select 1 from ticket)`},
	system: {key: sql`a.system`, names: sql`select cell as key, text as value, null as label from system_cell`},
};

/** Where several keys share a value their events and customers are put together first: sums of distinct counts would count twice. */
export const sharedFields: ReadonlySet<Facet> = new Set(['team', 'country', 'data', 'activity']);

/** Which values of a field to count; `customers` too only where they are wanted. */
export type FacetWanted = {readonly field: Facet; readonly limit: number; readonly customers?: boolean};

/** Values of a field with events and customers, most events first. */
export const askFacet = async ({session, from, where, reached, countEvents, signal}: Accesses, {field, limit, customers = false}: FacetWanted): Promise<{readonly rows: readonly FacetCount[]; readonly more: number}> => {
	const {key, names} = facets[field];
	const counts = sql`${countEvents(sql`true`)} as events, ${customers ? sql`count(distinct a.who)` : sql`null::bigint`} as customers`;
	const query = sharedFields.has(field)
		? sql`select n.value, null as label, ${counts} from ${from} join (${names}) n on n.key = ${key} where ${where} and ${reached} group by 1`
		: sql`select n.value, n.label, g.events, g.customers from (select ${key} as key, ${counts} from ${from} where ${where} and ${reached} group by 1) g join (${names}) n on n.key = g.key`;
	const rows = await session.all(sql`select *, count(*) over () as found from (${query}) order by events desc, value limit ${wholeNumber(limit)}`, signal);
	return {
		rows: rows.map(row => ({value: toText(row['value'])!, ...(row['label'] === null ? {} : {label: toText(row['label'])!}), events: toNumber(row['events']), ...(customers ? {customers: toNumber(row['customers'])} : {})})),
		more: Math.max(0, toNumber(rows[0]?.['found']) - rows.length),
	};
};

/** Values of a field that hold a text, those that begin with it first. */
export const suggestValues = async (accesses: Pick<Accesses, 'session'>, field: Facet, prefix: string, limit: number): Promise<readonly string[]> => {
	const rows = await accesses.session.all(sql`select distinct value, not starts_with(lower(value), ${text(prefix.toLowerCase())}) as inside from (${facets[field].names}) where contains(lower(value), ${text(prefix.toLowerCase())}) order by 2, 1 limit ${wholeNumber(limit)}`);
	return rows.map(row => toText(row['value'])!);
};

/** Equal buckets of time between the first and the last kept event, and the events in each. It hangs on no filter. */
export type TimelineFrame = {readonly from: number; readonly to: number; readonly bucket: number; readonly all: readonly number[]};

const countBuckets = async (session: Session, {from, to, bucket}: Omit<TimelineFrame, 'all'>, query: (at: (column: Sql) => Sql) => Sql, signal: AbortSignal | undefined): Promise<readonly number[]> => {
	const counts = Array.from({length: Math.ceil((to - from) / bucket)}, () => 0);
	for (const row of await session.all(query(column => sql`((${column} - ${int64(from)}) // ${int64(bucket)})`), signal)) {
		counts[toNumber(row['bucket'])] = toNumber(row['events']);
	}

	return counts;
};

/** So many buckets at most. */
export const askFrame = async ({session, signal}: Pick<Accesses, 'session' | 'signal'>, buckets: number): Promise<TimelineFrame> => {
	const [bounds] = await session.all(sql`select min(t) as first_at, max(t) as last_at from event where status = 0`, signal);
	if (!bounds || bounds['first_at'] === null) {
		return {from: 0, to: 0, bucket: 1, all: []};
	}

	const from = toNumber(bounds['first_at']);
	const to = toNumber(bounds['last_at']) + 1;
	const frame = {from, to, bucket: Math.max(1, Math.ceil((to - from) / buckets))};
	return {...frame, all: await countBuckets(session, frame, at => sql`select ${at(sql`t`)} as bucket, count(*) as events from event where status = 0 group by 1`, signal)};
};

/** The matching events in the buckets of a frame. */
export const askTimeline = async ({session, from, where, reached, countEvents, signal}: Accesses, frame: TimelineFrame): Promise<TimelineFrame & {readonly filtered: readonly number[]}> => ({
	...frame,
	filtered: frame.all.length === 0 ? [] : await countBuckets(session, frame, at => sql`select ${at(sql`a.t`)} as bucket, ${countEvents(sql`true`)} as events from ${from} where ${where} and ${reached} group by 1`, signal),
});
