import type {Session} from './database.ts';
import {createRecords} from './record-columns.ts';
import {sql, type Sql} from './sql.ts';

/*
The store keeps keys and numbers; the verbatim text stays in the exports, found again by source and ordinal. A key is the engine's
64-bit hash of a text: it needs no second pass over the file and no lookup while loading. `dictionary` holds the text of every key,
and a load fails over to another key when two texts of one field ever share one.
*/

/** `event.status`, beside `row`, `t` in UTC microseconds, and the keys of what the record says */
export const kept = 0;
export const duplicate = 1;
export const rejected = 2;

/** Tables of what was loaded. Run again, they are empty. */
const eventSchema: readonly Sql[] = [
	// Every text behind a key, by field.
	sql`create or replace table dictionary (field varchar not null, key ubigint not null, text varchar not null)`,
	// Which customers a logged cell names. \`event.customer\` is set where a cell names one, \`event.many\` where it names several.
	sql`create or replace table customer_cell (cell ubigint not null, customer ubigint not null, logged varchar not null)`,
	// Cells that are filled and name nobody, such as an empty list.
	sql`create or replace table empty_cell (cell ubigint not null)`,
	sql`create or replace table customer (key ubigint not null, id varchar not null, email varchar, name varchar, country varchar, country_basis varchar, controller varchar, language varchar, market varchar)`,
	sql`create or replace table employee (key ubigint not null, id varchar not null, email varchar, name varchar, login varchar, team varchar, role varchar, site varchar, country varchar, kind varchar, leaving varchar)`,
	sql`create or replace table employee_alias (cell ubigint not null, employee ubigint not null)`,
	// What a logged cell says of data types. Key 0 stands for an empty cell.
	sql`create or replace table data_cell (cell ubigint not null, data_type varchar not null, basis varchar not null)`,
	sql`insert into data_cell values (0, 'unknown', 'unknown')`,
	sql`create or replace table activity_cell (cell ubigint not null, activity varchar not null)`,
	sql`create or replace table outcome_cell (cell ubigint not null, outcome varchar not null)`,
	sql`create or replace table system_cell (cell ubigint not null, text varchar not null)`,
	// What reasons are held against, and the accesses of which that says something: key 0 of \`who\` stands for no customer.
	sql`create or replace table ticket (id varchar not null, customer ubigint, account ubigint, opened bigint, closed bigint)`,
	sql`create or replace table support (row bigint not null, who ubigint not null, support varchar not null)`,
	// Who was where when, by the records of presence; and the events at moments of which they say something, with the times at which an account was at two sites.
	sql`create or replace table presence (employee varchar not null, account ubigint, kind varchar not null, since bigint not null, until bigint, day_since bigint, day_until bigint, site varchar)`,
	sql`create or replace table presence_event (row bigint not null, finding varchar not null)`,
	sql`create or replace table presence_overlap (account ubigint not null, since bigint not null, until bigint not null)`,
	// Events to which a list is joined: what the record has in its place, the cell of the list, and whether it says no number. Pairs that no record names, and customers whom only lists do.
	sql`create or replace table event_list (row bigint not null, customer ubigint, many ubigint, cell ubigint not null, unknown boolean not null)`,
	sql`create or replace table inferred (row bigint not null, who ubigint not null)`,
	sql`create or replace table list_customer (key ubigint not null)`,
	// The rows of rejected records, and why.
	sql`create or replace table rejection (row bigint not null, problem varchar not null)`,
	// The rows of duplicates, and the row of the event that each is again.
	sql`create or replace table duplicate (row bigint not null, event bigint not null)`,
	// `base` is the row of its first record: its records follow in the order of the file.
	sql`create or replace table source (id integer not null, path varchar not null, family ubigint not null, base bigint not null)`,
];

/** What the investigator says of customers and employees; it stays when events are loaded anew. */
const directorySchema: readonly Sql[] = [
	sql`create or replace table directory_customer (id varchar, email varchar, name varchar, country varchar, country_basis varchar, controller varchar, language varchar, market varchar)`,
	sql`create or replace table directory_employee (id varchar, login varchar, email varchar, name varchar, team varchar, role varchar, site varchar, country varchar, kind varchar, leaving varchar)`,
	// Customers on the lists of leaked ones; each list is a row, whether anybody on it is known or not.
	sql`create or replace table leaked_list (path varchar not null)`,
	sql`create or replace table leaked_customer (key ubigint not null)`,
];

const runAll = async (session: Session, statements: readonly Sql[]): Promise<void> => {
	for (const statement of statements) {
		await session.run(statement);
	}
};

/** Makes all tables, empty. */
export const createTables = async (session: Session): Promise<void> => {
	await emptyEvents(session);
	await runAll(session, directorySchema);
};

/** Empties what reasons and accounts are held against: whom a ticket or a record of presence means is told among all customers and accounts. */
export const emptyReasons = async (session: Session): Promise<void> => runAll(session, [sql`delete from ticket`, sql`delete from support`, sql`delete from presence`, sql`delete from presence_event`, sql`delete from presence_overlap`]);

/** Empties what was loaded and keeps the directories. */
export const emptyEvents = async (session: Session): Promise<void> => {
	await createRecords(session);
	await runAll(session, eventSchema);
};
