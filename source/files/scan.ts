import {closeSync, ftruncateSync, openSync, statSync, writeSync} from 'node:fs';
import {isAscii, isUtf8} from 'node:buffer';
import {CancelledError, ExpectedError} from '../errors.ts';
import {openBytes} from './byte-source.ts';
import {decodeChunks} from './encoding.ts';
import {isOwn, type FilePart} from './file-part.ts';
import {splitterFor, type PreparedFile} from './prepared-file.ts';
import type {Checkpoint, Piece, Splitter} from './splitter.ts';

/** A record that cannot be given to the engine. Its text is read again from the file when someone asks. */
export type RejectedPiece = {readonly record: number; readonly offset: number; readonly length: number; readonly reason: string};

/** What one pass over a file found; the first of the two readers. */
export type ScanResult = {
	readonly sha256: string;
	/** Of the file as stored. */
	readonly bytes: number;
	/** Read: good and rejected ones. */
	readonly records: number;
	/** In order. */
	readonly rejected: readonly RejectedPiece[];
	/** Of a part of a file, the numbers of the records that it has no row of, in order: those of the other parts, and its own that were rejected. */
	readonly without?: Uint32Array;
	/** Pieces that an engine would read otherwise than this reader: it must be given a feed instead of the file. */
	readonly irregular: number;
	/** Cells over several lines were seen. */
	readonly multiline: boolean;
	/** Length in bytes of the longest record. */
	readonly longest: number;
	/** Where reading can begin in the middle; offsets in the decoded bytes. */
	readonly checkpoints: readonly Checkpoint[];
	/** Why the file ended before its end. */
	readonly torn?: string;
	/** There was more: the stream is torn, or the document ends before its last bracket. */
	readonly incomplete: boolean;
	/** The bytes are not UTF-8 though the head was plain ASCII: to be scanned again as Windows-1252. */
	readonly notUtf8: boolean;
};

export type ScanOptions = {
	/** Where to write what the engine is to read: one clean record a line, nothing else. A feed that is open already stays open, for the records of another file. */
	readonly feed?: string | Feed;
	readonly signal?: AbortSignal;
	/** Bytes as stored, and records, so far. */
	readonly onProgress?: (bytes: number, records: number) => void;
};

/** Reads a file once: hashes it, counts and checks its records, notes what is irregular, and writes a feed when asked to. */
export const scanFile = async (file: PreparedFile, {feed, signal, onProgress}: ScanOptions = {}): Promise<ScanResult> => {
	const source = openBytes(file.location, file.container, signal, file);
	const writer = typeof feed === 'string' ? new Feed(feed) : feed;
	const rejected: RejectedPiece[] = [];
	const checkpoints: Checkpoint[] = [];
	let irregular = 0;
	const headerSpan = file.structure.kind === 'table' ? file.structure.headerSpan : 0;
	const splitter = splitterFor(file.structure, {
		wants: () => writer !== undefined,
		visit(piece) {
			if (piece.kind !== 'passed' && !isOwn(file.part, piece.record)) {
				return;
			}

			const reason = piece.reason ?? (writer && file.encoding.encoding === 'utf-8' && piece.kind !== 'passed' && !isUtf8(piece.bytes) ? 'not valid UTF-8, the encoding of the rest of the file' : undefined);
			if (reason !== undefined) {
				rejected.push({record: piece.record, offset: piece.offset, length: piece.bytes.length, reason});
				irregular++;
				return;
			}

			irregular += piece.kind === 'record' || (piece.kind === 'passed' && piece.offset === file.encoding.mark && headerSpan > 0) ? 0 : 1;
			writer?.take(piece);
		},
	}, {records: 0, checkpoints});
	try {
		const text = new TextCheck();
		await run({source, file, splitter, text, onProgress, rejected, signal});
		refuseChanged(file, source.stored());
		// Where the stream ends too early nobody knows whose record that would have been.
		const torn = isFirst(file.part) ? source.torn() : undefined;
		const read = ownRecords(file.part, splitter?.records ?? 0);
		return {
			sha256: source.sha256(), bytes: source.stored(), records: read + (torn === undefined ? 0 : 1),
			rejected, irregular: irregular + (torn === undefined ? 0 : 1), multiline: splitter?.multiline ?? false, longest: splitter?.longest ?? 0, checkpoints,
			...(torn === undefined ? {} : {torn}), incomplete: source.torn() !== undefined || (splitter?.open ?? false), notUtf8: file.encoding.encoding === 'utf-8' && text.invalid,
			...(file.part ? {without: recordsWithout(file.part, splitter?.records ?? 0, rejected)} : {}),
		};
	} catch (error) {
		throw signal?.aborted ? new CancelledError() : error;
	} finally {
		if (typeof feed === 'string') {
			writer?.close();
		}
	}
};

const isFirst = (part: FilePart | undefined): boolean => part === undefined || part.kind === 0;

/** How many of so many records of a file are those of a part. */
const ownRecords = (part: FilePart | undefined, records: number): number => {
	let own = part ? 0 : records;
	for (let record = 1; part && record <= records; record++) {
		own += isOwn(part, record) ? 1 : 0;
	}

	return own;
};

