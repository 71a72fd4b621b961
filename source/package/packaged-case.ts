import type {Affected} from '../records/answer.ts';
import type {Identity} from '../records/identity.ts';
import type {Instant} from '../records/instant.ts';
import type {Presence} from '../records/presence.ts';
import type {Filter} from '../filter/filter.ts';
import type {Facts, Matched, Person} from '../case/acts.ts';
import type {Reading} from '../records/reading.ts';
import type {NotificationRow} from '../case/jurisdictions/notification-rows.ts';
import type {JournalLine} from '../case/journal-line.ts';
import type {LeadsDocument} from './leads-document.ts';

export type {Clock, NotificationRow} from '../case/jurisdictions/notification-rows.ts';

/*
What a case knows beyond the answer to its filter. Who gets what of it is decided by the files of the package, one by one: nothing here is
meant for all audiences.
*/

/** A filter of the case in the forms that people and programs read, with what it matched when it was accepted. */
export type PackagedSelection = {
	/** Counts from 1; a withdrawn number is not used again. */
	readonly number: number;
	/** Canonical text, `filter.md`. */
	readonly filter: string;
	readonly tree: Filter;
	readonly sentence: string;
	readonly reason: string;
	readonly by: Person;
	/** ISO 8601, UTC. */
	readonly at: string;
	readonly matched: Matched;
	readonly beyondScope: boolean;
	/** What it matches now; another hash than when it was accepted is a limitation. */
	readonly now: Matched;
};

export type PackagedExclusion = Omit<PackagedSelection, 'beyondScope' | 'now'> & {
	/** Accesses that the selections lose by it now; an access can be lost by two exclusions. */
	readonly accesses: number;
};

/** One of the three counts, never merged; `basis` is the sentence that says what it rests on. */
export type PackagedCount = {readonly customers: number; readonly basis: string};

export type PackagedCounts = {
	readonly accessed: PackagedCount & {readonly affected: Affected};
	readonly withoutSupportedReason: PackagedCount;
	readonly corroborated: PackagedCount;
};

/** A user account that reached customers in the selections. Accounts, not persons. */
export type PackagedAccount = {
	readonly employee: string;
	readonly name?: string;
	readonly team?: string;
	readonly role?: string;
	/** `personal`, `shared`, `service`; absent: unknown. */
	readonly kind?: string;
	readonly customers: number;
	readonly events: number;
	readonly firstAt: Instant;
	readonly lastAt: Instant;
	/** What records of presence hold of it, and what was found beside them among these events; absent where no records were given. */
	readonly presence?: Presence;
};

/** An access that an exclusion took out. */
export type ExcludedAccess = {
	readonly exclusion: number;
	readonly reason: string;
	readonly evidence: string;
	readonly customer?: string;
	readonly employee?: string;
	readonly at: Instant;
	readonly activity: string;
	readonly dataTypes: readonly string[];
	readonly source: string;
	readonly record: number;
};

/** Another account that reached an affected customer: whoever looks for the leak must know of it. */
export type OtherAccess = {readonly customer: string; readonly employee: string; readonly events: number; readonly firstAt: Instant; readonly lastAt: Instant};

/** Whether it may be said of a customer that no data type was reached but those listed; the conditions of `case.md`. */
export type OtherData = 'none reached' | 'cannot be excluded';

/** Against the package of the same audience that this one replaces. */
export type PackagedChange = {
	/** `source added`, `selection added`, `customer in`, `customer out`, `count`, … */
	readonly what: string;
	/** The number or id that it is about; may name a customer. */
	readonly which: string;
	readonly before: string;
	readonly now: string;
	readonly reason: string;
	/** True: `which`, `before`, `now` or `reason` may name a customer, an account, or hold a filter: only for investigators. */
	readonly confidential: boolean;
};

/** Days, in UTC, on which a system wrote something: no rows is not no access. */
export type SystemCoverage = {
	/** Absent where the logs name none. */
	readonly system?: string;
	readonly first: string;
	readonly last: string;
	readonly days: number;
	/** Days between without a record, and stretches of them as `2020-10-03..2020-10-07`. */
	readonly gaps: readonly string[];
};

/** What a list behind a bulk export came to: of so many entries so many customers, of whom the record of the event does not name the inferred. */
export type PackagedList = {readonly event: string; readonly given: number; readonly resolved: number; readonly repeated: number; readonly ambiguous: number; readonly inferred: number; readonly recordCount?: number};

/** A file that decided what the logs mean, and is not packed. */
export type UsedInCase = {readonly path: string; readonly what: string; readonly sha256?: string; readonly list?: PackagedList};

export type PackagedCase = {
	/** Of the revision that is packed, and its number. */
	readonly revision: {readonly seq: number; readonly hash: string};
	/** Whether it was made on the way from exports and a filter. */
	readonly onTheWay: boolean;
	/** How the exports are read, directories by the names of their files. */
	readonly reading: Reading;
	readonly purpose?: string;
	readonly authorisedBy?: string;
	readonly legalBasis?: string;
	readonly privilege?: string;
	readonly scope?: {readonly employees?: readonly string[]; readonly from?: string; readonly to?: string};
	/** As `case facts` took them: `title`, `controllers`, `hold`, … (source/investigation/case/facts.ts names them). */
	readonly facts: Facts;
	readonly selections: readonly PackagedSelection[];
	readonly exclusions: readonly PackagedExclusion[];
	readonly notes: ReadonlyArray<{readonly text: string; readonly by: Person; readonly at: string}>;
	readonly counts: PackagedCounts;
	readonly accounts: readonly PackagedAccount[];
	readonly notifications: readonly NotificationRow[];
	/** The table that the rows were made with. */
	readonly jurisdictions: {readonly date: string; readonly origin: string; /** Of the file that it was given in. */ readonly sha256?: string};
	/** Why "no other data type was reached" can be said of no customer, as sentences; empty: it is decided customer by customer. */
	readonly otherDataObstacles: readonly string[];
	/** Of how many customers it can be said. */
	readonly otherDataExcluded: number;
	/** Of every system of the exports, whatever was asked. */
	readonly coverage?: readonly SystemCoverage[];
	/** Up to the last act that changed what the case says, with payloads. */
	readonly journal: readonly JournalLine[];
	/** Revision, seal and changes of the package before for the same audience. */
	readonly previous?: {readonly seq: number; readonly hash: string; readonly sha256: string};
	readonly changes: readonly PackagedChange[];
	/** An inference, kept apart from all else here; absent where the case asked for none. */
	readonly leads?: LeadsDocument | 'withheld';
	/** Directories and lists that were used: by file name, not packed. */
	readonly kept: readonly UsedInCase[];
	/** May be iterated again; each gives the same rows. */
	readonly excluded: AsyncIterable<ExcludedAccess>;
	readonly others: AsyncIterable<OtherAccess>;
	/** By what else the logs have the customers and the accounts of the selections. */
	readonly identities: AsyncIterable<Identity>;
};
