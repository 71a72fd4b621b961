import type {EventPresence} from '../records/presence.ts';
import type {Identity, Resolutions} from '../records/identity.ts';
import type {Citation} from '../records/citation.ts';
import type {Instant} from '../records/instant.ts';
import type {ListOf, Reading} from '../records/reading.ts';
import type {Affected, Answer, CustomerRow, EventRow, ExposureRow, Totals} from '../records/answer.ts';
import type {FailedSource, Rejection, SkippedFile, Source} from '../records/source.ts';
import type {Filter} from '../filter/filter.ts';
import type {Sealing} from '../package/seal/check-sealing.ts';
import type {Matched} from '../case/acts.ts';
import type {JournalLine} from '../case/journal-line.ts';
import type {JurisdictionTable} from '../case/jurisdictions/rule.ts';
import type {Audience, CaseFileContents, DocumentOptions} from '../package/contents.ts';
import type {PackagedAccount, PackagedCase} from '../package/packaged-case.ts';
import type {Decide, Decided} from './doubt.ts';
import type {EventList} from './event-lists/event-list.ts';
import type {LeakedList, Leads, LeadsAsk} from './leads/leads.ts';

/** What to load and how to read it. */
export type LoadRequest = Reading & {
	/** Files, folders, globs, or `-` for standard input. */
	readonly paths: readonly string[];
	/** Lists of leaked customers: ids or e-mail addresses. */
	readonly leaked?: readonly string[];
	/** Lists behind bulk exports. */
	readonly lists?: readonly ListOf[];
	/** Upper bound for the engine's memory, such as `2GB`. */
	readonly memory?: string;
	/** One-shot: keep only the events that can match this filter; the accounting still covers every record. */
	readonly only?: Filter;
	/** Where `-` is read from. */
	readonly stdin?: NodeJS.ReadableStream;
};

/** Told while a load goes on. `bytes` and `records` of `path`, whose size is `ofBytes`. */
export type Progress =
	| {readonly kind: 'found'; readonly files: number; readonly bytes: number}
	/** The first records of a file, understood by the second reader before the load ends. */
	| {readonly kind: 'preview'; readonly path: string; readonly format: string; readonly events: readonly EventRow[]; /** Role → column, of an unknown table. */ readonly mapping?: Readonly<Record<string, string>>}
	/** A person decided what the files left open; it holds as if the request had said it. */
	| {readonly kind: 'decided'; readonly decided: Decided}
	| {readonly kind: 'loading'; readonly path: string; readonly bytes: number; readonly ofBytes: number; readonly records: number}
	| {readonly kind: 'loaded'; readonly source: Source}
	| {readonly kind: 'failed'; readonly source: FailedSource}
	/** What a person should know of how it goes on; no limitation of what is found. */
	| {readonly kind: 'noted'; readonly text: string}
	/** Such as `finding duplicates`. */
	| {readonly kind: 'phase'; readonly text: string};

export type LoadOptions = {
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: Progress) => void;
	/** A person who can be asked what a script refuses or assumes. */
	readonly decide?: Decide;
	/** Of a case: read its exports again and compare their hashes, and not only size and time. */
	readonly checkHashes?: boolean;
	/** Ask also about tables that are clear. */
	readonly review?: boolean;
};

/** What each question takes. A newer question cancels an older one through its signal. */
export type Ask = {
	readonly filter: Filter;
	/** IANA name; decides where days break and nothing else. */
	readonly displayTimezone?: string;
	readonly signal?: AbortSignal;
};

export type EventSort = 'time' | 'employee' | 'customer' | 'activity' | 'reason' | 'system';
export type Page = {readonly offset: number; readonly limit: number; readonly sort?: EventSort; readonly descending?: boolean};

export type CustomerSort = 'id' | 'country' | 'events' | 'employees' | 'first' | 'last';
/** By id unless asked otherwise. */
export type CustomerPage = {readonly offset: number; readonly limit: number; readonly sort?: CustomerSort; readonly descending?: boolean};

/** `after`: the place one searches from, -1 for before the first; `blind` leaves the employee's id and name out. */
export type EventSearch = Pick<Page, 'sort' | 'descending'> & {readonly text: string; readonly after: number; readonly by: 1 | -1; readonly blind?: boolean};

/** The days, counted from 1970, on which a system has a record; `system` is absent where the logs name none. */
export type SystemDays = {readonly system?: string; readonly days: readonly number[]; /** Records of each of the days. */ readonly events: readonly number[]};

