import {readCells, type DelimiterStyle} from './delimiter-style.ts';
import {Byte} from './quoted-cell.ts';

/** Why no record behind such a header is taken: each of its cells would be read as another column. */
export const otherHeaderReason = 'it follows a header with other columns than the first';

/** Finds headers with the names of the first in another order, or with some names more or less: exports of two versions, one behind the other. */
export class HeaderNames {
	private readonly names: ReadonlySet<string>;
	/** The names by their first byte. */
	private readonly byInitial: ReadonlyArray<readonly Buffer[] | undefined>;
	private readonly style: DelimiterStyle;
	private readonly delimiter: number;

	constructor(header: Buffer, style: DelimiterStyle) {
		this.style = style;
		this.delimiter = style.delimiter.codePointAt(0)!;
		this.names = new Set(readCells(header.toString('utf8'), style)?.map(name => name.trim()).filter(name => name !== ''));
		const byInitial: Buffer[][] = [];
		for (const name of [...this.names].map(each => Buffer.from(each))) {
			(byInitial[name[0]!] ??= []).push(name);
		}

		this.byInitial = byInitial;
	}

	/** Whether the first cell of a line is one of the names: nearly no record's is. Bytes are compared, because every record is asked. */
	maybe(window: Buffer, at: number, end: number): boolean {
		const from = window[at] === Byte.Quote ? at + 1 : at;
		const names = this.byInitial[window[from]!];
		return names !== undefined && names.some(name => {
			const stop = from + name.length;
			if (stop > end || (stop < end && window[stop] !== this.delimiter && window[stop] !== Byte.Quote)) {
				return false;
			}

			let same = 1;
			while (same < name.length && window[from + same] === name[same]) {
				same++;
			}

			return same === name.length;
		});
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
