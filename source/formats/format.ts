import type {TextShape} from '../files/text-shape.ts';
import type {FieldMap} from '../records/field-expression.ts';

/** The first records of a file, as a format sees them. */
export type Sample =
	| {readonly kind: 'table'; readonly header: readonly string[]; readonly rows: ReadonlyArray<readonly string[]>}
	| {readonly kind: 'json'; readonly rows: ReadonlyArray<Readonly<Record<string, unknown>>>}
	/** Records of text, each as one line; `field('line')` reads it. */
	| {readonly kind: 'text'; readonly rows: readonly string[]; readonly directives: readonly string[]};

/** One kind of export: how it is known, and what its fields mean. */
export type Format = {
	/** As in `--format-of PATTERN=NAME`. */
	readonly name: string;
	readonly title: string;
	/** How it is recognised, as a sentence for `whosaw formats`. */
	readonly recognised: string;
	/** What it shows and what it cannot show. */
	readonly about: string;
	/** 0 to 1: the share of sampled records that bear the format's signature. */
	readonly detect: (sample: Sample) => number;
	/** Where the record itself stands as JSON text inside another, or undefined. */
	readonly envelope?: (sample: Sample) => readonly string[] | undefined;
	/** Whether an object around an array without elements is this product's answer that nothing happened. */
	readonly empty?: (answer: Readonly<Record<string, unknown>>) => boolean;
	/** How the first lines of a file are cut into records, where they may be this format's text. */
	readonly text?: (lines: readonly string[]) => TextShape | undefined;
	/** The names of the columns of a table that has no header. */
	readonly columns?: (rows: ReadonlyArray<readonly string[]>) => readonly string[] | undefined;
	readonly fields: (sample: Sample) => FieldMap;
	/** The product's own documentation says the zone of times without an offset. */
	readonly zone?: string;
	/** Sentences that belong beside every number from such a log. */
	readonly limitations: readonly string[];
};

/** Beside every number from a format of which only the documentation was read. */
export const unverified = 'This format is unverified: it follows the vendor\'s documentation, and no real file was seen yet. Compare some records with their originals.';
