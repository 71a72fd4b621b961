import type {Accesses} from '../accesses.ts';
import {toText} from '../database.ts';
import {cellOf, isInferred} from '../event-lists.ts';
import {joined, sql} from '../sql.ts';

/** Customers of a question whom only the lists of these events name. */
export const askCustomersOfLists = async ({session, from, where, reached, signal}: Accesses, events: readonly string[]): Promise<ReadonlySet<string>> => {
	const rows = await session.all(sql`select c.id from (select a.who from ${from} where ${where} and ${reached} and a.who is not null group by a.who
			having bool_and(${isInferred} and a.row in (select row from event_list where cell in (${joined(events.map(event => cellOf(event)))})))) g join customer c on c.key = g.who`, signal);
	return new Set(rows.map(row => toText(row['id'])!));
};
