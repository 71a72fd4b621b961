/** How lines of text are records; said by the format that claims them, and no more than both readers can follow. */
export type TextShape = {
	/** What the first line of a record matches: other lines belong to the record before. Without it each line is a record. */
	readonly start?: string;
	/** The directive that names the columns, and how many cells a record then has. */
	readonly columns?: {readonly directive: string; readonly count: number};
};

/** The beginning of the directive that names columns, in the W3C's format for logs. */
export const columnsDirective = '#Fields:';

/** The words between blanks. */
export const wordsOf = (line: string): readonly string[] => line.split(/[ \t]+/).filter(word => word !== '');

/** A record as one line, as both readers understand it: line ends are blanks, and what no column of the engine holds becomes visible. */
export const asLine = (text: string): string => text.replaceAll(/\r\n|[\r\n]/g, ' ').replaceAll('\0', '\u2400').replaceAll('\u0001', '\u2401');
