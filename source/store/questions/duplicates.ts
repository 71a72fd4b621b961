import type {Accesses} from '../accesses.ts';
import {toNumber} from '../database.ts';
import {sql} from '../sql.ts';

/** A row that duplicates the event of another row. */
export type DuplicateRow = {readonly row: number; readonly event: number};

/** The duplicates of all matching events, in the order of their rows: that of the exports. */
export const streamDuplicates = async function * ({session, from, where, signal}: Accesses): AsyncGenerator<DuplicateRow> {
	for await (const block of session.stream(sql`select d.row, d.event from duplicate d where d.event in (select a.row from ${from} where ${where}) order by d.row`, signal)) {
		for (const each of block) {
			yield {row: toNumber(each['row']), event: toNumber(each['event'])};
		}
	}
};
