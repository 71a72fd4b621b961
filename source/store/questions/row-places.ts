import {toNumber, type Session} from '../database.ts';
import {sql} from '../sql.ts';

/** Where the event of a row stands: its source, and its number among the clean records of that source. */
export type RowPlace = {readonly source: number; readonly n: number};

/** Places of rows, from where the records of each source begin. */
export const rowPlaces = async (session: Session): Promise<(row: number) => RowPlace> => {
	const sources = (await session.all(sql`select id, base from source order by base, id`)).map(row => ({source: toNumber(row['id']), base: toNumber(row['base'])}));
	return row => {
		let low = 0;
		let high = sources.length;
		while (high - low > 1) {
			const middle = (low + high) >> 1;
			if (sources[middle]!.base <= row) {
				low = middle;
			} else {
				high = middle;
			}
		}

		const {source, base} = sources[low]!;
		return {source, n: row - base};
	};
};
