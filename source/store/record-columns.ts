import {toNumber, type Session} from './database.ts';
import {identifier, joined, sql, type Sql} from './sql.ts';

/*
One row a clean record, in the order of the files: its `rowid` is its number in the whole load. A column that no source fills costs memory
all the same, so those that most exports lack are added when a source brings them; the view `event` shows all of them always.
*/

type Column = {readonly name: string; readonly type: 'ubigint' | 'bigint' | 'varchar' | 'boolean'};

/** Columns that an event may have. */
const lasting: readonly Column[] = [
	...['many', 'action', 'system', 'outcome', 'behalf'].map(name => ({name, type: 'ubigint'} as const)),
	{name: 'count', type: 'bigint'},
	...['resource', 'ip', 'device', 'session', 'reason'].map(name => ({name, type: 'varchar'} as const)),
	// True where a rule says that customers were reached, whether the record names any or not.
	{name: 'unnamed', type: 'boolean'},
];

/** Columns by which records are compared with those of other sources. */
const comparing: readonly Column[] = ['print', 'native', 'disclosure'].map(name => ({name, type: 'ubigint'} as const));

/** Columns that serve while loading, and are dropped after it. */
const passing: readonly Column[] = [
	...comparing, ...['employee_name', 'employee_email', 'customer_email', 'customer_country'].map(name => ({name, type: 'ubigint'} as const)),
	{name: 'naive', type: 'boolean'}, {name: 'ambiguous', type: 'boolean'},
	// Why a row was rejected: of millions nearly none is.
	{name: 'problem', type: 'varchar'},
];

export type OptionalColumn = 'many' | 'action' | 'system' | 'outcome' | 'behalf' | 'count' | 'resource' | 'ip' | 'device' | 'session' | 'reason' | 'unnamed'
	| 'print' | 'native' | 'disclosure' | 'employee_name' | 'employee_email' | 'customer_email' | 'customer_country' | 'naive' | 'ambiguous' | 'problem';

const typeOf = (column: Column): Sql => ({ubigint: sql`ubigint`, bigint: sql`bigint`, varchar: sql`varchar`, boolean: sql`boolean`})[column.type];


const present = async (session: Session, database = sql`current_database()`): Promise<ReadonlySet<string>> =>
	new Set((await session.all(sql`select column_name as name from duckdb_columns() where table_name = 'record' and database_name = ${database} and not internal`)).map(row => String(row['name'])));

/** Writes the view `event` anew: all columns, NULL where no source brought one, and `row`, the number of the record in the whole load, from 0. */
const describeEvents = async (session: Session, records: Sql = sql`record`, database: Sql = sql`current_database()`): Promise<void> => {
	const columns = await present(session, database);
	const optional = [...lasting, ...passing].map(column => columns.has(column.name) ? identifier(column.name) : sql`null::${typeOf(column)} as ${identifier(column.name)}`);
	// The records of a load of one source are the first's.
	const source = columns.has('source') ? sql`source` : sql`0::integer as source`;
	await session.run(sql`create or replace view event as select rowid as row, ${source}, t, status, employee, customer, data, activity, ${joined(optional)} from ${records}`);
};

/** Writes the view over records that stand in an attached file. */
export const describeKeptEvents = async (session: Session): Promise<void> => describeEvents(session, sql`kept.main.record`, sql`'kept'`);

/** Makes the table and the view, empty. */
export const createRecords = async (session: Session): Promise<void> => {
	await session.run(sql`create or replace table record (source integer not null, t bigint, status utinyint not null, employee ubigint, customer ubigint, data ubigint not null, activity ubigint)`);
	await describeEvents(session);
};

/** Adds the columns that a source brings and none did before. */
export const addColumns = async (session: Session, names: readonly OptionalColumn[]): Promise<void> => {
	const columns = await present(session);
	const fresh = [...lasting, ...passing].filter(({name}) => names.some(each => each === name) && !columns.has(name));
	for (const column of fresh) {
		await session.run(sql`alter table record add column ${identifier(column.name)} ${typeOf(column)}`);
	}

	if (fresh.length > 0) {
		await describeEvents(session);
	}
};

/** Drops what only loading needed, but for the reasons of what was rejected; of a single source, whose records they are. A load that sources will be added to keeps what they are compared by: a column that no question names costs it nothing. */
export const dropPassingColumns = async (session: Session, {growing}: {readonly growing: boolean}): Promise<void> => {
	const columns = await present(session);
	if (columns.has('problem')) {
		await session.run(sql`insert into rejection select rowid, problem from record where problem is not null`);
	}

	const [{sources} = {}] = await session.all(sql`select count(*) as sources from source`);
	if (toNumber(sources) === 1 && !growing) {
		await session.run(sql`alter table record drop column source`);
	}

	for (const {name} of passing.filter(column => columns.has(column.name) && !(growing && comparing.includes(column)))) {
		await session.run(sql`alter table record drop column ${identifier(name)}`);
	}

	await describeEvents(session);
};
