import {BugError} from '../errors.ts';
import {toNumber, type Session} from './database.ts';
import {duckdb} from './dialect.ts';
import {addColumns} from './record-columns.ts';
import {sql, text, wholeNumber, type Sql} from './sql.ts';

/*
The lists behind bulk exports. A list makes the customers on it customers of its event, as if the record named them; `inferred` keeps which of them it does
not name, and `event_list` how the record was, so that it can be undone before exports are added to what is kept.
*/

/** A list that is joined to an event. `unknown`: the record says no number, and goes on saying none. */
export type JoinedList = {readonly row: number; /** Id of the event. */ readonly event: string; readonly unknown: boolean; readonly customers: readonly string[]};

const one = async (session: Session, query: Sql): Promise<number> => toNumber((await session.all(query))[0]?.['n']);

/** The customers whom no export names until now, with what the directory says of them. */
const addUnnamed = async (session: Session): Promise<void> => {
	await session.run(sql`insert into list_customer select distinct ${duckdb.key(sql`id`)} from list_member where ${duckdb.key(sql`id`)} not in (select key from customer)`);
	await session.run(sql`insert into customer
		select ${duckdb.key(sql`m.id`)}, m.id, coalesce(d.email, case when contains(m.id, '@') then m.id end), d.name, d.country, d.country_basis, d.controller, d.language, d.market
		from (select distinct id from list_member) m left join customer_entry d on d.id = m.id where ${duckdb.key(sql`m.id`)} not in (select key from customer)`);
};

/** The cell in which the customers of an event with a list stand. */
export const cellOf = (event: string): Sql => duckdb.key(sql`${text(`the list behind ${event}`)}`);

/** Joins a list to its event; gives how many customers the record itself names, and how many only the list does. */
export const joinList = async (session: Session, {row, event, unknown, customers}: JoinedList): Promise<{readonly logged: number; readonly inferred: number}> => {
	const at = sql`${wholeNumber(row)}::bigint`;
	const cell = cellOf(event);
	if (await one(session, sql`select count(*) as n from customer_cell where cell = ${cell}`) > 0) {
		throw new BugError(`the list behind ${event} has the key of another cell`);
	}

	await session.run(sql`create or replace temp table list_member (id varchar not null)`);
	await session.append('list_member', (function * () {
		for (const id of customers) {
			yield [id];
		}
	})());
	await addUnnamed(session);
	await addColumns(session, ['many']);
	await session.run(sql`insert into event_list select row, customer, many, ${cell}, ${unknown ? sql`true` : sql`false`} from event where row = ${at}`);
	await session.run(sql`insert into customer_cell
		select ${cell}, l.customer, l.logged from customer_cell l where l.cell = (select many from event_list where row = ${at})
		union all select ${cell}, c.key, c.id from customer c where c.key = (select customer from event_list where row = ${at})`);
	const logged = await one(session, sql`select count(distinct customer) as n from customer_cell where cell = ${cell}`);
	await session.run(sql`insert into inferred select ${at}, c.key from (select distinct id from list_member) m join customer c on c.id = m.id where c.key not in (select customer from customer_cell where cell = ${cell})`);
	await session.run(sql`insert into customer_cell select ${cell}, c.key, c.id from inferred i join customer c on c.key = i.who where i.row = ${at}`);
	const inferred = await one(session, sql`select count(*) as n from inferred where row = ${at}`);
	// One customer stands in the record, as everywhere; several stand behind their cell.
	await session.run(logged + inferred === 1
		? sql`update record set customer = (select customer from customer_cell where cell = ${cell}), many = null where rowid = ${at}`
		: sql`update record set customer = null, many = ${logged + inferred === 0 ? sql`many` : cell} where rowid = ${at}`);
	await session.run(sql`drop table list_member`);
	return {logged, inferred};
};

/** Makes every record what it was before lists were joined. */
export const undoLists = async (session: Session): Promise<void> => {
	if (await one(session, sql`select count(*) as n from event_list`) > 0) {
		await session.run(sql`update record set customer = l.customer, many = l.many from event_list l where l.row = record.rowid`);
		await session.run(sql`delete from customer_cell where cell in (select cell from event_list)`);
		await session.run(sql`delete from customer where key in (select key from list_customer)`);
	}

	for (const table of [sql`event_list`, sql`inferred`, sql`list_customer`]) {
		await session.run(sql`delete from ${table}`);
	}
};

/** The rows of events that say no number of customers, though a list is joined to them; undefined where no list was given at all. */
export const readListFacts = async (session: Session): Promise<readonly number[] | undefined> => {
	const rows = await session.all(sql`select row, unknown from event_list order by row`);
	return rows.length === 0 ? undefined : rows.filter(row => row['unknown'] === true).map(row => toNumber(row['row']));
};

/** Accesses whose customer the record does not name: a list says that they were in it. */
export const isInferred: Sql = sql`((a.row, a.who) in (select row, who from inferred))`;
