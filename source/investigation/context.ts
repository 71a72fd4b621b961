import {countryCode} from '../records/country.ts';
import {accesses, readFacts, type Accesses, type StoreFacts} from '../store/accesses.ts';
import type {Database, Session} from '../store/database.ts';
import {codeLoggedCountries} from '../store/directories.ts';
import {readLookups, type Lookups} from '../store/questions/customers.ts';
import {askOverall} from '../store/questions/overall.ts';
import type {DirectoryFacts} from './add-directories.ts';
import {bareTextFinder} from './bare-text.ts';
import type {Ask} from './investigation.ts';
import type {EventList} from './event-lists/event-list.ts';
import type {LeakedList} from './leads/load-lists.ts';
import type {Loaded} from './loaded-source.ts';

/** All that answers are made from, once everything is loaded. */
export type Context = {
	readonly session: Session;
	readonly database: Database;
	readonly loaded: Loaded;
	readonly notes: readonly string[];
	/** What the directories say of days of leaving, and what of it was not taken: a matter of leads. */
	readonly leaving: readonly string[];
	/** Which directories were given. */
	readonly given: DirectoryFacts['given'];
	/** The lists of leaked customers that were given. */
	readonly leaked: readonly LeakedList[];
	/** The lists that were joined to bulk exports. */
	readonly lists: readonly EventList[];
	readonly facts: StoreFacts;
	readonly lookups: Lookups;
	readonly newest: number | undefined;
	readonly counts: {readonly events: number; readonly customers: number};
	/** Runs a question on a session of its own, so that a newer one can stop it. */
	readonly question: <Result>(ask: Ask, work: (accesses: Accesses) => Promise<Result>) => Promise<Result>;
	/** Waits until no question runs. */
	readonly whenQuiet: () => Promise<void>;
};

type Opened = {readonly session: Session; readonly database: Database; readonly loaded: Loaded; readonly notes: readonly string[]; readonly leaving: readonly string[]; readonly given: DirectoryFacts['given']; readonly leaked: readonly LeakedList[]; readonly lists: readonly EventList[]};

/** How many questions run, and who waits for there to be none. */
const running = () => {
	let questions = 0;
	let waiting: Array<() => void> = [];
	return {
		begin(): void {
			questions++;
		},
		end(): void {
			questions--;
			if (questions === 0) {
				const resumed = waiting;
				waiting = [];
				for (const resume of resumed) {
					resume();
				}
			}
		},
		async whenNone(): Promise<void> {
			while (questions > 0) {
				await new Promise<void>(resolve => {
					waiting.push(resolve);
				});
			}
		},
	};
};

export const contextOf = async ({session, database, loaded, notes, leaving, given, leaked, lists}: Opened): Promise<Context> => {
	await codeLoggedCountries(session, countryCode);
	const facts = await readFacts(session);
	const bareText = bareTextFinder(loaded.sources);
	const {newest, customers} = await askOverall(session);
	const questions = running();
	return {
		session, database, loaded, notes, leaving, given, leaked, lists, facts, lookups: await readLookups(session), newest,
		counts: {events: loaded.sources.reduce((sum, {source}) => sum + source.records.kept, 0), customers},
		whenQuiet: questions.whenNone,
		async question(ask, work) {
			questions.begin();
			let own: Session | undefined;
			try {
				own = await database.open();
				return await work(await accesses({session: own, filter: ask.filter, facts, help: {bareText: async term => bareText(session, term, ask.signal)}, ...(ask.signal ? {signal: ask.signal} : {})}));
			} finally {
				own?.close();
				questions.end();
			}
		},
	};
};
