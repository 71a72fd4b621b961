import {readCells, type DelimiterStyle} from './delimiter-style.ts';
import {Byte} from './quoted-cell.ts';

/** Why no record behind such a header is taken: each of its cells would be read as another column. */
export const otherHeaderReason = 'it follows a header with other columns than the first';

/** Finds headers with the names of the first in another order, or with some names more or less: exports of two versions, one behind the other. */
export class HeaderNames {
	private readonly names: ReadonlySet<string>;
	/** 1 for each byte that a name begins with. */
	private readonly initials = new Uint8Array(256);
	private readonly style: DelimiterStyle;

	constructor(header: Buffer, style: DelimiterStyle) {
		this.style = style;
		this.names = new Set(readCells(header.toString('utf8'), style)?.map(name => name.trim()).filter(name => name !== ''));
		for (const name of this.names) {
			this.initials[Buffer.from(name)[0]!] = 1;
		}
	}

	/** Whether the first cell of a line is one of the names: nearly no record's is. */
	maybe(window: Buffer, at: number, end: number): boolean {
		const from = window[at] === Byte.Quote ? at + 1 : at;
		if (this.initials[window[from]!] !== 1) {
			return false;
		}

		const stop = window.subarray(from, end).indexOf(from > at ? Byte.Quote : this.style.delimiter.codePointAt(0)!);
		return this.names.has(window.toString('utf8', from, stop === -1 ? end : from + stop).trim());
	}

	/** Whether a line is a header: it begins with one of the names, and at least half of what stands in it are such. */
	isHeader(window: Buffer, at: number, end: number): boolean {
		if (!this.maybe(window, at, end)) {
			return false;
		}

		const cells = readCells(window.toString('utf8', at, end), this.style)?.map(cell => cell.trim()).filter(cell => cell !== '') ?? [];
		const known = cells.filter(cell => this.names.has(cell)).length;
		return known > 1 && known >= cells.length / 2;
	}
}
