/** How a table is separated and quoted. */
export type DelimiterStyle = {
	readonly delimiter: ',' | '\t' | ';' | '|';
	/** Absent: quotes mean nothing. */
	readonly quote?: '"';
	/** `"` doubles the quote inside a cell; `\` escapes it. */
	readonly escape: '"' | '\\';
};

export const delimiters = [',', '\t', ';', '|'] as const;

/** The cells of one record; `undefined` when a quote is not closed or text follows a closing quote. */
export const readCells = (text: string, style: DelimiterStyle): string[] | undefined => {
	const cells: string[] = [];
	let at = 0;
	for (;;) {
		if (style.quote !== undefined && text[at] === style.quote) {
			const quoted = readQuoted(text, at + 1, style);
			if (!quoted || (quoted.end < text.length && text[quoted.end] !== style.delimiter)) {
				return undefined;
			}

			cells.push(quoted.cell);
			at = quoted.end;
		} else {
			const end = text.indexOf(style.delimiter, at);
			cells.push(text.slice(at, end === -1 ? text.length : end));
			at = end === -1 ? text.length : end;
		}

		if (at >= text.length) {
			return cells;
		}

		at++;
	}
};

const readQuoted = (text: string, from: number, {escape}: DelimiterStyle): {readonly cell: string; readonly end: number} | undefined => {
	let cell = '';
	let start = from;
	for (let at = from; at < text.length; at++) {
		if (escape === '\\' && text[at] === '\\' && at + 1 < text.length) {
			cell += text.slice(start, at);
			start = at + 1;
			at++;
		} else if (text[at] === '"') {
			if (escape === '"' && text[at + 1] === '"') {
				cell += text.slice(start, at + 1);
				at++;
				start = at + 1;
			} else {
				return {cell: cell + text.slice(start, at), end: at + 1};
			}
		}
	}

	return undefined;
};

/** A record as the engine reads it without a doubt: every cell quoted. NULs, which no engine column holds, become visible. */
export const writeRecord = (cells: readonly string[], {delimiter, escape}: DelimiterStyle): string => {
	const escaped = (cell: string): string => escape === '"' ? cell.replaceAll('"', '""') : cell.replaceAll(/["\\]/g, String.raw`\$&`);
	return `${cells.map(cell => `"${escaped(cell.replaceAll('\0', '\u2400'))}"`).join(delimiter)}\n`;
};
