import type {Audience, CaseFileContents} from './contents.ts';
import type {HashedFile, Pieces} from './hashed-file.ts';
import type {PathNames} from './path-names.ts';

/** What was really written, counted while writing; later files and the check for agreement read it. */
export type Tally = {
	customers: number;
	exposures: number;
	/** All evidence records, those of denied and failed events too. */
	evidence: number;
	/** Evidence records whose event reached somebody: not denied, not failed. */
	reached: number;
	rejected: number;
	/** The customers that exposures name. */
	readonly exposed: Set<string>;
	/** Source path → sha256 after the analysis. */
	readonly hashedAgain: Map<string, string>;
	/** Accesses that exclusions took out, and accesses of others to the same customers. */
	excluded: number;
	others: number;
	/** By what else customers and accounts stand in the logs. */
	identities: number;
	/** What was left out of a file and why: the redaction log is written from it, last of all. */
	readonly redactions: Redaction[];
};

/** Something that an audience does not get. `file` is a path in the bag. */
export type Redaction = {readonly file: string; readonly what: string; readonly evidence?: string; readonly count?: number; readonly why?: string};

/** A file of this package, with what it is in a few words. */
export type ListedFile = {readonly path: string; readonly about: string};

export type PackageContext = {
	readonly contents: CaseFileContents;
	readonly paths: PathNames;
	readonly tally: Tally;
	/** What stands in the bag so far: path → bytes and hash. Documents cite their exhibits by it. */
	readonly written: ReadonlyMap<string, HashedFile>;
	/** All files of this package and its folders of files, for the README. */
	readonly files: readonly ListedFile[];
	/** Files that another audience gets and this one does not. */
	readonly absent: readonly string[];
};

/** One file of the package: where it stands in the bag, who gets it, and its text in pieces. What an audience gets of it, it decides itself. */
export type PackageFile = {
	/** Relative to the bag, with `/`. */
	readonly path: string;
	/** A few words for the README. */
	readonly about: string;
	readonly audiences: readonly Audience[];
	/** Whether there is anything to write; absent: always. A file that only some packages have is not missed by `verify`. */
	readonly when?: (contents: CaseFileContents) => boolean;
	readonly text: (context: PackageContext) => Pieces;
};

/** A folder of files whose names follow from the case, such as one letter a customer. Its path ends with `/`, theirs begin with it. */
export type PackageFolder = {
	readonly path: string;
	readonly about: string;
	readonly audiences: readonly Audience[];
	/** Each file is written before the next is asked for. */
	readonly files: (context: PackageContext) => AsyncIterable<{readonly path: string; readonly pieces: Pieces}>;
};

export const everyAudience: readonly Audience[] = ['law-enforcement', 'regulator', 'customers', 'hr', 'internal'];
export const investigators: readonly Audience[] = ['law-enforcement', 'internal'];

export const isInvestigators = (audience: Audience): boolean => investigators.includes(audience);