/** A field the facets can count by. */
export type FacetField = 'employee' | 'data' | 'team' | 'country' | 'activity' | 'system' | 'support' | 'customer';
/** `customers` where they were asked for: distinct ones take ten times as long to count as events. */
export type FacetRow = {readonly value: string; readonly label?: string; readonly events: number; readonly customers?: number};

/** Timeline: equal buckets between `from` and `to`; `filtered[i]` of `all[i]` events. */
export type Timeline = {readonly from: Instant; readonly to: Instant; readonly bucket: number; readonly filtered: readonly number[]; readonly all: readonly number[]};

/** What a filter matches, so exactly that a replay can prove that it matches the same. */
export type MatchedAccesses = Matched & {
	/** The customers, in order. */
	readonly customerIds: readonly string[];
};

/** The record behind an event, read again from the export by the second reader. */
export type RecordDetail = {
	readonly event: EventRow;
	/** The time as the export writes it. */
	readonly atOriginal?: string;
	readonly citation: Citation;
	/** The verbatim text; absent when the bytes are not text. */
	readonly raw: string;
	/** Column or path → text, in the order of the record. */
	readonly fields: ReadonlyArray<{readonly name: string; readonly text: string}>;
	/** False when the second reader understands the record otherwise than the store; then `disagreement` says how. */
	readonly agrees: boolean;
	readonly disagreement?: string;
	/** Why the record cannot be read now, its export being gone or another: then `raw` and `fields` are empty, and the place in bytes is not known. */
	readonly unread?: string;
	/** What the records of presence say at this moment; absent where none were given. */
	readonly presence?: EventPresence;
};

/** An export that is not there any more, or not as it was loaded; `isReadable` when its records can be read all the same. */
export type ChangedFile = {readonly path: string; readonly change: 'gone' | 'changed'; readonly isReadable: boolean};

export type RejectedWhere = {readonly path: string; readonly reason: string};

/** An account of the logs, and everything else that it is called by: its login, its address, a name, and what a log wrote in its place. */
export type KnownAccount = {readonly account: string; readonly names: readonly string[]};

/** `pattern` is what was typed; the value itself stands for itself alone. */
export type RuleRequest = {readonly path: string; readonly field: 'column' | 'action' | 'resource'; readonly value: string; readonly pattern: string; readonly types: readonly string[]};

/** What a `package` is written from; asked of the store in one go so that all counts agree. */
export type ExportRequest = {
	readonly filter: Filter;
	readonly reason: string;
	readonly directory: string;
	readonly investigator?: string;
	readonly displayTimezone?: string;
	/** The moment of making, for bag-info; of a case the moment of its last revision counts. */
	readonly now: Date;
	/** Law enforcement unless said otherwise. */
	readonly audience?: Audience;
	/** A case in the place of the filter and the reason, which are then only words: all its lines, and the customers on its frozen lists. */
	readonly examination?: {
		readonly lines: readonly JournalLine[];
		readonly corroborated: ReadonlySet<string>;
		/** The sealed heads of its journal: name of the file → its bytes. */
		readonly heads?: CaseFileContents['heads'];
	};
	/** How the exports were read, for a replay. */
	readonly reading?: Reading;
	/** Directories and lists that were used, by file name. */
	readonly kept?: PackagedCase['kept'];
	/** The shipped table unless another is given. */
	readonly jurisdictions?: JurisdictionTable & {readonly sha256: string};
	readonly documents?: DocumentOptions;
	/** Signatures, a time stamp, an archive beside the folder. */
	readonly seal?: Sealing;
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: {readonly text: string; readonly done: number; readonly of: number}) => void;
};
export type ExportResult = {readonly directory: string; readonly files: number; readonly bytes: number; readonly customers: number; readonly records: number; /** Of the tag manifest. */ readonly sha256: string; readonly archive?: string};

