import {markAt} from './byte-order-mark.ts';
import {checkpointEvery, longestLine, tooLongReason, type Piece, type Splitter, type SplitterStart, type Visitor} from './splitter.ts';

const lineFeed = 10;
const carriageReturn = 13;

/**
The byte that stands between columns when the engine reads whole lines as one column. No valid JSON holds it, so a line that does
is rejected before the engine sees it.
*/
export const lineDelimiter = '\u0001';

/** Cuts text into lines; each that is not blank is a record. */
export class LineSplitter implements Splitter {
	records: number;
	readonly multiline = false;
	longest = 0;
	private skipping: {readonly offset: number; readonly head: Buffer} | undefined;

	private readonly lineEnd: '\n' | '\r\n';
	private readonly visitor: Visitor;
	private readonly start: SplitterStart;

	constructor(lineEnd: '\n' | '\r\n', visitor: Visitor, start: SplitterStart = {records: 0}) {
		this.lineEnd = lineEnd;
		this.visitor = visitor;
		this.start = start;
		this.records = start.records;
	}

	push(window: Buffer, base: number, last: boolean): number {
		let at = 0;
		while (at < window.length) {
			const line = window.indexOf(lineFeed, at);
			if (line === -1 && !last) {
				if (this.skipping) {
					return window.length;
				}

				if (window.length - at > longestLine) {
					this.skipping = {offset: base + at, head: Buffer.from(window.subarray(at, at + 200))};
					return window.length;
				}

				return at;
			}

			const next = line === -1 ? window.length : line + 1;
			const mark = this.skipping ? 0 : markAt(window, at, true);
			if (mark > 0) {
				this.visitor.visit({kind: 'passed', record: this.records + 1, offset: base + at, bytes: window.subarray(at, at + mark), span: mark});
			}

			this.take(window, base, at + mark, next);
			at = next;
		}

		return at;
	}

	private take(window: Buffer, base: number, at: number, next: number): void {
		const fed = window[next - 1] === lineFeed ? next - 1 : next;
		const returned = fed > at && window[fed - 1] === carriageReturn;
		const end = returned ? fed - 1 : fed;
		if (this.skipping) {
			const {offset, head} = this.skipping;
			this.skipping = undefined;
			this.give({kind: 'rejected', offset, bytes: head, span: base + next - offset, reason: tooLongReason});
			return;
		}

		const bytes = window.subarray(at, end);
		const place = {offset: base + at, bytes, span: next - at};
		if (isBlank(bytes)) {
			this.visitor.visit({kind: 'passed', record: this.records + 1, ...place});
		} else if (bytes.includes(1) || bytes.includes(0)) {
			this.give({kind: 'rejected', ...place, reason: 'not valid JSON: it holds a control character'});
		} else if (bytes.includes(carriageReturn)) {
			this.takeReturned(place);
		} else if (fed < next && returned !== (this.lineEnd === '\r\n')) {
			this.give({kind: 'rewritten', ...place, rewrite: `${bytes.toString('utf8')}\n`});
		} else if (returned && fed === next) {
			this.give({kind: 'rewritten', ...place, rewrite: `${bytes.toString('utf8')}\n`});
		} else {
			this.count(base + at, bytes.length);
			if (this.visitor.wants(this.records)) {
				this.visitor.visit({kind: 'record', record: this.records, ...place});
			}
		}
	}

	/** Of a line with carriage returns in it: white space of one value of JSON, which to the engine would end the line, or the ends of several lines. */
	private takeReturned({offset, bytes, span}: Pick<Piece, 'offset' | 'bytes' | 'span'>): void {
		const text = bytes.toString('utf8');
		if (isJson(text)) {
			this.give({kind: 'rewritten', offset, bytes, span, rewrite: `${text.replaceAll('\r', ' ')}\n`});
			return;
		}

		if (!text.split('\r').every(part => isJson(part))) {
			this.give({kind: 'rejected', offset, bytes, span, reason: 'not valid JSON'});
			return;
		}

		for (let at = 0; at < bytes.length;) {
			const returned = bytes.indexOf(carriageReturn, at);
			const end = returned === -1 ? bytes.length : returned;
			const part = bytes.subarray(at, end);
			this.give({kind: 'rewritten', offset: offset + at, bytes: part, span: (returned === -1 ? span : end + 1) - at, rewrite: `${part.toString('utf8')}\n`});
			at = end + 1;
		}
	}

	private give(piece: Omit<Piece, 'record'>): void {
		this.count(piece.offset, piece.bytes.length);
		this.visitor.visit({record: this.records, ...piece});
	}

	private count(offset: number, length: number): void {
		this.records++;
		if (length > this.longest) {
			this.longest = length;
		}

		if (this.start.checkpoints && (this.records - 1) % checkpointEvery === 0) {
			this.start.checkpoints.push({record: this.records, offset});
		}
	}
}

const isBlank = (bytes: Buffer): boolean => {
	for (const byte of bytes) {
		if (byte !== 32 && byte !== 9) {
			return false;
		}
	}

	return true;
};

const isJson = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};
