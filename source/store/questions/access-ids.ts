import {relation, type Accesses} from '../accesses.ts';
import {toNumber, toText} from '../database.ts';
import {joined, sql, wholeNumber} from '../sql.ts';

/** The accesses that match and reached somebody or nobody, by event and customer, in the order of the exports. Denied ones are no accesses. */
export const streamAccesses = async function * ({session, from, where, reached, signal}: Accesses): AsyncGenerator<ReadonlyArray<{readonly row: number; readonly customer?: string}>> {
	const rows = session.stream(sql`select distinct a.row, c.id as customer from ${from} left join customer c on c.key = a.who where ${where} and ${reached} order by a.row, c.id`, signal);
	for await (const block of rows) {
		yield block.map(row => ({row: toNumber(row['row']), ...(row['customer'] === null ? {} : {customer: toText(row['customer'])!})}));
	}
};

/** Some blocks of so many rows, rising. */
export type Blocks = {readonly rowsOfBlock: number; readonly blocks: readonly number[]};

/** Up to so many stretches of blocks are asked for one by one: the engine then passes by all that lies between them, and otherwise looks at every row. */
const mostStretches = 8;

/** Rows of a first block to before that behind the last of a stretch without a gap. */
const stretchesOf = ({rowsOfBlock, blocks}: Blocks): ReadonlyArray<{readonly from: number; readonly to: number}> => {
	const ends = blocks.filter((block, index) => blocks[index + 1] !== block + 1);
	return blocks.filter((block, index) => blocks[index - 1] !== block - 1).map((first, index) => ({from: first * rowsOfBlock, to: (ends[index]! + 1) * rowsOfBlock}));
};

/** The rows of the records that match and name one customer or none, denied ones too, in no order; of some blocks only, if need be. */
export const streamRows = ({session, where, signal}: Accesses, only?: Blocks): AsyncIterable<readonly Uint32Array[]> => {
	const all = sql`select a.row::uinteger from ${relation(false)} a where ${where} and a.many is null`;
	if (!only) {
		return session.arrays(all, signal);
	}

	const stretches = stretchesOf(only);
	const some = stretches.length > mostStretches
		? sql`${all} and a.row // ${wholeNumber(only.rowsOfBlock)} in (${joined(only.blocks.map(block => wholeNumber(block)))})`
		: joined(stretches.map(stretch => sql`${all} and a.row >= ${wholeNumber(stretch.from)} and a.row < ${wholeNumber(stretch.to)}`), sql` union all `);
	return session.arrays(some, signal);
};