/** The one service that the terminal app and the reports use. Open one with `openInvestigation`. All of it promises: it may stand on another thread. */
export type Investigation = {
	readonly sources: readonly Source[];
	readonly failed: readonly FailedSource[];
	readonly skipped: readonly SkippedFile[];
	/** Directory merges, unresolved ids and the like: sentences for `limitations`. */
	readonly notes: readonly string[];
	/** Of all kept events. */
	readonly newest: Instant | undefined;
	/** Of everything loaded. */
	readonly loaded: {readonly events: number; readonly customers: number};
	/** The lists of leaked customers, with what became of their entries. */
	readonly leaked: readonly LeakedList[];
	/** The lists that were joined to bulk exports, with what became of their entries. */
	readonly lists: readonly EventList[];
	/** All of `whosaw.report/1`. */
	answer(ask: Ask): Promise<Answer>;
	/** Only the totals: quick enough for every key. */
	totals(ask: Ask): Promise<{readonly totals: Totals; readonly affected: Affected}>;
	/**
	Lays the load out in memory, while nothing else is asked, so that totals, facets, the timeline and the count of events take a tenth of the time:
	worth its while where one asks again and again, of `least` records or more (500,000). The answers are the same.
	*/
	prepareCounts(signal: AbortSignal, least?: number): Promise<void>;
	/** Values of a field by their events, the most first. */
	facet(ask: Ask & {readonly field: FacetField; readonly limit: number; readonly customers?: boolean}): Promise<{readonly rows: readonly FacetRow[]; readonly more: number}>;
	timeline(ask: Ask & {readonly buckets: number}): Promise<Timeline>;
	/** Denied and failed events are listed too. In order of time, then of load. */
	events(ask: Ask & Page): Promise<readonly EventRow[]>;
	/** The place in `events` of the next one (or the one before) that shows a text, going around the end; undefined when none does. */
	findEvent(ask: Ask & EventSearch): Promise<number | undefined>;
	/** On which days of a zone each system wrote anything at all. */
	coverage(displayTimezone: string, signal?: AbortSignal): Promise<readonly SystemDays[]>;
	/** How many rows `events` has in all, denied ones included. */
	countEvents(ask: Ask): Promise<number>;
	customers(ask: Ask & CustomerPage): Promise<readonly CustomerRow[]>;
	/** Bulk exports that reach customers whom they do not name, in order of time; `found` counts all of them. */
	unlisted(ask: Ask & {readonly limit: number}): Promise<{readonly events: readonly EventRow[]; readonly found: number}>;
	exposures(ask: Ask): Promise<readonly ExposureRow[]>;
	record(row: number): Promise<RecordDetail>;
	/** Looks at so many exports again, in turn, and at all that were changed before; gives all that are changed now. */
	changedFiles(most: number): Promise<readonly ChangedFile[]>;
	/** The first rejected records of one source and one reason. */
	firstRejections(ask: RejectedWhere & {readonly limit: number; readonly signal?: AbortSignal}): Promise<readonly Rejection[]>;
	/** The conjunct or chip that leaves nothing, or undefined when something matches. */
	whatEmptied(ask: Ask): Promise<string | undefined>;
	/** Every account of the logs, and what else it is called by: so that none of it is shown where accounts are hidden. */
	accounts(signal?: AbortSignal): Promise<readonly KnownAccount[]>;
	/** Known values of a field that begin with or contain `prefix`, for completion. */
	suggest(field: FacetField, prefix: string, limit: number): Promise<readonly string[]>;
	/** What a filter matches, with a hash over its accesses that a replay must give again. */
	matched(ask: Ask): Promise<MatchedAccesses>;
	/** Which accounts are consistent with the lists of leaked customers, and which behave unlike themselves and their team. */
	leads(ask: LeadsAsk): Promise<Leads>;
	/** The sha256 of every matching record as it stands in its export now, by evidence id. */
	evidenceHashes(ask: Ask): Promise<ReadonlyMap<string, string>>;
	/** The accounts behind the accesses, as a case file says them. */
	packagedAccounts(ask: Ask): Promise<readonly PackagedAccount[]>;
	/** By what other ids, logins and addresses the logs have the customers and accounts of a question, as a case file says them. */
	packagedIdentities(ask: Ask): Promise<readonly Identity[]>;
	/** Whom the directories do not have, and who was joined: the first of each. Undefined when not all ids of the logs are known. */
	resolutions(ask: {readonly limit: number; readonly signal?: AbortSignal}): Promise<Resolutions | undefined>;
	/** Writes a case file (a BagIt folder) and returns what is in it. */
	export(request: ExportRequest): Promise<ExportResult>;
	/** What a list would come to if it were joined to a bulk export; nothing is joined. `~` in its path is the home folder. */
	previewList(list: ListOf): Promise<EventList>;
	/** Adds a rule to a file of rules, or begins one; loading again with it applies it. */
	writeRule(rule: RuleRequest): Promise<{readonly id: string; readonly path: string}>;
	close(): Promise<void>;
};

/** Where the service stands on the thread of who asks, what is too much for one answer is given piece by piece. */
export type StreamingInvestigation = Investigation & {
	/** Every rejected record, source by source, in order. */
	rejections(): AsyncIterable<{readonly path: string; readonly rejection: Rejection}>;
};
