import type {FieldMap} from '../records/field-expression.ts';
import type {PreparedFile} from '../files/prepared-file.ts';

/** How one file is to be loaded: everything is decided, nothing is guessed from here on. */
export type SourcePlan = {
	/** Number of the source, in the order of arguments and paths, from 0. */
	readonly id: number;
	readonly file: PreparedFile;
	/** Name of the format. */
	readonly format: string;
	readonly fields: FieldMap;
	/** Where the record stands as JSON text inside another. */
	readonly envelope?: readonly string[];
	/** IANA name for times without an offset. */
	readonly zone: string;
	/** Files of one family (same format and header) are compared for duplicates. */
	readonly family: string;
	/** Whether equal records of the family must be found where they have no native id. */
	readonly fingerprint: boolean;
	/** Files that the engine reads as one, each with the number of its clean records: the first is source `id`, and the others follow. */
	readonly parts?: ReadonlyArray<{readonly path: string; readonly records: number}>;
};

/** What the engine is to read: the file itself where both readers agree on it, else a feed of clean records. */
export type EngineInput = {
	readonly path: string;
	/** Lines to pass over at the start. */
	readonly skip: number;
	readonly lineEnd: '\n' | '\r\n';
	/** Cells go over several lines: the engine must not split the file among threads. */
	readonly multiline: boolean;
	/** Of the longest record, in bytes; 0 when not known yet. */
	readonly longest: number;
};
