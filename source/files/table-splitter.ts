import {markAt, markLength} from './byte-order-mark.ts';
import {Byte, closeQuote, needsMore} from './quoted-cell.ts';
import {isHeader, isNoRecord} from './no-record.ts';
import {HeaderNames, otherHeaderReason} from './other-header.ts';
import {irregularRow} from './irregular-row.ts';
import {passPlain, type PlainRules} from './plain-records.ts';
import type {TableShape} from './table-shape.ts';
import {checkpointEvery, longestLine, longestQuoted, tooLongReason, type Piece, type Splitter, type SplitterStart, type Visitor} from './splitter.ts';

/** What `step` found of one record. */
type Step = 'more' | 'regular' | 'odd' | 'torn';

/**
Cuts a table into records by RFC 4180 with the repairs real exports need. A quote that is not closed, or that is closed in the middle
of a cell, would swallow the records behind it: only the torn record is rejected, and reading resumes at the next line that parses.
*/
export class TableSplitter implements Splitter {
	records: number;
	multiline = false;
	longest = 0;
	private readonly kinds = new Uint8Array(256);
	private readonly delimiter: number;
	private readonly plain: PlainRules;
	private skipping: {readonly offset: number; readonly head: Buffer} | undefined;
	private cells = 0;
	private end = 0;
	private next = 0;
	/** A header with other columns came last. */
	private otherColumns = false;
	private readonly names: HeaderNames;
	private readonly shape: TableShape;
	private readonly visitor: Visitor;
	private readonly start: SplitterStart;

	constructor(shape: TableShape, visitor: Visitor, start: SplitterStart = {records: 0}) {
		this.shape = shape;
		this.visitor = visitor;
		this.start = start;
		this.records = start.records;
		this.delimiter = shape.style.delimiter.codePointAt(0)!;
		for (const byte of [0, Byte.LineFeed, Byte.CarriageReturn, this.delimiter, ...(shape.style.quote === undefined ? [] : [Byte.Quote])]) {
			this.kinds[byte] = 1;
		}

		this.names = new HeaderNames(shape.header, shape.style);
		this.plain = {...shape, kinds: this.kinds, delimiter: this.delimiter, names: this.names};
	}

	push(window: Buffer, base: number, last: boolean): number {
		let at = this.skipping ? this.skipLine(window, base, 0, last) : this.passPreamble(window, base, last);
		if (at < 0) {
			return 0;
		}

		while (at < window.length) {
			at = this.otherColumns ? at : this.takePlain(window, base, at);
			if (at >= window.length) {
				break;
			}

			const mark = markAt(window, at, last);
			if (mark > 0) {
				this.emit(window, base, {at, end: at + mark, next: at + mark, kind: 'passed'});
				at += mark;
				continue;
			}

			const found = mark < 0 ? 'more' : this.stepWithin(window, at, last);
			if (found === 'more') {
				return at;
			}

			if (found === 'long') {
				this.skipping = {offset: base + at, head: Buffer.from(window.subarray(at, at + 200))};
				at = this.skipLine(window, base, at + longestLine, last);
			} else if (found === 'torn') {
				const end = this.tornEnd(window, at, last);
				if (end === undefined) {
					return at;
				}

				this.emit(window, base, {at, end: end.end, next: end.next, kind: 'rejected', reason: 'a quote is not closed'});
				at = end.next;
			} else {
				this.take(window, base, at, found);
				at = this.next;
			}
		}

		return at;
	}

	/** What stands before the header is one piece that is no record. −1: more bytes are needed. */
	private passPreamble(window: Buffer, base: number, last: boolean): number {
		const {preamble = 0} = this.shape;
		// Behind a checkpoint the text does not begin anew.
		if (preamble === 0 || this.records > 0 || base > markLength) {
			return 0;
		}

		if (window.length < preamble) {
			return last ? 0 : -1;
		}

		this.emit(window, base, {at: 0, end: preamble, next: preamble, kind: 'passed'});
		return preamble;
	}

	/** Takes regular records without quotes from `start` on, and returns where the first other one begins. */
	private takePlain(window: Buffer, base: number, start: number): number {
		return passPlain(window, start, this.plain, (from, to, next) => {
			this.records++;
			this.checkpoint(base + from);
			if (to - from > this.longest) {
				this.longest = to - from;
			}

			if (this.visitor.wants(this.records)) {
				this.visitor.visit({kind: 'record', record: this.records, offset: base + from, bytes: window.subarray(from, to), span: next - from});
			}
		});
	}

	/** `step`, which sees no more than the longest line, so that windows of any size give the same records. */
	private stepWithin(window: Buffer, start: number, last: boolean): Step | 'long' {
		const {length} = window;
		if (length - start <= longestLine) {
			return this.step(window, start, last);
		}

		const view = window.subarray(0, start + longestLine);
		const found = this.step(view, start, false);
		return found === 'more' || (found === 'torn' && !view.includes(Byte.LineFeed, start)) ? 'long' : found;
	}

