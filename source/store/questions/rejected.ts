import {toNumber, toText, type Session} from '../database.ts';
import {sql, wholeNumber} from '../sql.ts';

/** Reasons why clean records of a source were rejected, most frequent first; `first` is the number of the first among its clean records, from 0. */
export const askProblems = async (session: Session, source: number): Promise<ReadonlyArray<{readonly reason: string; readonly records: number; readonly first: number}>> => {
	const rows = await session.all(sql`select r.problem, count(*) as records, min(row - base) as first from event join source on source.id = event.source left join rejection r using (row) where event.source = ${wholeNumber(source)} and status = 2 group by 1 order by 2 desc, 1`);
	return rows.map(row => ({reason: toText(row['problem'])!, records: toNumber(row['records']), first: toNumber(row['first'])}));
};

/** Every rejected clean record of a source with its reason. */
export const streamProblems = async function * (session: Session, source: number): AsyncGenerator<{readonly n: number; readonly reason: string}> {
	for await (const block of session.stream(sql`select row - base as n, r.problem from event join source on source.id = event.source left join rejection r using (row) where event.source = ${wholeNumber(source)} and status = 2 order by row`)) {
		for (const row of block) {
			yield {n: toNumber(row['n']), reason: toText(row['problem'])!};
		}
	}
};
