import type {Reading} from '../records/reading.ts';

/*
What can be done in a case. Each act is a line of the journal; the state of the case follows from them and from nothing else.
Numbers of selections and exclusions count from 1 in the order of their acts, undone ones included, so that a number never changes its meaning.
*/

/** Who acts. The id tells two people of one name apart: an e-mail address, or the name in small letters. */
export type Person = {readonly name: string; readonly id: string};

/** What a filter matched when it was asked. */
export type Matched = {
	readonly events: number;
	readonly customers: number;
	readonly accesses: number;
	/** sha256 over the access ids in order, one a line: `event id/customer`, and `event id/` where nobody is named. A replay must give it again. */
	readonly hash: string;
};

/** How an export came to be. What nobody said is a limitation. */
export type AcquisitionFacts = {
	readonly exportedBy?: string;
	readonly system?: string;
	readonly query?: string;
	/** `all`, or what it was filtered on. */
	readonly selection?: string;
	/** When it was exported, as told. */
	readonly exportedAt?: string;
	readonly delivered?: string;
	/** Where its hash was taken: `at export` or `on receipt`. */
	readonly hashTaken?: string;
};

export type CaseSource = {
	/** Relative to the case folder where that is shorter to say, never into a home directory by name. */
	readonly path: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly format: string;
	readonly records: {readonly read: number; readonly kept: number; readonly duplicate: number; readonly rejected: number};
};

export type Created = {
	readonly title?: string;
	readonly purpose?: string;
	readonly authorisedBy?: string;
	readonly legalBasis?: string;
	/** What may be looked at; a filter beyond it warns and is marked. */
	readonly scope?: {readonly employees?: readonly string[]; readonly from?: string; readonly to?: string};
	readonly privilege?: string;
	/** How the exports are read, with files by paths relative to the case folder. */
	readonly reading: Reading;
};

/** Facts of the incident, as `case facts --file` gives them; only what is known. */
export type Facts = Readonly<Record<string, unknown>>;

/** What was destroyed when a case was disposed of, and what had left it before. */
export type Disposal = {
	readonly reason: string;
	/** The last day on which it had to be kept, as it was stated. */
	readonly retainedUntil?: string;
	/** Payloads of the journal: of all acts before this one. */
	readonly payloads: number;
	/** Files of the case folder, by their paths in it. */
	readonly files?: ReadonlyArray<{readonly path: string; readonly bytes: number; readonly sha256: string}>;
	readonly packages?: ReadonlyArray<{readonly audience: string; readonly sha256: string; readonly at: string}>;
};

export type Act =
	| {readonly act: 'case-created'; readonly payload: Created}
	| {readonly act: 'source-added'; readonly payload: CaseSource}
	| {readonly act: 'source-described'; readonly payload: {readonly sha256: string; readonly acquisition: AcquisitionFacts}}
	| {readonly act: 'source-relocated'; readonly payload: {readonly sha256: string; readonly path: string}}
	| {readonly act: 'filter-asked'; readonly payload: {readonly filter: string; readonly beyondScope: boolean}}
	| {readonly act: 'record-opened'; readonly payload: {readonly sha256: string; readonly record: number}}
	| {readonly act: 'unmasked'; readonly payload: {readonly reason: string; /** Contact data, or the accounts behind their pseudonyms. */ readonly what?: 'contacts' | 'accounts'}}
	| {readonly act: 'selection-added'; readonly payload: {readonly filter: string; readonly reason: string; readonly sources: readonly string[]; readonly matched: Matched; readonly beyondScope: boolean}}
	| {readonly act: 'selection-changed'; readonly payload: {readonly number: number; readonly reason: string; readonly sources: readonly string[]; readonly matched: Matched; /** More or fewer than accepted before. */ readonly events: number; readonly customers: number}}
	| {readonly act: 'selection-withdrawn'; readonly payload: {readonly number: number; readonly reason: string}}
	| {readonly act: 'accesses-excluded'; readonly payload: {readonly filter: string; readonly reason: string; readonly matched: Matched; readonly customersOut: readonly string[]}}
	| {readonly act: 'accesses-restored'; readonly payload: {readonly number: number; readonly reason: string}}
	| {readonly act: 'note'; readonly payload: {readonly text: string}}
	| {readonly act: 'facts'; readonly payload: {readonly facts: Facts}}
	| {readonly act: 'leaked-list-frozen'; readonly payload: {readonly path: string; readonly sha256: string; readonly given: number; readonly resolved: number}}
	| {readonly act: 'event-list-joined'; readonly payload: {/** Id of the event. */ readonly event: string; readonly path: string; readonly sha256: string; readonly given: number; readonly resolved: number; /** Customers whom the record does not name. */ readonly inferred: number}}
	| {readonly act: 'leads-computed'; readonly payload: {readonly sha256: string; readonly verdict: string; /** When the list surfaced (ISO 8601), where that was said; in which zone days break, where not in UTC. */ readonly surfaced?: string; readonly displayTimezone?: string}}
	| {readonly act: 'reviewed'; readonly payload: {readonly revision: string}}
	| {readonly act: 'exported'; readonly payload: {readonly audience: string; readonly revision: string; readonly sha256: string}}
	| {readonly act: 'verified'; readonly payload: {readonly sha256: string; readonly holds: boolean}}
	| {readonly act: 'undone'; readonly payload: {readonly seq: number}}
	| {readonly act: 'disposed'; readonly payload: Disposal};

export type ActName = Act['act'];

/** Acts that make another revision of what the case says. Looking, exporting and verifying do not. */
export const revisionActs: ReadonlySet<ActName> = new Set<ActName>([
	'case-created', 'source-added', 'source-described', 'selection-added', 'selection-changed', 'selection-withdrawn', 'accesses-excluded', 'accesses-restored',
	'note', 'facts', 'leaked-list-frozen', 'event-list-joined', 'reviewed', 'undone',
]);

/** Acts that can be taken back by an act of their own. */
export const undoableActs: ReadonlySet<ActName> = new Set<ActName>([
	'source-described', 'selection-added', 'selection-changed', 'selection-withdrawn', 'accesses-excluded', 'accesses-restored', 'note', 'facts', 'event-list-joined', 'reviewed',
]);
