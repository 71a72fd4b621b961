import {statSync, truncateSync} from 'node:fs';
import {openDatabase, toNumber, type Database, type Session} from './database.ts';
import {describeKeptEvents} from './record-columns.ts';
import {createTables} from './schema.ts';
import {constant, identifier, sql, text, wholeNumber} from './sql.ts';

/*
What was loaded, in a file of its own. Whoever asks it has a database in memory with the file attached read-only: several processes may, and what
a question writes (temporary tables, lists, found texts) stays theirs.
*/

/** What stands in the file beside the tables: texts by name. */
export type IndexParts = ReadonlyMap<string, string>;

/** Tables that stay those of whoever asks: paths and lists are theirs; records are seen through the view of events. */
const ofTheAsker: ReadonlySet<string> = new Set(['record', 'source', 'leaked_list', 'leaked_customer']);

/** Lookups that are made of the directories when they are read. */
const lookups = ['customer_entry', 'customer_by_email', 'employee_by_alias'] as const;

const writePart = async (session: Session, name: string, value: string): Promise<void> => {
	await session.run(sql`delete from index_part where name = ${text(name)}`);
	await session.run(sql`insert into index_part values (${text(name)}, ${text(value)})`);
};

/** Ends the load into a file: the parts are written, and all of it is on the disk. */
export const writeIndex = async (session: Session, parts: IndexParts): Promise<void> => {
	await session.run(sql`create or replace table index_part (name varchar not null, value varchar not null)`);
	for (const [name, value] of parts) {
		await writePart(session, name, value);
	}

	await session.run(sql`checkpoint`);
};

/** Bytes that the blocks of an attached file take, as it says itself. */
const saidBytes = async (session: Session): Promise<number> => {
	const [size = {}] = await session.all(sql`select total_blocks * block_size as bytes from pragma_database_size() where database_name = 'kept'`);
	return toNumber(size['bytes']);
};

/**
The engine cuts free blocks off the end of a file after it wrote how many blocks there are. A file that is written is made as long again as it says, or it
could not be told from one that lost its end.
*/
export const fillUp = async (path: string): Promise<void> => {
	const database = await openDatabase();
	const session = await database.open();
	let said = 0;
	try {
		await session.run(sql`attach ${constant(path)} as kept (read_only)`);
		said = await saidBytes(session);
	} finally {
		session.close();
		database.close();
	}

	if (statSync(path).size < said) {
		truncateSync(path, said);
	}
};

/** Writes one part anew, where nobody else has the file open. */
export const rewritePart = async (path: string, name: string, value: string): Promise<void> => {
	const database = await openDatabase({path});
	const session = await database.open();
	try {
		await writePart(session, name, value);
		await session.run(sql`checkpoint`);
	} finally {
		session.close();
		database.close();
	}

	await fillUp(path);
};

export type OpenedIndex = {readonly database: Database; readonly session: Session; readonly parts: IndexParts; /** Lets go of the file. */ readonly close: () => void};

/** A file that lost its end opens all the same, and fails at a question. */
const refuseShort = async (session: Session, path: string): Promise<void> => {
	if (statSync(path).size < await saidBytes(session)) {
		throw new Error('the index is shorter than it was');
	}
};

/** The columns of every table of a database. */
const columnsOf = async (session: Session, database: string): Promise<ReadonlyMap<string, string>> => {
	const rows = await session.all(sql`select table_name as name, string_agg(concat_ws(' ', column_name, data_type), ', ' order by column_index) as columns from duckdb_columns() where database_name = ${text(database)} and not internal group by 1`);
	return new Map(rows.map(row => [String(row['name']), String(row['columns'])]));
};

/** The tables of a load made today: an index has the same, or it is of another time. */
const sharedTables = async (session: Session): Promise<readonly string[]> => {
	const [here, kept] = [await columnsOf(session, 'memory'), await columnsOf(session, 'kept')];
	const shared = [...here].filter(([name]) => name !== 'event' && !ofTheAsker.has(name));
	const strange = [...shared.filter(([name, columns]) => kept.get(name) !== columns).map(([name]) => name), ...[...lookups, 'record', 'source', 'index_part'].filter(name => !kept.has(name))];
	if (strange.length > 0) {
		throw new Error(`the index has other tables: ${strange.join(', ')}`);
	}

	return shared.map(([name]) => name);
};

const attach = async (session: Session, path: string): Promise<IndexParts> => {
	await createTables(session);
	await session.run(sql`attach ${constant(path)} as kept (read_only)`);
	await refuseShort(session, path);
	for (const name of await sharedTables(session)) {
		await session.run(sql`drop table ${identifier(name)}`);
		await session.run(sql`create view ${identifier(name)} as select * from kept.main.${identifier(name)}`);
	}

	for (const name of lookups) {
		await session.run(sql`create view ${identifier(name)} as select * from kept.main.${identifier(name)}`);
	}

	await describeKeptEvents(session);
	await session.run(sql`insert into source select * from kept.main.source`);
	const rows = await session.all(sql`select name, value from kept.main.index_part`);
	return new Map(rows.map(row => [String(row['name']), String(row['value'])]));
};

/** Opens a file to be asked. Throws when it is damaged, or of another version of the engine. `onDamage` is told when damage is met later. */
export const openIndex = async (path: string, {onDamage, ...options}: {readonly temporary: string; readonly memory?: string; readonly onDamage: () => void}): Promise<OpenedIndex> => {
	const database = await openDatabase({...options, onDamage});
	const session = await database.open();
	// A conversation that is left open keeps the file open, too.
	const close = (): void => {
		session.close();
		database.close();
	};

	try {
		return {database, session, close, parts: await attach(session, path)};
	} catch (error) {
		close();
		throw error;
	}
};

/** Calls the sources as whoever asks calls them, by their numbers. */
export const nameSources = async (session: Session, paths: ReadonlyMap<number, string>): Promise<void> => {
	for (const [id, path] of paths) {
		await session.run(sql`update source set path = ${text(path)} where id = ${wholeNumber(id)}`);
	}
};
