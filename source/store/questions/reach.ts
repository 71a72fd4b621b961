import type {Instant} from '../../records/instant.ts';
import {duckdb} from '../dialect.ts';
import type {Accesses} from '../accesses.ts';
import {toNumber, toText, type Items} from '../database.ts';
import {int64, sql, wholeNumber, type Sql} from '../sql.ts';
import {dayNumber} from './breakdowns.ts';
import {rowStretches, type RowStretch} from './row-stretches.ts';

/** An account as the directory knows it; a shared or service account is nobody's own. */
export type ReachAccount = {readonly id: string; readonly name?: string; readonly team?: string; readonly kind?: string; /** The day on which they left, counted from 1970. */ readonly leaving?: number};

/** Places among things, in no more room than so many need. */
export type PlaceColumn = Items;

export const placeColumn = (things: number, length: number): PlaceColumn =>
	things <= 0x1_00 ? new Uint8Array(length) : (things <= 0x1_00_00 ? new Uint16Array(length) : new Uint32Array(length));

/** The engine's type for them. */
export const placeType = (things: number): Sql => things <= 0x1_00 ? sql`utinyint` : (things <= 0x1_00_00 ? sql`usmallint` : sql`uinteger`);

/** The accesses that the ranking is made from, column by column; everything but the names is numbers. */
export type ReachRows = {
	/** In the order of their ids; an access holds the place of its account. */
	readonly accounts: readonly ReachAccount[];
	/** Ids of customers in order, of the logs and of the directory. */
	readonly customers: number;
	readonly markets: readonly string[];
	/** The market of each customer. */
	readonly market: Uint16Array;
	/** Customers on the loaded lists, in order. */
	readonly leaked: Uint32Array;
	readonly systems: readonly string[];
	readonly jobs: readonly string[];
	/** The first day of the data, counted from 1970. */
	readonly firstDay: number;
	/** Days that the data spans. */
	readonly days: number;
	/** Accesses that were left out because they came later than was asked for. */
	readonly later?: number;
	readonly columns: {
		readonly account: PlaceColumn; readonly customer: Uint32Array; readonly day: Uint16Array;
		/** Places in `systems` and `jobs`; their length for none. */
		readonly system: PlaceColumn; readonly job: PlaceColumn;
	};
};

/** All customers: a listed one whom nobody opened tells as much as one whom many did. */
export const everyCustomer: Sql = sql`(select key, id, email, country, market from customer
	union all select ${duckdb.key(sql`id`)}, id, email, country, market from customer_entry where ${duckdb.key(sql`id`)} not in (select key from customer))`;

/** More than so many systems, reports or markets tell nothing apart. */
const mostGroups = 1000;
const longestSpan = 65_535;

/** How many things the places of a column are among: behind the last system and the last report stands none. */
type Things = {readonly account: number; readonly system: number; readonly job: number};

const columnsFor = ({account, system, job}: Things, length: number): ReachRows['columns'] =>
	({account: placeColumn(account, length), customer: new Uint32Array(length), day: new Uint16Array(length), system: placeColumn(system, length), job: placeColumn(job, length)});

type ColumnName = keyof ReachRows['columns'];

const columnNames: readonly ColumnName[] = ['account', 'customer', 'day', 'system', 'job'];

/** Arrays that grow as rows come in, without an object a row. */
class Growing {
	length = 0;
	private readonly things: Things;
	private held: ReachRows['columns'];

	constructor(things: Things) {
		this.things = things;
		this.held = columnsFor(things, 65_536);
	}

	/** In the order of the names of columns. */
	add(columns: readonly Items[]): void {
		const more = columns[0]!.length;
		this.room(more);
		for (const [place, name] of columnNames.entries()) {
			this.held[name].set(columns[place]!, this.length);
		}

		this.length += more;
	}

	room(more: number): void {
		const wanted = this.length + more;
		if (wanted <= this.held.account.length) {
			return;
		}

		const grown = columnsFor(this.things, Math.max(wanted, Math.ceil(this.held.account.length * 1.5)));
		for (const name of columnNames) {
			grown[name].set(this.held[name]);
		}

		this.held = grown;
	}

	columns(): ReachRows['columns'] {
		const {held: {account, customer, day, system, job}, length} = this;
		return {account: account.subarray(0, length), customer: customer.subarray(0, length), day: day.subarray(0, length), system: system.subarray(0, length), job: job.subarray(0, length)};
	}
}

export type ReachAsk = {
	/** Only accesses before this moment: a list cannot come from what was reached after it surfaced. */
	readonly before?: Instant;
	readonly zone: string;
	/** Told with the part of the accesses that was read, 0 to 1. */
	readonly onProgress?: (done: number) => void;
};

const optional = <Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>> => value === null || value === undefined ? {} : {[name]: toText(value)!} as Record<Name, string>;

