import type {Session} from '../database.ts';
import {toNumber, toText} from '../database.ts';
import {sql} from '../sql.ts';
import {dayNumber} from './breakdowns.ts';

/** The days of a zone, counted from 1970, on which a system has a record; `system` is absent where the logs name none. */
export type SystemDays = {readonly system?: string; readonly days: readonly number[]};

/** On which days each system wrote anything at all, denied and failed accesses included. */
export const askCoverage = async (session: Session, zone: string, signal?: AbortSignal): Promise<readonly SystemDays[]> => {
	const rows = await session.all(sql`select sy.text as system, list_sort(list_distinct(list(g.day))) as days
		from (select distinct a.system, ${dayNumber(zone)} as day from event a where a.status = 0) g
		left join system_cell sy on sy.cell = g.system group by 1 order by 1 nulls last`, signal);
	return rows.map(row => ({...(row['system'] === null ? {} : {system: toText(row['system'])!}), days: (row['days'] as ReadonlyArray<number | bigint>).map(day => toNumber(day))}));
};
