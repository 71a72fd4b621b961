import type {Session} from './database.ts';
import {sql, type Sql} from './sql.ts';

/*
The store keeps keys and numbers; the verbatim text stays in the exports, found again by source and ordinal. A key is the engine's
64-bit hash of a text: it needs no second pass over the file and no lookup while loading. `dictionary` holds the text of every key,
and a load fails over to another key when two texts of one field ever share one.
*/

/** `event.status` */
export const kept = 0;
export const duplicate = 1;
export const rejected = 2;

/** Tables of what was loaded. Run again, they are empty. */
const eventSchema: readonly Sql[] = [
	// `n` counts the clean records of a source from 0; record numbers follow from it and the list of rejected pieces.
	sql`create or replace table event (
		source integer not null, n uinteger not null, t bigint, status utinyint not null, ambiguous boolean,
		employee ubigint, customer ubigint, many ubigint, data ubigint, activity ubigint, action ubigint, system ubigint, outcome ubigint, behalf ubigint,
		count bigint, resource varchar, ip varchar, device varchar, session varchar, reason varchar,
		problem varchar, print ubigint, native ubigint)`,
	// Every text behind a key, by field.
	sql`create or replace table dictionary (field varchar not null, key ubigint not null, text varchar not null)`,
	// Which customers a logged cell names. \`event.customer\` is set where a cell names one, \`event.many\` where it names several.
	sql`create or replace table customer_cell (cell ubigint not null, customer ubigint not null, logged varchar not null)`,
	// Cells that are filled and name nobody, such as an empty list.
	sql`create or replace table empty_cell (cell ubigint not null)`,
	sql`create or replace table customer (key ubigint not null, id varchar not null, email varchar, name varchar, country varchar, country_basis varchar, controller varchar, language varchar, market varchar)`,
	sql`create or replace table employee (key ubigint not null, id varchar not null, email varchar, name varchar, login varchar, team varchar, role varchar, site varchar, country varchar, kind varchar)`,
	sql`create or replace table employee_alias (cell ubigint not null, employee ubigint not null)`,
	// What a logged cell says of data types. Key 0 stands for an empty cell.
	sql`create or replace table data_cell (cell ubigint not null, data_type varchar not null, basis varchar not null)`,
	sql`insert into data_cell values (0, 'unknown', 'unknown')`,
	sql`create or replace table activity_cell (cell ubigint not null, activity varchar not null)`,
	sql`create or replace table outcome_cell (cell ubigint not null, outcome varchar not null)`,
	sql`create or replace table system_cell (cell ubigint not null, text varchar not null)`,
	sql`create or replace table source (id integer not null, path varchar not null, family ubigint not null)`,
];

/** What the investigator says of customers and employees; it stays when events are loaded anew. */
const directorySchema: readonly Sql[] = [
	sql`create or replace table directory_customer (id varchar, email varchar, name varchar, country varchar, country_basis varchar, controller varchar, language varchar, market varchar)`,
	sql`create or replace table directory_employee (id varchar, login varchar, email varchar, name varchar, team varchar, role varchar, site varchar, country varchar, kind varchar)`,
];

const runAll = async (session: Session, statements: readonly Sql[]): Promise<void> => {
	for (const statement of statements) {
		await session.run(statement);
	}
};

/** Makes all tables, empty. */
export const createTables = async (session: Session): Promise<void> => runAll(session, [...eventSchema, ...directorySchema]);

/** Empties what was loaded and keeps the directories. */
export const emptyEvents = async (session: Session): Promise<void> => runAll(session, eventSchema);
