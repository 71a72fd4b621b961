import {toNumber, type Session} from '../database.ts';
import {sql} from '../sql.ts';

/** Where the event of a row stands: its source, and its number among the clean records of that source. */
export type RowPlace = {readonly source: number; readonly n: number};

/** Places of all rows, as two typed arrays: 12 bytes an event, read in one go. */
export const rowPlaces = async (session: Session): Promise<(row: number) => RowPlace> => {
	const [size] = await session.all(sql`select coalesce(max(rowid), -1) + 1 as rows from event`);
	const sources = new Uint32Array(toNumber(size?.['rows']));
	const ordinals = new Float64Array(sources.length);
	for await (const block of session.stream(sql`select rowid as row, source, n from event`)) {
		for (const row of block) {
			const at = toNumber(row['row']);
			sources[at] = toNumber(row['source']);
			ordinals[at] = toNumber(row['n']);
		}
	}

	return row => ({source: sources[row]!, n: ordinals[row]!});
};
