/** A record as it stands in the decoded text, or a stretch of it that is no readable record. */
export type Piece = {
	/**
	`record`: stands there as the engine reads it. `rewritten`: a reader understands it, but the engine must be given `rewrite` instead.
	`rejected`: not understood, for `reason`.
	*/
	readonly kind: 'record' | 'rewritten' | 'rejected' | 'passed';
	/** 1 is the first. A `passed` piece (blank line, repeated header, directive) has the number of the next record. */
	readonly record: number;
	/** In the decoded bytes. */
	readonly offset: number;
	/** The record without its line end. */
	readonly bytes: Buffer;
	/** Bytes from `offset` to the start of what follows: the record and its line end. */
	readonly span: number;
	readonly reason?: string;
	/** What the engine is given, a line end included. */
	readonly rewrite?: string;
	readonly pointer?: string;
};

export type Visitor = {
	/** Whether an ordinary record is to be handed out; irregular pieces always are. */
	readonly wants: (record: number) => boolean;
	readonly visit: (piece: Piece) => void;
};

/** Cuts decoded bytes into records. It keeps nothing but counts: the same splitter loads, cites and previews. */
export type Splitter = {
	/**
	Takes the bytes from `base` on and returns how many it has dealt with; the rest is given again with more behind it.
	`last` says that nothing follows.
	*/
	push(window: Buffer, base: number, last: boolean): number;
	/** Records so far: read, rejected ones included. */
	readonly records: number;
	/** Cells that go over several lines were seen. */
	readonly multiline: boolean;
	/** The longest record so far, in bytes. */
	readonly longest: number;
	/** What was given ends before the end that it announced. */
	readonly open?: boolean;
};

/** Where to begin in the middle of a file: the offset of every 65,536th record, from the first. */
export type Checkpoint = {readonly record: number; readonly offset: number};
export const checkpointEvery = 65_536;

/** A line longer than this is an error of its own; it keeps a bomb out of memory. */
export const longestLine = 16 * 1024 * 1024;
export const tooLongReason = `the line is longer than ${longestLine / 1024 / 1024} MB (its first 200 bytes are kept)`;
/** A quoted cell that runs further than this is taken for an unclosed quote. */
export const longestQuoted = 4 * 1024 * 1024;

/** Where a splitter stands; a later reader can go on from a checkpoint. */
export type SplitterStart = {readonly records: number; readonly checkpoints?: Checkpoint[]};

/** Runs a splitter over chunks that follow each other from `base` on. */
export const splitChunks = async (splitter: Splitter, chunks: AsyncIterable<Buffer>, base = 0, stop: () => boolean = () => false): Promise<number> => {
	let carry: Buffer = Buffer.alloc(0);
	for await (const chunk of chunks) {
		const window: Buffer = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
		const done = splitter.push(window, base, false);
		carry = window.subarray(done);
		base += done;
		if (stop()) {
			return base;
		}
	}

	splitter.push(carry, base, true);
	return base + carry.length;
};
