import type {Accesses} from '../accesses.ts';
import {toNumber, toText} from '../database.ts';
import {sql} from '../sql.ts';

/** The accesses that match and reached somebody or nobody, by event and customer, in the order of the exports. Denied ones are no accesses. */
export const streamAccesses = async function * ({session, from, where, reached, signal}: Accesses): AsyncGenerator<ReadonlyArray<{readonly row: number; readonly customer?: string}>> {
	const rows = session.stream(sql`select distinct a.row, c.id as customer from ${from} left join customer c on c.key = a.who where ${where} and ${reached} order by a.row, c.id`, signal);
	for await (const block of rows) {
		yield block.map(row => ({row: toNumber(row['row']), ...(row['customer'] === null ? {} : {customer: toText(row['customer'])!})}));
	}
};

/** The rows of the records that match, denied ones too, in no order. Only where every record is one access. */
export const streamRows = ({session, from, where, signal}: Accesses): AsyncIterable<readonly Uint32Array[]> =>
	session.arrays(sql`select a.row::uinteger from ${from} where ${where}`, signal);
