import {tmpdir} from 'node:os';
import {openDatabase} from '../../source/store/database.ts';
import {identifier, sql, text} from '../../source/store/sql.ts';

const line = (row: Readonly<Record<string, unknown>>): string => JSON.stringify(row, (_, value: unknown) => typeof value === 'bigint' ? String(value) : value);

/** Every table of an index, row by row: the records in their order and with their places, the others sorted. What stands beside the tables is left out. */
export const indexTables = async (path: string): Promise<Readonly<Record<string, readonly string[]>>> => {
	const database = await openDatabase({path, temporary: tmpdir()});
	const session = await database.open();
	try {
		const names = await session.all(sql`select table_name as name from duckdb_tables() where table_name <> ${text('index_part')} and not internal order by 1`);
		const tables: Array<readonly [string, readonly string[]]> = [];
		for (const row of names) {
			const name = String(row['name']);
			const rows = await session.all(name === 'record' ? sql`select rowid, * from record` : sql`select * from ${identifier(name)}`);
			tables.push([name, name === 'record' ? rows.map(each => line(each)) : rows.map(each => line(each)).toSorted()]);
		}

		return Object.fromEntries(tables);
	} finally {
		session.close();
		database.close();
	}
};
