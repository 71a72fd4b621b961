import type {PresenceKind} from '../records/presence.ts';
import {toNumber, toText, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import {fullName, namedAccount, namedInFull} from './named-account.ts';
import {sql, type Sql} from './sql.ts';

/** A record of presence: from `since` until before `until`, in UTC microseconds; the device of an owner may have no end. */
export type PresenceEntry = {
	readonly employee: string;
	readonly kind: PresenceKind;
	readonly since: number;
	readonly until?: number;
	/** Of a shift: the days that it lies on, from the first moment of the first until before the day behind the last. */
	readonly days?: {readonly since: number; readonly until: number};
	readonly site?: string;
};

const optional = (value: number | undefined): bigint | undefined => value === undefined ? undefined : BigInt(value);

/** Names that mean no account, with how many records are theirs: neither the exports nor the directories know them, or several accounts have that name. */
export type NobodysRecords = {readonly unknown: ReadonlyMap<string, number>; readonly several: ReadonlyMap<string, number>};

/** Takes records of presence into the store, each for the account that it names: by an id, a login, an address, or else by a full name that one account alone has. */
export const addPresence = async (session: Session, entries: Iterable<PresenceEntry>): Promise<NobodysRecords> => {
	await session.run(sql`create or replace temp table presence_entry (employee varchar, kind varchar, since bigint, until bigint, day_since bigint, day_until bigint, site varchar)`);
	await session.append('presence_entry', (function * () {
		for (const {employee, kind, since, until, days, site} of entries) {
			yield [employee, kind, BigInt(since), optional(until), optional(days?.since), optional(days?.until), site];
		}
	})());
	const {joins, key} = namedAccount(sql`t.employee`);
	await session.run(sql`insert into presence select t.employee, ${key}, t.kind, t.since, t.until, t.day_since, t.day_until, t.site from presence_entry t ${joins}`);
	await session.run(sql`create or replace temp table presence_name as select p.employee, n.id, n.accounts from (select distinct employee from presence where account is null) p join ${namedInFull} n on n.name = ${fullName(sql`p.employee`)}`);
	await session.run(sql`update presence set account = ${duckdb.key(sql`n.id`)} from presence_name n where n.accounts = 1 and n.employee = presence.employee and presence.account is null`);
	const rows = await session.all(sql`select p.employee, count(*) as records, max(coalesce(n.accounts, 0)) > 1 as several from presence p left join presence_name n on n.employee = p.employee
		where p.account is null and p.employee in (select employee from presence_entry) group by 1 order by 1`);
	await session.run(sql`drop table presence_entry`);
	await session.run(sql`drop table presence_name`);
	const counted = (several: boolean): ReadonlyMap<string, number> => new Map(rows.filter(row => row['several'] === several).map(row => [toText(row['employee'])!, toNumber(row['records'])]));
	return {unknown: counted(false), several: counted(true)};
};

/** A site is the same in other letters. */
const siteName = (site: Sql): Sql => sql`lower(trim(${site}))`;

/**
The times at which at least `least` of some records hold, apart for every account and each of the columns `by`: disjoint, and as few as possible. A record
that ends when another begins leaves nothing between them.
*/
const spans = (records: Sql, by: Sql, least: Sql): Sql => sql`(
	with edge as (select account, ${by}, since as t, 1 as step from ${records} union all select account, ${by}, until, -1 from ${records}),
		level as (select account, ${by}, t, sum(sum(step)) over (partition by account, ${by} order by t) >= ${least} as inside from edge group by account, ${by}, t),
		change as (select * from level qualify inside is distinct from coalesce(lag(inside) over (partition by account, ${by} order by t), false))
	select account, ${by}, t as since, ended as until from (select *, lead(t) over (partition by account, ${by} order by t) as ended from change) where inside)`;

/** Kept events of accounts at moments that lie in spans of a kind: `a` with `row`, `employee` and `t`, and the end of the span in `in_until`. */
const within = (kind: Sql): Sql => sql`(select a.row, a.employee, a.t from (select row, employee, t from event where status = 0 and employee in (select account from presence_span where kind = ${kind})) a
	asof join (select account, since, until from presence_span where kind = ${kind}) s on s.account = a.employee and a.t >= s.since where a.t < s.until)`;

/** Kept events whose system or address in the log is one of the sites of the badges. */
const eventsOfSites = sql`(select a.row, a.employee, a.t, ${siteName(sql`c.text`)} as site from event a join system_cell c on c.cell = a.system where a.status = 0 and a.employee is not null and ${siteName(sql`c.text`)} in (select site from presence_span where kind = 'badge')
	union select a.row, a.employee, a.t, ${siteName(sql`a.ip`)} from event a where a.status = 0 and a.employee is not null and ${siteName(sql`a.ip`)} in (select site from presence_span where kind = 'badge'))`;

/** How many of the kept events name a site of the badges. */
export type PresenceReach = {readonly eventsOfSites: number};

/**
Holds every event against the records of presence. *Leave*: the event lies in a recorded leave of its account. *Outside-shift*: its account has a shift on that
day, and the event lies in none. *Two-sites*: badges of its account are in at two sites, or the log names one of the sites and the account is badged in, but not there.
*/
export const judgePresence = async (session: Session, signal?: AbortSignal): Promise<PresenceReach> => {
	await session.run(sql`create or replace temp table presence_part as
		select account, kind, '' as site, since, until from presence where account is not null and kind in ('leave', 'shift')
		union all select account, 'shift day', '', day_since, day_until from presence where account is not null and kind = 'shift'
		union all select account, unnest(['badge', 'badged in']), unnest([${siteName(sql`site`)}, '']), since, until from presence where account is not null and kind = 'badge' and site is not null`, signal);
	await session.run(sql`create or replace temp table presence_span as select * from ${spans(sql`presence_part`, sql`kind, site`, sql`1`)}`, signal);
	await session.run(sql`create or replace temp table presence_badge as select account, kind, since, until from presence_span where kind = 'badge'`, signal);
	await session.run(sql`insert into presence_overlap select account, since, until from ${spans(sql`presence_badge`, sql`kind`, sql`2`)}`, signal);
	await session.run(sql`insert into presence_span select account, 'overlap', '', since, until from presence_overlap`, signal);
	await session.run(sql`insert into presence_event select row, 'leave' from ${within(sql`'leave'`)}`, signal);
	await session.run(sql`insert into presence_event select a.row, 'outside-shift' from ${within(sql`'shift day'`)} a
		asof left join (select account, since, until from presence_span where kind = 'shift') s on s.account = a.employee and a.t >= s.since where s.until is null or a.t >= s.until`, signal);
	await session.run(sql`create or replace temp table presence_place as select * from ${eventsOfSites}`, signal);
	await session.run(sql`insert into presence_event select row, 'two-sites' from (
		select row from ${within(sql`'overlap'`)}
		union select a.row from presence_place a
			asof join (select account, since, until from presence_span where kind = 'badged in') b on b.account = a.employee and a.t >= b.since
			asof left join (select account, site, since, until from presence_span where kind = 'badge') h on h.account = a.employee and h.site = a.site and a.t >= h.since
			where a.t < b.until and (h.until is null or a.t >= h.until))`, signal);
	const [{places = 0} = {}] = await session.all(sql`select count(distinct row) as places from presence_place`, signal);
	for (const table of [sql`presence_part`, sql`presence_span`, sql`presence_badge`, sql`presence_place`]) {
		await session.run(sql`drop table ${table}`, signal);
	}

	return {eventsOfSites: toNumber(places)};
};
