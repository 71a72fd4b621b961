import {unknownScope, type Accesses, type StoreFacts} from '../accesses.ts';
import {toNumber} from '../database.ts';
import {sql} from '../sql.ts';

/** Matching events without a customer that say how many they reached, or that reached some without saying so. */
export const countNameless = async ({session, from, where, reached, signal}: Accesses, facts: StoreFacts): Promise<number> => {
	const [row] = await session.all(sql`select count(*) as events from ${from} where ${where} and ${reached} and a.who is null and (a.count is not null or (${unknownScope(facts)}))`, signal);
	return toNumber(row?.['events']);
};
