import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {ExpectedError} from '../../errors.ts';
import {delimiters, readCells, type DelimiterStyle} from '../../files/delimiter-style.ts';
import {plainName} from '../../formats/vocabulary.ts';

/** A list as its file has it: one column of entries, or a table of which one column is meant. */
export type ListFile = {readonly path: string; readonly sha256: string; readonly rows: ReadonlyArray<readonly string[]>};

const mostBytes = 512 * 1024 * 1024;

const refuse = (path: string, message: string): ExpectedError => new ExpectedError(message, {where: path, next: 'Give a text file: customer ids or e-mail addresses, one a line or in a column of a table.'});

const decode = (path: string, bytes: Uint8Array): string => {
	const encoding = bytes[0] === 0xFF && bytes[1] === 0xFE ? 'utf-16le' : (bytes[0] === 0xFE && bytes[1] === 0xFF ? 'utf-16be' : 'utf-8');
	const text = new TextDecoder(encoding).decode(bytes);
	// eslint-disable-next-line no-control-regex
	if (/[\0-\u0008\u000E-\u001F]/.test(text.slice(0, 65_536))) {
		throw refuse(path, bytes[0] === 0x50 && bytes[1] === 0x4B ? 'the list is no text: it is a zip archive, such as a spreadsheet; save it as CSV' : 'the list is no text');
	}

	return text;
};

/** The separator that the most lines have; none where most have none. */
const delimiterOf = (lines: readonly string[]): DelimiterStyle['delimiter'] | undefined => {
	const sample = lines.slice(0, 1000);
	const counted = delimiters.map(delimiter => ({delimiter, lines: sample.filter(line => line.includes(delimiter)).length})).toSorted((a, b) => b.lines - a.lines);
	return counted[0]!.lines * 2 > sample.length ? counted[0]!.delimiter : undefined;
};

/** The rows of a list. A quote that is not closed leaves the line as it stands. */
export const listRows = (text: string): ReadonlyArray<readonly string[]> => {
	const lines = text.split(/\r\n|\n|\r/).filter(line => line.trim() !== '');
	const delimiter = delimiterOf(lines);
	return lines.map(line => (readCells(line, {delimiter: delimiter ?? '\t', quote: '"', escape: '"'}) ?? [line]).map(cell => cell.trim()));
};

/** Reads a list; a file that is none is refused in words. */
export const readListFile = async (path: string): Promise<ListFile> => {
	const bytes = await readFile(path).catch((error: unknown) => {
		throw new ExpectedError(`the list of leaked customers cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`, {where: path, next: 'Check the path of --leaked.', cause: error});
	});
	if (bytes.length > mostBytes) {
		throw refuse(path, 'the list is larger than 512 MB');
	}

	return {path, sha256: createHash('sha256').update(bytes).digest('hex'), rows: listRows(decode(path, bytes))};
};

/** What the first row of a list is called when it is a heading. */
const headings = /^(?:(?:customer|client|contact|member|account|user)?(?:id|ids|number|no|nr)?|(?:customer|client|contact|user)?e?mail(?:s|address|addresses|adresse)?|customers|name|leaked|reported|reporter)$/;

const isHeading = (cell: string): boolean => cell !== '' && !cell.includes('@') && headings.test(plainName(cell));

/** Whether the first row is a heading: one of its cells says what a list of customers would have, and it is nobody's id. */
export const hasHeading = ({rows}: ListFile, isKnown: (entry: string) => boolean): boolean => {
	const [first = []] = rows;
	return first.some(cell => isHeading(cell)) && !first.some(cell => isKnown(cell));
};
