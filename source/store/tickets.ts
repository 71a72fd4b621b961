import {relation} from './accesses.ts';
import type {Session} from './database.ts';
import {duckdb} from './dialect.ts';
import {namedAccount} from './named-account.ts';
import {constant, sql, type Sql} from './sql.ts';

/** A row of a ticket system. `closed` is the first moment, in UTC microseconds, at which it was not open any more. */
export type TicketEntry = {readonly id: string; readonly customer?: string; readonly account?: string; readonly opened?: number; readonly closed?: number};

/** What there is to check the tickets by. */
export type TicketCounts = {readonly rows: number; readonly tickets: number; readonly unknownCustomers: number; readonly unknownAccounts: number; readonly withoutOpening: number};

/** The engine has a key for NULL too. */
const keyOrNull = (text: Sql): Sql => sql`case when ${text} is not null then ${duckdb.key(text)} end`;

/** What stands between the words of a reason. */
const betweenWords = constant(String.raw`[^\p{L}\p{N}_-]+`);

/** The number as it is compared: in capitals, without the sign before it. */
const plainId = (id: Sql): Sql => sql`upper(ltrim(trim(${id}), '#'))`;

/**
Takes tickets into the store. `customers` says whom their customers mean. A customer or an account that neither the exports nor the directories know is
nothing that a reason can be held against, and is left out.
*/
export const addTickets = async (session: Session, entries: Iterable<TicketEntry>, customers: ReadonlyMap<string, string>): Promise<TicketCounts> => {
	await session.run(sql`create or replace temp table ticket_entry (id varchar, customer varchar, has_customer varchar, account varchar, opened varchar, closed varchar)`);
	await session.append('ticket_entry', (function * () {
		for (const {id, customer, account, opened, closed} of entries) {
			yield [id, customer === undefined ? undefined : customers.get(customer), customer, account, opened?.toString(), closed?.toString()];
		}
	})());
	const account = namedAccount(sql`t.account`);
	await session.run(sql`insert into ticket
		select ${plainId(sql`t.id`)}, ${keyOrNull(sql`t.customer`)}, ${account.key}, t.opened::bigint, t.closed::bigint
		from ticket_entry t ${account.joins}`);
	const [row = {}] = await session.all(sql`select count(*) as rows, count(distinct ${plainId(sql`id`)}) as tickets, count(*) filter (where has_customer is not null and customer is null) as customers,
		(select count(*) from ticket_entry where account is not null) - (select count(*) from ticket where account is not null) as accounts, count(*) filter (where opened is null) as opened from ticket_entry`);
	await session.run(sql`drop table ticket_entry`);
	return {rows: Number(row['rows']), tickets: Number(row['tickets']), unknownCustomers: Number(row['customers']), unknownAccounts: Number(row['accounts']), withoutOpening: Number(row['opened'])};
};

/**
Holds every reason against the tickets that it names: *supported* where one of them concerns this customer, was this account's and was open then;
*contradicted* where all of them concern another customer or another account, or were not open; nothing where that cannot be told. A reason names a ticket
by its number, alone or among words.
*/
export const judgeReasons = async (session: Session, several: boolean): Promise<void> => {
	await session.run(sql`create or replace temp table named_ticket as
		select r.reason, t.* exclude (id) from (
			select reason, unnest(list_distinct(list_append(regexp_split_to_array(upper(reason), ${betweenWords}), ${plainId(sql`reason`)}))) as id
			from (select distinct reason from event where reason is not null and status = 0)) r join ticket t on t.id = r.id`);
	await session.run(sql`insert into support
		select row, who, case when bool_or(coalesce(fits, false)) then 'supported' else 'contradicted' end from (
			select a.row, coalesce(a.who, 0) as who, n.customer = a.who and n.account = a.employee and a.t >= n.opened and (n.closed is null or a.t < n.closed) as fits,
				n.customer <> a.who or n.account <> a.employee or a.t < n.opened or a.t >= n.closed as differs
			from ${relation(several)} a join named_ticket n on n.reason = a.reason where a.status = 0)
		group by row, who having bool_or(coalesce(fits, false)) or bool_and(coalesce(differs, false))`);
	await session.run(sql`drop table named_ticket`);
};
