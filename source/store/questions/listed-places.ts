import {toNumber, toText, type Session} from '../database.ts';
import {sql} from '../sql.ts';
import {everyCustomer} from './reach.ts';

/** The place of every listed customer by id, among the customers of `askReach`, in whose session this is asked. */
export const askListedPlaces = async (session: Session, signal?: AbortSignal): Promise<ReadonlyMap<string, number>> => {
	const rows = await session.all(sql`select c.id, r.place from ${everyCustomer} c join reach_customer r on r.key = c.key where c.key in (select key from leaked_customer)`, signal);
	return new Map(rows.map(row => [toText(row['id'])!, toNumber(row['place'])]));
};
