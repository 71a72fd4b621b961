import type {Accesses} from '../accesses.ts';
import {toNumber, toText} from '../database.ts';
import {joined, sql, wholeNumber} from '../sql.ts';

/** The accesses that match and reached somebody or nobody, by event and customer, in the order of the exports. Denied ones are no accesses. */
export const streamAccesses = async function * ({session, from, where, reached, signal}: Accesses): AsyncGenerator<ReadonlyArray<{readonly row: number; readonly customer?: string}>> {
	const rows = session.stream(sql`select distinct a.row, c.id as customer from ${from} left join customer c on c.key = a.who where ${where} and ${reached} order by a.row, c.id`, signal);
	for await (const block of rows) {
		yield block.map(row => ({row: toNumber(row['row']), ...(row['customer'] === null ? {} : {customer: toText(row['customer'])!})}));
	}
};

/** Some blocks of so many rows. */
export type Blocks = {readonly rowsOfBlock: number; readonly blocks: readonly number[]};

/** The rows of the records that match, denied ones too, in no order; of some blocks only, if need be. Only where every record is one access. */
export const streamRows = ({session, from, where, signal}: Accesses, only?: Blocks): AsyncIterable<readonly Uint32Array[]> =>
	session.arrays(sql`select a.row::uinteger from ${from} where ${where} ${only ? sql`and a.row // ${wholeNumber(only.rowsOfBlock)} in (${joined(only.blocks.map(block => wholeNumber(block)))})` : sql``}`, signal);
