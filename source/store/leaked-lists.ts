import type {Session} from './database.ts';
import {toNumber, toText} from './database.ts';
import {everyCustomer} from './questions/reach.ts';
import {sameForm} from './salesforce-ids.ts';
import {sql, text} from './sql.ts';

/** What became of the entries of a list, each of them different from the others. */
export type Resolved = {
	/** Entry → id of the customer that it means. */
	readonly customers: ReadonlyMap<string, string>;
	/** Entries that several customers share: they name none of them. */
	readonly ambiguous: ReadonlySet<string>;
};

/** The e-mail address in an entry as mail programs and web pages write it, `Name <address>` (RFC 5322, 3.4) or `mailto:address` (RFC 6068); else the entry itself. */
export const addressIn = (entry: string): string => (/^[^<>]*<(?:mailto:)?(?<address>[^\s<>?]+@[^\s<>?]+)>$/i.exec(entry) ?? /^mailto:(?<address>[^\s<>?]+@[^\s<>?]+)(?:\?.*)?$/i.exec(entry))?.groups?.['address'] ?? entry;

/** Whom entries mean: a customer's id, the id as it was logged, the other form of an id of Salesforce, or an e-mail address in any case of letters, alone or behind a name. The first that knows the entry is believed. */
export const resolveEntries = async (session: Session, entries: readonly string[], signal?: AbortSignal): Promise<Resolved> => {
	await session.run(sql`create or replace temp table listed_entry (entry varchar not null, address varchar not null)`, signal);
	await session.append('listed_entry', (function * () {
		for (const entry of entries) {
			yield [entry, addressIn(entry)];
		}
	})());
	const rows = await session.all(sql`
		with every as materialized (select key, id, email from ${everyCustomer}),
			named as (
				select e.entry, 0 as way, c.key from listed_entry e join every c on c.id = e.entry
				union all select e.entry, 1, l.customer from listed_entry e join customer_cell l on l.logged = e.entry and l.cell not in (select cell from customer_cell group by cell having count(*) > 1)
				union all select asked, 1, key from ${sameForm(sql`every`, sql`(select entry as id from listed_entry)`)}
				union all select e.entry, 2, c.key from listed_entry e join every c on lower(c.email) = lower(e.address) where contains(e.address, '@')
				union all select e.entry, 2, c.key from listed_entry e join customer_by_email m on m.email = lower(e.address) join every c on c.id = m.id where contains(e.address, '@')),
			best as (select entry, min(way) as way from named group by 1)
		select n.entry, count(distinct n.key) as found, min(c.id) as id from named n join best b on b.entry = n.entry and b.way = n.way join every c on c.key = n.key group by 1`, signal);
	await session.run(sql`drop table listed_entry`);
	const one = rows.filter(row => toNumber(row['found']) === 1);
	return {
		customers: new Map(one.map(row => [toText(row['entry'])!, toText(row['id'])!])),
		ambiguous: new Set(rows.filter(row => toNumber(row['found']) > 1).map(row => toText(row['entry'])!)),
	};
};

/** Takes a list into the store: `leaked:` in a filter, and the ranking, mean the customers of all lists together. */
export const addLeakedList = async (session: Session, path: string, customers: Iterable<string>): Promise<void> => {
	await session.run(sql`insert into leaked_list values (${text(path)})`);
	await session.run(sql`create or replace temp table listed_customer (id varchar not null)`);
	await session.append('listed_customer', (function * () {
		for (const id of customers) {
			yield [id];
		}
	})());
	await session.run(sql`insert into leaked_customer select key from ${everyCustomer} where id in (select id from listed_customer) and key not in (select key from leaked_customer)`);
	await session.run(sql`drop table listed_customer`);
};
