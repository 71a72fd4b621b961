import {openDatabase, type Database, type Session} from '../store/database.ts';
import {createTables} from '../store/schema.ts';

/** The database with its empty tables, in memory or in a file, and the session that loads. */
export type Engine = {readonly database: Database; readonly session: Session};

/** `filled`: the file holds a load already, and is to be added to. */
export const openEngine = async (temporary: string, memory: string | undefined, {path, filled = false}: {readonly path?: string; readonly filled?: boolean} = {}): Promise<Engine> => {
	const database = await openDatabase({temporary, ...(memory === undefined ? {} : {memory}), ...(path === undefined ? {} : {path})});
	const session = await database.open();
	try {
		if (!filled) {
			await createTables(session);
		}

		return {database, session};
	} catch (error) {
		session.close();
		database.close();
		throw error;
	}
};
