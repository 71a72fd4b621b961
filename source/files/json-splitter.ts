import {markAt} from './byte-order-mark.ts';
import {LineIndent} from './line-indent.ts';
import {checkpointEvery, longestLine, type Piece, type Splitter, type SplitterStart, type Visitor} from './splitter.ts';

/** Where the records of a JSON document stand. */
export type JsonShape =
	/** Top-level values one after another: `{…}{…}`, pretty-printed or not. */
	| {readonly kind: 'values'}
	/** The elements of the array at the top. */
	| {readonly kind: 'array'}
	/** The elements of the array under this key of the object at the top. */
	| {readonly kind: 'key'; readonly key: string};

const Byte = {LineFeed: 10, CarriageReturn: 13, Space: 32, Quote: 34, Comma: 44, Colon: 58, Backslash: 92, OpenBracket: 91, CloseBracket: 93, OpenBrace: 123, CloseBrace: 125} as const;

const isSpace = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;
const isOpen = (byte: number): boolean => byte === Byte.OpenBrace || byte === Byte.OpenBracket;
const isClose = (byte: number): boolean => byte === Byte.CloseBrace || byte === Byte.CloseBracket;

/**
The element's extent: its end, `more` when the window ends inside it, `torn` when a string in it goes over a line end, or when a bracket
closes that is not open: a record that lost its end would else take those behind it along.
*/
const elementEnd = (window: Buffer, start: number, last: boolean): number | 'more' | 'torn' => {
	const open: number[] = [];
	for (let at = start; at < window.length; at++) {
		const byte = window[at]!;
		if (byte === Byte.Quote) {
			const close = stringEnd(window, at);
			if (close === 'more' || close === 'torn') {
				return close;
			}

			at = close;
			if (open.length === 0) {
				return at + 1;
			}
		} else if (isOpen(byte)) {
			open.push(byte);
		} else if (isClose(byte)) {
			if (open.length === 0) {
				return at;
			}

			if (byte !== (open.pop() === Byte.OpenBrace ? Byte.CloseBrace : Byte.CloseBracket)) {
				return 'torn';
			}

			if (open.length === 0) {
				return at + 1;
			}
		} else if (open.length === 0 && (byte === Byte.Comma || isSpace(byte))) {
			return at;
		}
	}

	return last && open.length === 0 ? window.length : 'more';
};

/** The closing quote of the string that opens at `open`. A raw line end inside a string is no JSON: there the record is torn. */
const stringEnd = (window: Buffer, open: number): number | 'more' | 'torn' => {
	for (let at = open + 1; at < window.length; at++) {
		const byte = window[at]!;
		if (byte === Byte.Backslash) {
			at++;
		} else if (byte === Byte.Quote) {
			return at;
		} else if (byte === Byte.LineFeed || byte === Byte.CarriageReturn) {
			return 'torn';
		}
	}

	return 'more';
};

/**
Cuts a JSON document into its records without parsing it whole. A torn record ends where a later line begins an object at the same
indentation; the rest is read on.
*/
export class JsonSplitter implements Splitter {
	records: number;
	readonly multiline = true;
	longest = 0;
	private depth = 0;
	private inside: boolean;
	private readonly indent = new LineIndent();
	private key = '';
	private index = 0;
	/** Outside the records, the last byte that is no blank. */
	private before = 0;

	private readonly shape: JsonShape;
	private readonly visitor: Visitor;
	private readonly start: SplitterStart;

	constructor(shape: JsonShape, visitor: Visitor, start: SplitterStart = {records: 0}) {
		this.shape = shape;
		this.visitor = visitor;
		this.start = start;
		this.records = start.records;
		this.inside = shape.kind === 'values' || start.records > 0;
		this.index = start.records;
		this.depth = start.records > 0 ? this.elementDepth : 0;
	}

	private get elementDepth(): number {
		return {values: 0, array: 1, key: 2}[this.shape.kind];
	}

	push(window: Buffer, base: number, last: boolean): number {
		let at = 0;
		while (at < window.length) {
			const next = this.inside ? this.insideArray(window, base, at, last) : this.outside(window, at, last);
			if (next === undefined) {
				return at;
			}

			this.indent.pass(window, at, next);
			at = next;
		}

		return at;
	}

	/** Between records: passes separators, takes the next record, or leaves the array. */
	private insideArray(window: Buffer, base: number, at: number, last: boolean): number | undefined {
		const byte = window[at]!;
		if (isSpace(byte) || byte === Byte.Comma) {
			return at + 1;
		}

		const mark = markAt(window, at, last);
		if (mark !== 0) {
			return mark > 0 ? at + mark : undefined;
		}

		// Any other bracket closes nothing here: it is a record of its own, which no reader understands, and those behind it are read.
		if (byte === Byte.CloseBracket && this.shape.kind !== 'values') {
			this.inside = false;
			this.depth--;
			this.before = byte;
			return at + 1;
		}

		// What may be held, and no more: windows of any size give the same records.
		const whole = window.length - at <= longestLine;
		const view = whole ? window : window.subarray(0, at + longestLine);
		const end = elementEnd(view, at, last && whole);
		if (typeof end === 'number') {
			const stop = end === at ? at + 1 : end;
			this.take(window, base, at, stop);
			return stop;
		}

		const resume = end === 'more' && whole && !last ? undefined : resumeAt(view, at, this.indent.bytes);
		if (resume === undefined && whole && !last) {
			return undefined;
		}

		const stop = resume ?? view.length;
		this.give({kind: 'rejected', offset: base + at, bytes: trimEnd(window.subarray(at, stop)), span: stop - at, reason: 'the record is torn: it ends before its last bracket'});
		return stop;
	}