const recordsWithout = (part: FilePart, records: number, rejected: readonly RejectedPiece[]): Uint32Array => {
	const refused = new Set(rejected.map(({record}) => record));
	const found: number[] = [];
	for (let record = 1; record <= records; record++) {
		if (!isOwn(part, record) || refused.has(record)) {
			found.push(record);
		}
	}

	return Uint32Array.from([...found, ...rejected.map(({record}) => record).filter(record => record > records)]);
};

type Run = {
	readonly source: ReturnType<typeof openBytes>; readonly file: PreparedFile; readonly splitter: Splitter | undefined;
	readonly text: TextCheck; readonly onProgress: ScanOptions['onProgress']; readonly rejected: RejectedPiece[]; readonly signal: AbortSignal | undefined;
};

const run = async ({source, file, splitter, text, onProgress, rejected, signal}: Run): Promise<void> => {
	const carry = new Carry();
	let base = file.encoding.encoding === 'utf-8' ? file.encoding.mark : 0;
	for await (const chunk of decodeChunks(source.chunks, file.encoding)) {
		const window = carry.with(chunk);
		const done = splitter?.push(window, base, false) ?? window.length;
		if (file.encoding.encoding === 'utf-8' && splitter) {
			text.check(window.subarray(0, done));
		}

		carry.keepFrom(done);
		base += done;
		onProgress?.(source.stored(), splitter?.records ?? 0);
		if (signal?.aborted) {
			throw new CancelledError();
		}
	}

	const rest = carry.with(Buffer.alloc(0));
	if (source.torn() !== undefined) {
		if (!isFirst(file.part)) {
			return;
		}

		// What stands before the tear was cut off somewhere: it is shown, and never taken for a whole record.
		rejected.push({record: (splitter?.records ?? 0) + 1, offset: base, length: rest.length, reason: source.torn()!});
	} else if (splitter) {
		text.check(rest);
		splitter.push(rest, base, true);
	}
};

/** What a splitter has left of a chunk, before the next: always in the same memory, since new memory for every chunk costs as much as splitting it. */
class Carry {
	private bytes = Buffer.allocUnsafeSlow(0);
	private used = 0;

	/** What was left, and the chunk behind it. It stands until the next chunk. */
	with(chunk: Buffer): Buffer {
		const length = this.used + chunk.length;
		if (length > this.bytes.length) {
			const larger = Buffer.allocUnsafeSlow(Math.max(length, this.bytes.length * 2));
			this.bytes.copy(larger, 0, 0, this.used);
			this.bytes = larger;
		}

		chunk.copy(this.bytes, this.used);
		this.used = length;
		return this.bytes.subarray(0, length);
	}

	/** Leaves what was not dealt with. */
	keepFrom(done: number): void {
		this.bytes.copyWithin(0, done, this.used);
		this.used -= done;
	}
}

/** A log may grow or be exchanged while it is read: then no number about it would hold. */
const refuseChanged = (file: PreparedFile, stored: number): void => {
	const {size, mtimeMs} = statSync(file.location);
	if (size !== file.bytes || mtimeMs !== file.modified || stored !== file.bytes) {
		throw new ExpectedError('it changed while it was read', {where: file.path, next: 'Copy it to a place where nobody writes to it, and load the copy.'});
	}
};

/** Notes whether all text is UTF-8. Pure ASCII costs next to nothing. */
class TextCheck {
	invalid = false;

	check(bytes: Buffer): void {
		this.invalid ||= !isAscii(bytes) && !isUtf8(bytes);
	}
}

/** Writes the clean records one after another, in blocks. */
export class Feed {
	private readonly file: number;
	private written = 0;
	private readonly block = Buffer.allocUnsafe(1 << 20);
	private used = 0;

	constructor(path: string) {
		this.file = openSync(path, 'wx', 0o600);
	}

	/** Bytes so far. */
	get length(): number {
		return this.written + this.used;
	}

	/** Takes back what came after the first so many bytes. */
	cut(length: number): void {
		this.flush();
		ftruncateSync(this.file, length);
		this.written = length;
	}

	take(piece: Piece): void {
		if (piece.rewrite !== undefined) {
			this.write(Buffer.from(piece.rewrite, 'utf8'));
		} else if (piece.kind === 'record') {
			this.write(piece.bytes);
			this.write(lineFeed);
		}
	}

	close(): void {
		this.flush();
		closeSync(this.file);
	}

	private write(bytes: Buffer): void {
		if (bytes.length > this.block.length - this.used) {
			this.flush();
		}

		if (bytes.length > this.block.length) {
			this.writeOut(bytes);
		} else {
			this.used += bytes.copy(this.block, this.used);
		}
	}

	private flush(): void {
		this.writeOut(this.block.subarray(0, this.used));
		this.used = 0;
	}

	private writeOut(bytes: Buffer): void {
		for (let at = 0; at < bytes.length;) {
			at += writeSync(this.file, bytes, at, bytes.length - at, this.written + at);
		}

		this.written += bytes.length;
	}
}

const lineFeed = Buffer.from('\n');
