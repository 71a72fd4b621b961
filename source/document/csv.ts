/** A number or truth is ours and is never guarded; text may come from a log. An absent value is an empty cell. */
export type CsvCell = string | number | boolean | undefined;

/**
`guarded` is for derived tables that a spreadsheet opens: a text that it would take for a formula gets a leading `'`.
Unguarded cells are written as they are (`--raw-cells`).
*/
export type CsvOptions = {readonly guarded: boolean};

/*
The characters that begin a formula: OWASP, CSV Injection. A text that already begins with `'` and such a character gets one
more, so that taking one away gives back every original.
*/
const formula = /^'*[=+\-@\t\r]/;

/** A cell that a spreadsheet takes as text. */
export const guardFormula = (text: string): string => formula.test(text) ? `'${text}` : text;

/** The text behind a guarded cell. */
export const unguardFormula = (cell: string): string => /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;

const quoted = (text: string): string => /[",\r\n]|^[ \t]|[ \t]$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const cellText = (cell: CsvCell, options: CsvOptions): string => {
	if (cell === undefined) {
		return '';
	}

	return typeof cell === 'string' ? quoted(options.guarded ? guardFormula(cell) : cell) : String(cell);
};

/** One record of RFC 4180 with its line end, CRLF. A single empty cell is quoted, or the line would be blank. */
export const csvLine = (cells: readonly CsvCell[], options: CsvOptions): string => {
	const line = cells.map(cell => cellText(cell, options)).join(',');
	return `${line === '' && cells.length === 1 ? '""' : line}\r\n`;
};
