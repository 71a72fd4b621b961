import {toNumber, type Session} from '../database.ts';
import {joined, sql, wholeNumber} from '../sql.ts';

/** What a format gives no time or no account for. */
const misread = sql`(event.t is null or event.employee is null)`;

/** How many records of each of these sources have no time or no account; sources without such a record are left out. */
export const countMisread = async (session: Session, sources: readonly number[]): Promise<ReadonlyMap<number, number>> => {
	const rows = await session.all(sql`select source, count(*) as records from event where source in (${joined(sources.map(source => wholeNumber(source)))}) and ${misread} group by 1`);
	return new Map(rows.map(row => [toNumber(row['source']), toNumber(row['records'])]));
};

/** Their numbers among the clean records of a source, from 0, in order: of every so many records one is looked at. */
export const misreadRecords = async (session: Session, source: number, every: number): Promise<readonly number[]> => {
	const rows = await session.all(sql`select row - base as n from event join source on source.id = event.source where event.source = ${wholeNumber(source)} and ${misread} and (row - base) % ${wholeNumber(every)} = 0 order by row`);
	return rows.map(row => toNumber(row['n']));
};
