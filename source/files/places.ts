import {encodedLength, type Encoding, type EncodingGuess} from './encoding.ts';
import {longestLine, type Piece} from './splitter.ts';

/** A record read again from its file. */
export type FoundRecord = {
	readonly record: number;
	/** 0-based, after decompression and before decoding. */
	readonly offset: number;
	/** The bytes before decoding, without the line end. */
	readonly bytes: Buffer;
	/** Decoded. */
	readonly text: string;
	readonly pointer?: string;
	/** Why it was rejected. */
	readonly reason?: string;
};

/** A window of decoded text: its own place among the decoded bytes, and its place among the bytes before decoding. */
type Window = {readonly decoded: Buffer; readonly base: number; readonly original: number; readonly bytes: Buffer};

/** Turns places in the decoded text into places in the bytes before decoding, which it keeps for as long as a record may be found in them. */
export class Places {
	private readonly encoding: Encoding;
	/** Bytes before decoding that were read and not passed yet, and the place of the first of them. */
	private kept: Buffer = Buffer.alloc(0);
	private original: number;
	/** How far into the window places were worked out: decoded bytes, and the bytes before decoding that they take. */
	private reached = {decoded: 0, original: 0};
	/** A record that is too long is known for one only when it ends, long after the window that it began in. */
	private longest: Window | undefined;

	constructor({encoding, mark}: EncodingGuess, start: number) {
		this.encoding = encoding;
		this.original = start > 0 ? start : mark;
	}

	/** Gives the chunks on as they are, and keeps each. UTF-8 is its own original. */
	async * keep(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
		let mark = this.original;
		for await (const chunk of chunks) {
			const skipped = Math.min(mark, chunk.length);
			mark -= skipped;
			this.kept = this.encoding === 'utf-8' ? this.kept : Buffer.concat([this.kept, chunk.subarray(skipped)]);
			yield chunk;
		}
	}

	/** Nothing will be asked for within these bytes, except where a record too long began. */
	pass(decoded: Buffer, base: number): void {
		const length = this.take(decoded, decoded.length);
		if (this.encoding !== 'utf-8' && decoded.length > longestLine) {
			this.longest = {decoded, base, original: this.original, bytes: this.kept.subarray(0, length)};
		}

		this.kept = this.kept.subarray(length);
		this.original += length;
		this.reached = {decoded: 0, original: 0};
	}

	locate(piece: Piece, decoded: Buffer, base: number): FoundRecord {
		const {record, pointer, reason} = piece;
		return {
			record, ...this.place(piece, {decoded, base, original: this.original, bytes: this.kept}), text: piece.bytes.toString('utf8'),
			...(pointer === undefined ? {} : {pointer}),
			...(reason === undefined ? {} : {reason}),
		};
	}

	private place({offset, bytes}: Piece, window: Window): Pick<FoundRecord, 'offset' | 'bytes'> {
		if (this.encoding === 'utf-8') {
			return {offset, bytes};
		}

		const early = offset < window.base ? this.longest : undefined;
		const {decoded, base, original, bytes: originals} = early ?? window;
		const from = early ? encodedLength(decoded.subarray(0, offset - base), this.encoding) : this.take(decoded, offset - base);
		return {offset: original + from, bytes: originals.subarray(from, from + encodedLength(bytes, this.encoding))};
	}

	/** Bytes before decoding that the first bytes of the window take. Pieces come in order: what was counted is not counted again. */
	private take(window: Buffer, length: number): number {
		const from = length < this.reached.decoded ? {decoded: 0, original: 0} : this.reached;
		this.reached = {decoded: length, original: from.original + encodedLength(window.subarray(from.decoded, length), this.encoding)};
		return this.reached.original;
	}
}
