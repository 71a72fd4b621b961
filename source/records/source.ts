import type {Instant} from './instant.ts';

/** read = kept + duplicate + rejected, always. */
export type Accounting = {
	readonly read: number;
	readonly kept: number;
	readonly duplicate: number;
	readonly rejected: number;
};

/** A record that was not understood; kept verbatim. */
export type Rejection = {
	/** 1 is the first record of the source. */
	readonly record: number;
	/** 0-based offset after decompression; absent in Parquet. */
	readonly byte?: number;
	/** Such as `time not understood: "31/31/2020"`. */
	readonly reason: string;
	/** The record as it stands in the export. */
	readonly raw: string;
};

/** Rejected records with the same reason, and where the first of them stands. */
export type RejectionGroup = {
	readonly reason: string;
	readonly records: number;
	readonly first: {readonly record: number; readonly byte?: number};
};

/** One export, as it was loaded. */
export type Source = {
	/** As given on the command line or found below it. */
	readonly path: string;
	/** Name of the format: `table`, `ndjson`, `json`, `parquet`, or a vendor's such as `aws-cloudtrail`. */
	readonly format: string;
	/** How the format was recognised, as a sentence. */
	readonly why: string;
	/** Of the file as stored. */
	readonly sha256: string;
	/** Of the file as stored. */
	readonly bytes: number;
	readonly records: Accounting;
	/** Role → column or dotted path, for tables mapped by a guess or by --map. */
	readonly mapping: Readonly<Record<string, string>>;
	/** Columns of an unknown table that nothing is read from; absent where all are used or none can be told. */
	readonly unusedColumns?: readonly string[];
	/** Records equal to one of an earlier source, without a native id to prove it; they are all kept. */
	readonly possibleDuplicates: number;
	/** The file was torn or damaged: there was more. */
	readonly incomplete: boolean;
	readonly firstAt?: Instant;
	readonly lastAt?: Instant;
	/** The zone that times without an offset were read in. `assumed` when nobody said so. */
	readonly timezone: {readonly name: string; readonly assumed: boolean};
	/** Times that occur twice when clocks go back; the earlier was taken. */
	readonly ambiguousTimes: number;
	/** Raw values that no rule understood, most frequent first. */
	readonly unmatched: ReadonlyArray<{readonly value: string; readonly records: number; /** What a rule for it would look at. */ readonly field?: 'column' | 'action' | 'resource'; /** Why, where it is not that no rule looks at it. */ readonly reason?: string}>;
	readonly rejections: readonly RejectionGroup[];
	/** Native ids that stand for records that differ: all are kept. */
	readonly conflicts: number;
	/** The numbers of those records, the first hundred of them; absent where there are none. */
	readonly conflicting?: readonly number[];
};

/** What stands behind the path of a file that mixes formats, where a source is its records of one format: `!okta` of `mixed.ndjson!okta`. Nothing where it is the file itself. */
export const partSuffix = ({path, format}: Pick<Source, 'path' | 'format'>): string => path.endsWith(`!${format}`) ? `!${format}` : '';

/** The path of the file that a source is, or is a part of. */
export const pathOfFile = (source: Pick<Source, 'path' | 'format'>): string => source.path.slice(0, source.path.length - partSuffix(source).length);

/** How many files these sources are: one that mixes formats is one. */
export const countFiles = (sources: ReadonlyArray<Pick<Source, 'path' | 'format'>>): number => new Set(sources.map(source => pathOfFile(source))).size;

/** A source that was named and could not be read at all. */
export type FailedSource = {readonly path: string; readonly error: string; readonly next?: string};

/** A file found below a folder that is no log: a case, a package, a directory file. */
export type SkippedFile = {readonly path: string; readonly reason: string};