	/** Finds the end of the record at `start`; leaves its cells and ends in the fields. */
	private step(window: Buffer, start: number, last: boolean): Step {
		const {kinds, delimiter, shape: {columns}} = this;
		const {length} = window;
		let odd = false;
		let cells = 1;
		let at = start;
		let returned = -1;
		for (;;) {
			while (at < length && kinds[window[at]!] === 0) {
				at++;
			}

			if (at >= length) {
				if (!last) {
					return 'more';
				}

				return this.finish(at, at, cells, odd);
			}

			const byte = window[at]!;
			if (byte === delimiter) {
				cells++;
				at++;
				// A carriage return alone is a character of its cell, unless a record is complete before it and more cells follow.
				if (returned >= 0) {
					return this.finish(returned, returned + 1, columns, true);
				}
			} else if (byte === Byte.LineFeed) {
				odd ||= this.shape.lineEnd === '\r\n';
				return this.finish(at, at + 1, cells, odd);
			} else if (byte === Byte.CarriageReturn) {
				if (at + 1 >= length && !last) {
					return 'more';
				}

				if (window[at + 1] === Byte.LineFeed) {
					odd ||= this.shape.lineEnd === '\n';
					return this.finish(at, at + 2, cells, odd);
				}

				odd = true;
				returned = returned < 0 && cells === columns ? at : returned;
				at++;
			} else if (byte === Byte.Quote && (at === start || window[at - 1] === delimiter)) {
				const close = closeQuote(window, at, {delimiter, backslash: this.shape.style.escape === '\\', last});
				if (close < 0) {
					return close === needsMore ? 'more' : 'torn';
				}

				at = close;
				if (window[at] === Byte.CarriageReturn && at + 1 < length && window[at + 1] !== Byte.LineFeed) {
					return cells === columns ? this.finish(at, at + 1, cells, true) : 'torn';
				}
			} else {
				// A NUL, or a quote inside an unquoted cell: a reader understands it, engines differ.
				odd = true;
				at++;
			}
		}
	}

	private finish(end: number, next: number, cells: number, odd: boolean): Step {
		[this.end, this.next, this.cells] = [end, next, cells];
		return odd ? 'odd' : 'regular';
	}

	/** Deals with a complete record. */
	private take(window: Buffer, base: number, at: number, found: Step): void {
		const {end, next} = this;
		// Once a record, not once a cell: a line may hold millions of them.
		const line = window.indexOf(Byte.LineFeed, at);
		this.multiline ||= line !== -1 && line < end;
		if (this.isNoRecord(window, at, end)) {
			this.otherColumns &&= !isHeader(window.subarray(at, end), this.shape.header);
			this.emit(window, base, {at, end, next, kind: 'passed'});
		} else if (this.names.isHeader(window, at, end)) {
			this.otherColumns = true;
			this.emit(window, base, {at, end, next, kind: 'passed'});
		} else if (this.otherColumns) {
			this.emit(window, base, {at, end, next, kind: 'rejected', reason: otherHeaderReason});
		} else if (this.cells === this.shape.columns && found === 'regular') {
			this.records++;
			this.checkpoint(base + at);
			if (this.visitor.wants(this.records)) {
				this.visitor.visit({kind: 'record', record: this.records, offset: base + at, bytes: window.subarray(at, end), span: next - at});
			}

			if (end - at > this.longest) {
				this.longest = end - at;
			}
		} else {
			this.emit(window, base, {at, end, next, ...irregularRow(window.subarray(at, end), this.cells, this.shape)});
		}
	}

	private isNoRecord(window: Buffer, at: number, end: number): boolean {
		return isNoRecord(window, {at, end}, {header: this.shape.header, fits: this.cells === this.shape.columns, cells: this.cells});
	}

	/** Whether the record that was just stepped over is one that is kept. */
	private parses(window: Buffer, at: number): boolean {
		return this.cells === this.shape.columns || (this.cells > this.shape.columns && irregularRow(window.subarray(at, this.end), this.cells, this.shape).kind !== 'rejected');
	}

	/** The end of a torn record: its first line, and the lines behind it up to the next one that parses, for as long as a quoted cell may be. */
	private tornEnd(window: Buffer, at: number, last: boolean): {readonly end: number; readonly next: number} | undefined {
		for (let from = at; ;) {
			const line = window.indexOf(Byte.LineFeed, from);
			if (line === -1) {
				return last ? {end: window.length, next: window.length} : undefined;
			}

			const end = line > from && window[line - 1] === Byte.CarriageReturn ? line - 1 : line;
			const next = line + 1;
			if (next - at > longestQuoted || (last && next >= window.length)) {
				return {end, next};
			}

			const found = next >= window.length ? 'more' : this.stepWithin(window, next, last);
			if (found === 'more') {
				return undefined;
			}

			if (found === 'long' || (found !== 'torn' && (this.parses(window, next) || this.isNoRecord(window, next, this.end)))) {
				return {end, next};
			}

			from = next;
		}
	}

	/** Passes over a line that is too long to hold: it ends at the first line end behind what may be held. */
	private skipLine(window: Buffer, base: number, from: number, last: boolean): number {
		const line = window.indexOf(Byte.LineFeed, from);
		if (line === -1 && !last) {
			return window.length;
		}

		const {offset, head} = this.skipping!;
		const next = line === -1 ? window.length : line + 1;
		this.skipping = undefined;
		this.records++;
		this.visitor.visit({kind: 'rejected', record: this.records, offset, bytes: head, span: base + next - offset, reason: tooLongReason});
		return next;
	}

	private emit(window: Buffer, base: number, {at, end, next, ...rest}: {readonly at: number; readonly end: number; readonly next: number} & Pick<Piece, 'kind' | 'reason' | 'rewrite'>): void {
		if (rest.kind !== 'passed') {
			this.records++;
			this.checkpoint(base + at);
		}

		this.visitor.visit({...rest, record: rest.kind === 'passed' ? this.records + 1 : this.records, offset: base + at, bytes: window.subarray(at, end), span: next - at});
	}

	private checkpoint(offset: number): void {
		// From behind another header nobody can read on who has not seen it.
		if (this.start.checkpoints && !this.otherColumns && (this.records - 1) % checkpointEvery === 0) {
			this.start.checkpoints.push({record: this.records, offset});
		}
	}
}
