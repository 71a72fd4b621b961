import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {delimiters, readCells, type DelimiterStyle} from '../../files/delimiter-style.ts';
import {plainName} from '../../formats/vocabulary.ts';
import {leakedList, refuseNoFile, textOfList, unreadableList} from './list-text.ts';

/** A list as its file has it: one column of entries, or a table of which one column is meant. */
export type ListFile = {readonly path: string; readonly sha256: string; readonly rows: ReadonlyArray<readonly string[]>; /** It was read as Windows-1252, which nothing in it proves. */ readonly assumed: boolean};

/** The separator that the most lines have; none where most have none. */
const delimiterOf = (lines: readonly string[]): DelimiterStyle['delimiter'] | undefined => {
	const sample = lines.slice(0, 1000);
	const counted = delimiters.map(delimiter => ({delimiter, lines: sample.filter(line => line.includes(delimiter)).length})).toSorted((a, b) => b.lines - a.lines);
	return counted[0]!.lines * 2 > sample.length ? counted[0]!.delimiter : undefined;
};

/** Lines that one cell may have: a remark of somebody who reported it. */
const longestCell = 50;

const hasOpenQuote = (line: string): boolean => line.split('"').length % 2 === 0;

/** The row that begins on a line, which ends on a later one where a cell in quotes does. A quote that is never closed is a character like any other. */
const rowAt = (lines: readonly string[], from: number, delimiter: DelimiterStyle['delimiter'] | undefined): {readonly cells: readonly string[]; readonly lines: number} => {
	const first = lines[from]!;
	const style: DelimiterStyle = {delimiter: delimiter ?? '\t', quote: '"', escape: '"'};
	const alone = readCells(first, style);
	if (alone) {
		return {cells: alone, lines: 1};
	}

	if (delimiter === undefined) {
		return {cells: [first], lines: 1};
	}

	const more = hasOpenQuote(first) ? lines.slice(from + 1, from + longestCell).findIndex(line => hasOpenQuote(line)) + 1 : 0;
	const cells = more > 0 ? readCells(lines.slice(from, from + more + 1).join('\n'), style) : undefined;
	return cells ? {cells, lines: more + 1} : {cells: first.split(delimiter), lines: 1};
};

/** The rows of a list; one line of many entries is as many rows. */
export const listRows = (text: string): ReadonlyArray<readonly string[]> => {
	const lines = text.split(/\r\n|\n|\r/);
	const filled = lines.filter(line => line.trim() !== '');
	const delimiter = delimiterOf(filled);
	const rows: Array<readonly string[]> = [];
	for (let at = 0; at < lines.length;) {
		if (lines[at]!.trim() === '') {
			at++;
			continue;
		}

		const row = rowAt(lines, at, delimiter);
		rows.push(row.cells.map(cell => cell.trim()));
		at += row.lines;
	}

	const [only = []] = rows;
	return rows.length === 1 && only.length > 2 && !only.some(cell => isHeading(cell)) ? only.map(cell => [cell]) : rows;
};

/** Reads a list; a file that is none is refused in words. */
export const readListFile = async (path: string, called = leakedList): Promise<ListFile> => {
	await refuseNoFile(path, called);
	const bytes = await readFile(path).catch((error: unknown) => {
		throw unreadableList(path, error, called);
	});
	const {text, assumed} = await textOfList(path, bytes);
	return {path, sha256: createHash('sha256').update(bytes).digest('hex'), rows: listRows(text), assumed};
};

/** What the first row of a list is called when it is a heading. */
const headings = /^(?:(?:customer|client|contact|member|account|user)?(?:id|ids|number|no|nr)?|(?:customer|client|contact|user)?e?mail(?:s|address|addresses|adresse)?|customers|name|leaked|reported|reporter)$/;

export const isHeading = (cell: string): boolean => cell !== '' && !cell.includes('@') && headings.test(plainName(cell));

/** A name of a column has letters, and no id or address in it. */
const isWord = (cell: string): boolean => /^[^\d@]*\p{L}[^\d@]*$/u.test(cell);

/** Whether the first row is a heading: it is nobody's id, and one of its cells says what a list of customers would have, or, of a table that means somebody, all of them are words. */
export const hasHeading = ({rows}: ListFile, isKnown: (entry: string) => boolean): boolean => {
	const [first = [], ...others] = rows;
	return !first.some(cell => isKnown(cell))
		&& (first.some(cell => isHeading(cell)) || (first.length > 1 && first.every(cell => isWord(cell)) && others.some(row => row.some(cell => isKnown(cell)))));
};
