import type {DelimiterStyle} from './delimiter-style.ts';

/** How a table is cut into records. */
export type TableShape = {
	readonly style: DelimiterStyle;
	/** Cells of the header: what every record must have. */
	readonly columns: number;
	/** The header's own bytes, without a byte order mark; wherever they stand, they are no record. Empty when there is none. */
	readonly header: Buffer;
	/** The line end of the first line; others make a record irregular, because the engine expects one kind. */
	readonly lineEnd: '\n' | '\r\n';
	/** Bytes before the header: titles and the like, which are no records. */
	readonly preamble?: number;
};
