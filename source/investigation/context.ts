import type {PrivateFolder} from '../files/private-folder.ts';
import {accesses, readFacts, type Accesses, type StoreFacts} from '../store/accesses.ts';
import {toNumber, type Database, type Session} from '../store/database.ts';
import {readLookups, type Lookups} from '../store/questions/customers.ts';
import {sql} from '../store/sql.ts';
import {codeCountries} from './add-directories.ts';
import {bareTextFinder} from './bare-text.ts';
import type {Ask} from './investigation.ts';
import type {Loaded} from './loading.ts';

/** All that answers are made from, once everything is loaded. */
export type Context = {
	readonly session: Session;
	readonly database: Database;
	readonly loaded: Loaded;
	readonly notes: readonly string[];
	readonly facts: StoreFacts;
	readonly lookups: Lookups;
	readonly newest: number | undefined;
	readonly counts: {readonly events: number; readonly customers: number};
	/** Exports that name nobody or fewer than they hold. */
	readonly unlisted: number;
	/** Runs a question on a session of its own, so that a newer one can stop it. */
	readonly question: <Result>(ask: Ask, work: (accesses: Accesses) => Promise<Result>) => Promise<Result>;
};

type Opened = {readonly session: Session; readonly database: Database; readonly loaded: Loaded; readonly notes: readonly string[]; readonly folder: PrivateFolder};

export const contextOf = async ({session, database, loaded, notes}: Opened): Promise<Context> => {
	await codeCountries(session);
	const facts = await readFacts(session);
	const bareText = bareTextFinder(loaded.sources);
	const [row = {}] = await session.all(sql`select max(t) as newest, count(*) as events, count(*) filter (where customer is null and many is null and count is not null) as unlisted from event where status = 0`);
	const [people = {}] = await session.all(sql`select count(*) as customers from customer`);
	return {
		session, database, loaded, notes, facts, lookups: await readLookups(session),
		newest: row['newest'] === null ? undefined : toNumber(row['newest']),
		counts: {events: loaded.sources.reduce((sum, {source}) => sum + source.records.kept, 0), customers: toNumber(people['customers'])},
		unlisted: toNumber(row['unlisted']),
		async question(ask, work) {
			const own = await database.open();
			try {
				return await work(await accesses({session: own, filter: ask.filter, facts, help: {bareText: async term => bareText(session, term, ask.signal)}, ...(ask.signal ? {signal: ask.signal} : {})}));
			} finally {
				own.close();
			}
		},
	};
};