	/** Whether the document ended before the brackets that close it: there was more. */
	get open(): boolean {
		return this.shape.kind !== 'values' && this.depth > 0;
	}

	/** An object where none may stand: a bracket too many closed the array before, and somebody may have put it there to hide what follows. */
	private isStray(): boolean {
		return this.shape.kind === 'array' ? this.depth === 0 : (this.depth === 1 && this.before !== Byte.Colon) || (this.depth === 0 && this.before === Byte.Comma);
	}

	/** Outside the records: looks for the array that holds them. */
	private outside(window: Buffer, at: number, last: boolean): number | undefined {
		const byte = window[at]!;
		if (byte === Byte.Quote) {
			const whole = window.length - at <= longestLine;
			const close = stringEnd(whole ? window : window.subarray(0, at + longestLine), at);
			if (close === 'more' && whole && !last) {
				return undefined;
			}

			// A string without an end: what stands behind its quote is looked at as if it had none.
			if (typeof close !== 'number') {
				return at + 1;
			}

			if (this.depth === 1) {
				this.key = window.toString('utf8', at + 1, close);
			}

			this.before = byte;
			return close + 1;
		}

		if (byte === Byte.OpenBrace && this.records > 0 && this.isStray()) {
			this.depth = this.elementDepth;
			this.inside = true;
			return at;
		}

		if (isOpen(byte)) {
			this.depth++;
			this.inside = byte === Byte.OpenBracket && this.depth === this.elementDepth && (this.shape.kind === 'array' || (this.shape.kind === 'key' && this.key === this.shape.key));
			this.index = this.inside ? 0 : this.index;
		} else if (isClose(byte)) {
			this.depth = Math.max(this.depth - 1, 0);
		}

		this.before = isSpace(byte) ? this.before : byte;
		return at + 1;
	}

	private take(window: Buffer, base: number, at: number, end: number): void {
		const bytes = window.subarray(at, end);
		const place = {offset: base + at, bytes, span: end - at};
		// The engine's columns hold no NUL, and the other is its delimiter.
		this.give(bytes.includes(0) || bytes.includes(1)
			? {kind: 'rejected', ...place, reason: 'not valid JSON: it holds a control character'}
			: (bytes.includes(Byte.LineFeed) || bytes.includes(Byte.CarriageReturn) ? {kind: 'rewritten', ...place, rewrite: oneLine(bytes)} : {kind: 'record', ...place}));
	}

	private give(piece: Omit<Piece, 'record' | 'pointer'>): void {
		this.records++;
		this.longest = Math.max(this.longest, piece.bytes.length);
		if (this.start.checkpoints && (this.records - 1) % checkpointEvery === 0) {
			this.start.checkpoints.push({record: this.records, offset: piece.offset});
		}

		const pointer = {values: '', array: `/${this.index}`, key: `/${this.shape.kind === 'key' ? this.shape.key.replaceAll('~', '~0').replaceAll('/', '~1') : ''}/${this.index}`}[this.shape.kind];
		this.index++;
		if (piece.kind === 'rejected' || piece.rewrite !== undefined || this.visitor.wants(this.records)) {
			this.visitor.visit({...piece, record: this.records, ...(pointer === '' ? {} : {pointer})});
		}
	}
}

/** A record over several lines as one: outside of strings a line end is only white space, and inside one it is not allowed. */
const oneLine = (bytes: Buffer): string => `${bytes.toString('utf8').replaceAll(/[\r\n]/g, ' ')}\n`;

const trimEnd = (bytes: Buffer): Buffer => {
	let {length} = bytes;
	while (length > 0 && (isSpace(bytes[length - 1]!) || bytes[length - 1] === Byte.Comma)) {
		length--;
	}

	return bytes.subarray(0, length);
};

/** Where a later line begins an object as far in as the line of the record at `start`. */
const resumeAt = (window: Buffer, start: number, indent: Buffer): number | undefined => {
	for (let next = window.indexOf(Byte.LineFeed, start); next !== -1; next = window.indexOf(Byte.LineFeed, next + 1)) {
		const at = next + 1 + indent.length;
		if (window[at] === Byte.OpenBrace && indent.equals(window.subarray(next + 1, at))) {
			return at;
		}
	}

	return undefined;
};
