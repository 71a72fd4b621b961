import {markAt} from './byte-order-mark.ts';
import {checkpointEvery, longestLine, tooLongReason, type Piece, type Splitter, type SplitterStart, type Visitor} from './splitter.ts';
import {asLine, columnsDirective, wordsOf, type TextShape} from './text-shape.ts';

const lineFeed = 10;
const carriageReturn = 13;

/** So much of a line is looked at to tell whether a record begins with it. */
const startLength = 512;

const orphanReason = 'it is the rest of a record whose beginning is not in this file';
const columnsReason = `it follows a ${columnsDirective} line with other columns than the first`;

/** A record that is too long: where it began, and whether the rest of a line of it is still to be passed over. */
type Skipping = {readonly offset: number; readonly head: Buffer; midLine: boolean};

/** Cuts lines of text into records: each line, or the lines from one that begins a record to the next such. */
export class TextSplitter implements Splitter {
	records: number;
	readonly multiline = false;
	longest = 0;
	private skipping: Skipping | undefined;
	/** Up to where lines were found to belong to the current record. */
	private reached = 0;
	/** The next line feed in the decoded bytes, and up to where one was looked for. */
	private feed = {at: -1, until: 0};
	private otherColumns = false;

	private readonly lineEnd: '\n' | '\r\n';
	private readonly shape: TextShape;
	private readonly beginning: RegExp | undefined;
	private readonly visitor: Visitor;
	private readonly start: SplitterStart;

	constructor({lineEnd, shape}: {readonly lineEnd: '\n' | '\r\n'; readonly shape: TextShape}, visitor: Visitor, start: SplitterStart = {records: 0}) {
		this.lineEnd = lineEnd;
		this.shape = shape;
		this.beginning = shape.start === undefined ? undefined : new RegExp(shape.start, 'u');
		this.visitor = visitor;
		this.start = start;
		this.records = start.records;
	}

	push(window: Buffer, base: number, last: boolean): number {
		let at = 0;
		while (at < window.length) {
			if (this.skipping) {
				at = this.skip(window, base, {at, last});
				if (this.skipping) {
					break;
				}

				continue;
			}

			const mark = markAt(window, at, last);
			if (mark > 0) {
				this.visitor.visit({kind: 'passed', record: this.records + 1, offset: base + at, bytes: window.subarray(at, at + mark), span: mark});
				at += mark;
				continue;
			}

			const end = mark < 0 ? undefined : this.endOf(window, base, {at, last});
			if (end === undefined && window.length - at <= longestLine) {
				return at;
			}

			if (end === undefined || end - at > longestLine) {
				this.skipping = {offset: base + at, head: Buffer.from(window.subarray(at, at + 200)), midLine: true};
				continue;
			}

			this.take(window, base, {at, end});
			at = end;
		}

		if (last && this.skipping) {
			this.finishSkipping(base + at);
		}

		return at;
	}

	/** Where the record at `at` ends, its line ends included; undefined when that cannot be told yet. */
	private endOf(window: Buffer, base: number, {at, last}: {readonly at: number; readonly last: boolean}): number | undefined {
		let line = Math.max(at, this.reached - base);
		for (;;) {
			// The first line belongs to its record whatever it is.
			const begins = line > at && this.beginsRecord(window, line, last);
			if (begins === true || (line >= window.length && last)) {
				return line;
			}

			const feed = begins === undefined ? -1 : this.lineEndAt(window, base, {line, last});
			if (feed === -1 && !(last && begins !== undefined)) {
				this.reached = base + line;
				return undefined;
			}

			line = feed === -1 ? window.length : feed + 1;
		}
	}

	/** Where the line ends: at its last byte. Where each line is a record, a carriage return alone ends one, too: no server writes one into a line. */
	private lineEndAt(window: Buffer, base: number, {line, last}: {readonly line: number; readonly last: boolean}): number {
		if (this.beginning) {
			return window.indexOf(lineFeed, line);
		}

		// Looked for once, and not from each line again: where lines end in carriage returns alone the next line feed is far.
		if (this.feed.at < base + line && this.feed.until < base + window.length) {
			const at = window.indexOf(lineFeed, line);
			this.feed = at === -1 ? {at, until: base + window.length} : {at: base + at, until: base + at};
		}

		const feed = this.feed.at < base + line ? -1 : this.feed.at - base;

		const returned = (feed === -1 ? window : window.subarray(0, feed)).indexOf(carriageReturn, line);
		return returned === -1 || returned + 1 === feed || (returned + 1 === window.length && !last) ? feed : returned;
	}

