import type {Session} from '../database.ts';
import {toNumber, toText} from '../database.ts';
import {sql} from '../sql.ts';
import {dayNumber} from './breakdowns.ts';

/** The days of a zone, counted from 1970, on which a system has a record; `system` is absent where the logs name none. */
export type SystemDays = {readonly system?: string; readonly days: readonly number[]; /** Records of each of the days. */ readonly events: readonly number[]};

const numbers = (values: unknown): readonly number[] => (values as ReadonlyArray<number | bigint>).map(value => toNumber(value));

/** On which days each system wrote anything at all, and how much, denied and failed accesses included. */
export const askCoverage = async (session: Session, zone: string, signal?: AbortSignal): Promise<readonly SystemDays[]> => {
	const rows = await session.all(sql`select g.text as system, list(g.day order by g.day) as days, list(g.events order by g.day) as events
		from (select s.text, n.day, sum(n.events) as events from (select a.system, ${dayNumber(zone)} as day, count(*) as events from event a where a.status = 0 group by 1, 2) n
			left join (select distinct cell, text from system_cell) s on s.cell = n.system group by 1, 2) g
		group by 1 order by 1 nulls last`, signal);
	return rows.map(row => ({...(row['system'] === null ? {} : {system: toText(row['system'])!}), days: numbers(row['days']), events: numbers(row['events'])}));
};