/** What is numbered, once: names stay here, the accesses carry places. */
const numberThings = async ({session, from, where, reached, signal}: Accesses): Promise<Omit<ReachRows, 'columns' | 'firstDay' | 'days' | 'later'>> => {
	await session.run(sql`create or replace temp table reach_account as select key, id, name, team, kind, leaving, row_number() over (order by id) - 1 as place from employee where key in (select distinct a.employee from ${from} where ${where} and ${reached})`, signal);
	await session.run(sql`create or replace temp table reach_market as select market, row_number() over (order by customers desc, market) - 1 as place
		from (select coalesce(country, market, 'unknown') as market, count(*) as customers from ${everyCustomer} group by 1) qualify place < ${wholeNumber(mostGroups)}`, signal);
	// Ids in the order in which they were given: 99 comes before 100.
	await session.run(sql`create or replace temp table reach_customer as select c.key, row_number() over (order by length(c.id), c.id) - 1 as place, coalesce(m.place, ${wholeNumber(mostGroups)}) as market
		from ${everyCustomer} c left join reach_market m on m.market = coalesce(c.country, c.market, 'unknown')`, signal);
	await session.run(sql`create or replace temp table reach_system as select text, row_number() over (order by text) - 1 as place from (select distinct s.text from system_cell s where s.cell in (select distinct system from event where status = 0)) qualify place < ${wholeNumber(mostGroups)}`, signal);
	// A report that one account alone ran is that account.
	await session.run(sql`create or replace temp table reach_job as select resource, row_number() over (order by customers desc, resource) - 1 as place
		from (select a.resource, count(distinct a.who) as customers from ${from} where ${where} and ${reached} and a.resource is not null
			and a.activity in (select cell from activity_cell where activity in ('export', 'share')) group by 1 having count(distinct a.employee) > 1 and count(distinct a.who) > 1)
		qualify place < ${wholeNumber(mostGroups)}`, signal);
	const accounts = await session.all(sql`select id, name, team, kind, date_diff('day', date '1970-01-01', try_cast(leaving as date)) as leaving from reach_account order by place`, signal);
	const markets = await session.all(sql`select market from reach_market order by place`, signal);
	const systems = await session.all(sql`select text from reach_system order by place`, signal);
	const jobs = await session.all(sql`select resource from reach_job order by place`, signal);
	const [{customers = 0} = {}] = await session.all(sql`select count(*) as customers from reach_customer`, signal);
	const market = new Uint16Array(toNumber(customers));
	for await (const {rows, columns: [place, number]} of session.numbers(sql`select place::uinteger, market::usmallint from reach_customer`, signal)) {
		for (let row = 0; row < rows; row++) {
			market[place!(row)] = number!(row);
		}
	}

	const leaked: number[] = [];
	for await (const {rows, columns: [place]} of session.numbers(sql`select c.place::uinteger from reach_customer c where c.key in (select key from leaked_customer) order by 1`, signal)) {
		for (let row = 0; row < rows; row++) {
			leaked.push(place!(row));
		}
	}

	return {
		accounts: accounts.map(row => ({id: toText(row['id'])!, ...optional('name', row['name']), ...optional('team', row['team']), ...optional('kind', row['kind']), ...(row['leaving'] === null ? {} : {leaving: toNumber(row['leaving'])})})),
		customers: market.length, markets: [...markets.map(row => toText(row['market'])!), ...(markets.length === mostGroups ? ['other'] : [])], market, leaked: Uint32Array.from(leaked),
		systems: systems.map(row => toText(row['text'])!), jobs: jobs.map(row => toText(row['resource'])!),
	};
};

/** Account, customer and day of every access that reached somebody, with the system and the report it went through. Denied ones reached nobody. */
export const askReach = async (accesses: Accesses, {before, zone, onProgress}: ReachAsk): Promise<ReachRows> => {
	const {session, from, where, reached, signal} = accesses;
	const early = before === undefined ? sql`true` : sql`a.t < ${int64(before)}`;
	const things = await numberThings({...accesses, where: sql`${where} and ${early}`});
	const [span = {}] = await session.all(sql`select min(${dayNumber(zone)}) filter (${early}) as first_day, max(${dayNumber(zone)}) filter (${early}) as last_day, count(*) filter (${early}) as accesses,
			max(a.row) filter (${early}) as last_row, count(*) filter (not ${early} and ${reached}) as later from ${from}
		where ${where} and a.employee is not null`, signal);
	const firstDay = toNumber(span['first_day']);
	const days = Math.min(longestSpan, toNumber(span['last_day']) - firstDay + 1);
	const counts = {account: things.accounts.length, system: things.systems.length + 1, job: things.jobs.length + 1};
	const found = new Growing(counts);
	// No more are read than there are: nothing is copied on the way.
	found.room(toNumber(span['accesses']));
	const accessesOf = (stretch: RowStretch): Sql => sql`select p.place::${placeType(counts.account)}, c.place::uinteger, least(${dayNumber(zone)} - ${int64(firstDay)}, ${wholeNumber(longestSpan)})::usmallint,
			coalesce(s.place, ${wholeNumber(things.systems.length)})::${placeType(counts.system)}, coalesce(j.place, ${wholeNumber(things.jobs.length)})::${placeType(counts.job)}
		from ${from} join reach_account p on p.key = a.employee join reach_customer c on c.key = a.who
			left join (select y.cell, min(r.place) as place from system_cell y join reach_system r on r.text = y.text group by 1) s on s.cell = a.system left join reach_job j on j.resource = a.resource
		where ${where} and ${reached} and ${early} and a.row >= ${int64(stretch.from)} and a.row < ${int64(stretch.to)}`;
	for (const stretch of rowStretches(span['last_row'] === null ? -1 : toNumber(span['last_row']))) {
		for await (const columns of session.arrays<Items>(accessesOf(stretch), signal)) {
			found.add(columns);
			onProgress?.(found.length / Math.max(1, toNumber(span['accesses'])));
		}
	}

	return {...things, firstDay, days: Math.max(1, days), ...(before === undefined ? {} : {later: toNumber(span['later'])}), columns: found.columns()};
};
