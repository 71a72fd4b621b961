import {createReadStream} from 'node:fs';
import {openBytes} from './byte-source.ts';
import {decodeChunks} from './encoding.ts';
import {isOwn} from './file-part.ts';
import {pauseIfDue} from './pause.ts';
import {Places, type FoundRecord} from './places.ts';
import {splitterFor, type PreparedFile} from './prepared-file.ts';
import type {Checkpoint, Piece} from './splitter.ts';

export type {FoundRecord} from './places.ts';

export type ReadOptions = {
	/** Record numbers in ascending order; all records when absent. */
	readonly records?: readonly number[];
	/** From a scan of the same file. Only plain UTF-8 files can be entered in the middle. */
	readonly checkpoints?: readonly Checkpoint[];
	readonly signal?: AbortSignal;
};

/** Bytes that are gone through in one go: the app reads a record on the thread that answers its keys. */
const stretch = 1 << 17;

/** The second reader: gives records with their places in one pass over the file, in order. */
export const readRecords = async function * (file: PreparedFile, {records, checkpoints = [], signal}: ReadOptions = {}): AsyncGenerator<FoundRecord> {
	if (records?.length === 0) {
		return;
	}

	const all = records && new Set(records);
	const wanted = (record: number): boolean => (all?.has(record) ?? true) && isOwn(file.part, record);
	const lastWanted = records?.at(-1) ?? Number.POSITIVE_INFINITY;
	const {encoding} = file.encoding;
	const start = startOf(file, records?.[0] ?? 1, checkpoints);
	const found: Piece[] = [];
	const splitter = splitterFor(file.structure, {
		wants: wanted,
		visit(piece) {
			if (piece.kind !== 'passed' && wanted(piece.record)) {
				found.push(piece);
			}
		},
	}, {records: start.records});
	const places = new Places(file.encoding, start.offset);
	const source = start.offset > 0 ? undefined : openBytes(file.location, file.container, signal, {torn: file.torn});
	const chunks = source ? decodeChunks(places.keep(source.chunks), file.encoding) : createReadStream(file.location, {start: start.offset, highWaterMark: 1 << 18, ...(signal ? {signal} : {})}) as AsyncIterable<Buffer>;
	let carry: Buffer = Buffer.alloc(0);
	let base = start.offset > 0 ? start.offset : (encoding === 'utf-8' ? file.encoding.mark : 0);
	for await (const chunk of chunks) {
		for (let at = 0; at < chunk.length;) {
			// What was decoded is taken as it comes, whole characters, for places in the original are counted from them.
			const part = encoding === 'utf-8' ? chunk.subarray(at, at + Math.max(stretch, carry.length)) : chunk;
			const window: Buffer = carry.length === 0 ? part : Buffer.concat([carry, part]);
			const done = splitter?.push(window, base, false) ?? window.length;
			yield * found.splice(0).map(piece => places.locate(piece, window, base));
			places.pass(window.subarray(0, done), base);
			carry = window.subarray(done);
			base += done;
			at += part.length;
			if (splitter && splitter.records >= lastWanted) {
				return;
			}

			await pauseIfDue();
		}
	}

	const torn = source?.torn();
	const next = (splitter?.records ?? 0) + 1;
	if (torn === undefined) {
		splitter?.push(carry, base, true);
		yield * found.map(piece => places.locate(piece, carry, base));
	} else if (wanted(next)) {
		yield places.locate({kind: 'rejected', record: next, offset: base, bytes: carry, span: carry.length, reason: torn}, carry, base);
	}
};

/** The last checkpoint before a record. JSON elements need what stands before them, so such files are read from their start. */
const startOf = (file: PreparedFile, record: number, checkpoints: readonly Checkpoint[]): {readonly records: number; readonly offset: number} => {
	const direct = file.container === 'plain' && file.torn === undefined && file.encoding.encoding === 'utf-8' && (file.structure.kind === 'table' || file.structure.kind === 'lines' || (file.structure.kind === 'text' && file.structure.shape?.columns === undefined));
	const point = direct ? checkpoints.findLast(candidate => candidate.record <= record) : undefined;
	return point ? {records: point.record - 1, offset: point.offset} : {records: 0, offset: 0};
};
