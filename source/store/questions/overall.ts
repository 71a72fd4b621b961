import {toNumber, type Session} from '../database.ts';
import {sql} from '../sql.ts';

/** Of everything that is kept: the newest moment, and the customers that the logs name. */
export const askOverall = async (session: Session): Promise<{readonly newest: number | undefined; readonly customers: number}> => {
	const [events = {}] = await session.all(sql`select max(t) as newest from event where status = 0`);
	const [people = {}] = await session.all(sql`select count(*) as customers from customer`);
	return {newest: events['newest'] === null ? undefined : toNumber(events['newest']), customers: toNumber(people['customers'])};
};
