import {openDatabase, type Database, type Session} from '../store/database.ts';
import {createTables} from '../store/schema.ts';

/** The database with its empty tables, in memory or in a file, and the session that loads. */
export type Engine = {readonly database: Database; readonly session: Session};

export const openEngine = async (temporary: string, memory: string | undefined, path?: string): Promise<Engine> => {
	const database = await openDatabase({temporary, ...(memory === undefined ? {} : {memory}), ...(path === undefined ? {} : {path})});
	const session = await database.open();
	try {
		await createTables(session);
		return {database, session};
	} catch (error) {
		session.close();
		database.close();
		throw error;
	}
};
