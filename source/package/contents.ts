import type {AcquisitionFacts} from '../case/acts.ts';
import type {Affected, CountryRow, CustomerRow, DataTypeRow, DayRow, EvidenceRecord, ExposureRow, Totals} from '../records/answer.ts';
import type {FailedSource, Rejection, SkippedFile, Source} from '../records/source.ts';
import type {Filter} from '../filter/filter.ts';
import type {OtherData, PackagedCase} from './packaged-case.ts';

/** Whom a package is for. Each gets a bag of its own with nothing in it that is not theirs. */
export const audiences = ['law-enforcement', 'regulator', 'customers', 'hr', 'internal'] as const;
export type Audience = typeof audiences[number];

/** How sure it is that a customer is affected; the words of `case.md`. */
export type AffectedLevel = 'accessed' | 'accessed without a supported reason' | 'corroborated as disclosed';

/** A customer row with what the case knows beyond the answer. Absent: `accessed`, selection 1, not notified. */
export type PackagedCustomer = CustomerRow & {
	readonly level?: AffectedLevel;
	readonly selections?: readonly number[];
	/** ISO 639 code as a directory gives it: the language of the letter. */
	readonly language?: string;
	/** When and how the customer was told, or empty. */
	readonly notified?: string;
	/** Whether it may be said that no other data type of this customer was reached; absent: it may not. */
	readonly otherData?: OtherData;
};

/** An evidence record with the selections it belongs to; absent: selection 1. */
export type PackagedEvidence = EvidenceRecord & {readonly selections?: readonly number[]};

export type PackagedSource = Source & {/** How it came to be; what nobody said becomes a limitation. */ readonly acquisition?: AcquisitionFacts};

/** The question, in the forms that people and programs read. */
export type PackagedFilter = {
	/** Canonical text, `filter.md`. */
	readonly text: string;
	readonly tree: Filter;
	/** In words, for those who know no query language. */
	readonly sentence: string;
	/** What the engine was asked, where it is known. */
	readonly sql?: string;
};

/** What the letters and other documents are told by options. */
export type DocumentOptions = {
	/** The letter's own template, with the name of its file. */
	readonly template?: {readonly name: string; readonly text: string};
	/** A letter says how many others are affected. */
	readonly tellCount?: boolean;
};

/**
All that a case file says. Big things are streams; each can be iterated again, one at a time, and gives the same rows.
The totals must be of the same moment as the streams: a package whose numbers disagree is not written.
*/
export type CaseFileContents = {
	readonly audience: Audience;
	readonly tool: {readonly name: string; readonly version: string};
	/** The moment of making: the same contents and moment give the same bytes. */
	readonly now: Date;
	readonly title?: string;
	readonly reason: string;
	readonly investigator?: string;
	readonly agency?: string;
	/** A second person who confirmed it; absent: marked as a draft. */
	readonly reviewedBy?: string;
	/** Hash (sha256 of the tag manifest) of the revision that this one replaces. */
	readonly supersedes?: string;
	readonly filter: PackagedFilter;
	/** IANA name. */
	readonly displayTimezone: string;
	readonly totals: Totals;
	readonly affected: Affected;
	/** Every data type met; `unknown` and `custom:<name>` among them get a column too. */
	readonly byDataType: readonly DataTypeRow[];
	readonly byCountry: readonly CountryRow[];
	readonly byDay: readonly DayRow[];
	/** What the case knows beyond the answer; its accounts are those of the answer. */
	readonly case: PackagedCase;
	/** The customers and accounts, folded, that free texts name; for an audience that may know none of them. */
	readonly identifiers: ReadonlySet<string>;
	readonly documents?: DocumentOptions;
	/** Heads of the journal that were signed in the case, with their seals: name of the file → its bytes. */
	readonly heads?: ReadonlyMap<string, Uint8Array>;
	readonly limitations: readonly string[];
	readonly sources: readonly PackagedSource[];
	readonly failed: readonly FailedSource[];
	readonly skipped: readonly SkippedFile[];
	/** Hashes a source's file as stored once more; called after the evidence was read from it. Undefined when it cannot be read again (standard input). */
	readonly hashAgain: (source: Source) => Promise<string | undefined>;
	readonly customers: AsyncIterable<PackagedCustomer>;
	readonly exposures: AsyncIterable<ExposureRow>;
	readonly evidence: AsyncIterable<PackagedEvidence>;
	readonly rejections: AsyncIterable<{readonly path: string; readonly rejection: Rejection}>;
};