	/** Whether a record begins with the line at `at`; undefined when too little of it is there. */
	private beginsRecord(window: Buffer, at: number, last: boolean): boolean | undefined {
		if (!this.beginning) {
			return true;
		}

		const mark = markAt(window, at, last);
		if (mark < 0) {
			return undefined;
		}

		const part = window.subarray(at + mark, at + mark + startLength);
		const feed = part.indexOf(lineFeed);
		if (feed === -1 && part.length < startLength && !last) {
			return undefined;
		}

		return this.beginning.test(part.toString('latin1', 0, feed === -1 ? part.length : feed));
	}

	/** Passes over a record that is too long, line by line. */
	private skip(window: Buffer, base: number, {at, last}: {readonly at: number; readonly last: boolean}): number {
		const skipping = this.skipping!;
		let place = at;
		while (place < window.length) {
			if (skipping.midLine) {
				const feed = window.indexOf(lineFeed, place);
				skipping.midLine = feed === -1;
				place = feed === -1 ? window.length : feed + 1;
				continue;
			}

			const begins = this.beginsRecord(window, place, last);
			if (begins === undefined) {
				return place;
			}

			if (begins) {
				this.finishSkipping(base + place);
				return place;
			}

			skipping.midLine = true;
		}

		return place;
	}

	private finishSkipping(end: number): void {
		const {offset, head} = this.skipping!;
		this.skipping = undefined;
		this.give({kind: 'rejected', offset, bytes: head, span: end - offset, reason: tooLongReason});
	}

	private take(window: Buffer, base: number, {at, end}: {readonly at: number; readonly end: number}): void {
		const bytes = window.subarray(at, contentEnd(window, at, end));
		const place = {offset: base + at, bytes, span: end - at};
		if (isPassed(bytes)) {
			this.direct(bytes);
			this.visitor.visit({kind: 'passed', record: this.records + 1, ...place});
			return;
		}

		const reason = this.refusal(bytes);
		if (reason !== undefined) {
			this.give({kind: 'rejected', ...place, reason});
		} else if (this.isPlain(window.subarray(at, end), bytes)) {
			this.count(base + at, bytes.length);
			if (this.visitor.wants(this.records)) {
				this.visitor.visit({kind: 'record', record: this.records, ...place});
			}
		} else {
			this.give({kind: 'rewritten', ...place, rewrite: `${asLine(bytes.toString('utf8'))}\n`});
		}
	}

	/** Takes note of directives that name columns. */
	private direct(bytes: Buffer): void {
		if (this.shape.columns) {
			const lines = bytes.toString('utf8').split(/\r?\n/);
			const directive = lines.findLast(line => line.startsWith(columnsDirective));
			this.otherColumns = directive === undefined ? this.otherColumns : wordsOf(directive).join(' ') !== this.shape.columns.directive;
		}
	}

	/** Why a record cannot be read, as far as its place and its cells tell. */
	private refusal(bytes: Buffer): string | undefined {
		if (this.beginning && this.beginsRecord(bytes, 0, true) === false) {
			return orphanReason;
		}

		if (!this.shape.columns) {
			return undefined;
		}

		const cells = wordsOf(bytes.toString('utf8')).length;
		const {count} = this.shape.columns;
		return this.otherColumns ? columnsReason : (cells === count ? undefined : `${cells} ${cells === 1 ? 'cell' : 'cells'} where ${count} are expected`);
	}

	/** Whether the engine reads it as it stands: one line with the usual end and nothing that the engine takes otherwise. */
	private isPlain(span: Buffer, bytes: Buffer): boolean {
		const end = span.toString('latin1', bytes.length);
		return (end === this.lineEnd || end === '') && !bytes.includes(lineFeed) && !bytes.includes(carriageReturn) && !bytes.includes(0) && !bytes.includes(1);
	}

	private give(piece: Omit<Piece, 'record'>): void {
		this.count(piece.offset, piece.bytes.length);
		this.visitor.visit({record: this.records, ...piece});
	}

	private count(offset: number, length: number): void {
		this.records++;
		this.longest = Math.max(this.longest, length);
		if (this.start.checkpoints && (this.records - 1) % checkpointEvery === 0) {
			this.start.checkpoints.push({record: this.records, offset});
		}
	}
}

/** Without the line ends, and the blank lines, behind the last words. */
const contentEnd = (window: Buffer, at: number, end: number): number => {
	let place = end;
	let content = end > at && window[end - 1] === carriageReturn ? end - 1 : end;
	while (place > at && (window[place - 1] === lineFeed || window[place - 1] === carriageReturn || window[place - 1] === 32 || window[place - 1] === 9)) {
		place--;
		content = window[place] === lineFeed ? (window[place - 1] === carriageReturn && place > at ? place - 1 : place) : content;
	}

	return content;
};

/** Blank lines and `#` directives are no records. */
const isPassed = (bytes: Buffer): boolean => (bytes.length === 0 || bytes[0]! <= 32 || bytes[0] === 35) && bytes.toString('latin1').split('\n').every(line => line.trim() === '' || line.startsWith('#'));
