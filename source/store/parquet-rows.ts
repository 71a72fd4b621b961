import {toText, type Session} from './database.ts';
import {constant, nothing, sql, wholeNumber} from './sql.ts';

/** The rows of a Parquet file as JSON texts, in order. */
export const parquetRows = async function * (session: Session, path: string, limit?: number): AsyncGenerator<string> {
	const cut = limit === undefined ? nothing : sql`limit ${wholeNumber(limit)}`;
	for await (const block of session.stream(sql`select to_json(r)::varchar as line from read_parquet(${constant(path)}) r ${cut}`)) {
		for (const row of block) {
			yield toText(row['line'])!;
		}
	}
};
