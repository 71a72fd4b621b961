import {sql, type Sql} from './sql.ts';

/** Where engines differ. Questions are written once, in terms of these. */
export type Dialect = {
	readonly name: 'duckdb' | 'clickhouse';
	/** The bind of a typed value at a place. */
	readonly placeholder: (index: number, type: string) => string;
	/** Exact number of distinct values. */
	readonly exactDistinct: (value: Sql) => Sql;
	/** Whole number division that rounds down, for buckets of time. */
	readonly bucket: (micros: Sql, from: Sql, width: Sql) => Sql;
	/** Distinct texts of a group in order, as a list. */
	readonly sortedDistinct: (value: Sql) => Sql;
	/** The value of the row with the greatest `by`. */
	readonly lastBy: (value: Sql, by: Sql) => Sql;
	/** A stable 64-bit key of a text. */
	readonly key: (value: Sql) => Sql;
};

export const duckdb: Dialect = {
	name: 'duckdb',
	placeholder: index => `$${index}`,
	exactDistinct: value => sql`count(distinct ${value})`,
	bucket: (micros, from, width) => sql`((${micros} - ${from}) // ${width})`,
	sortedDistinct: value => sql`list_sort(list_distinct(list(${value})))`,
	lastBy: (value, by) => sql`arg_max(${value}, ${by})`,
	key: value => sql`hash(${value})`,
};
