import {timeStyleOf} from '../records/parse-time.ts';
import {delimiters, readCells, type DelimiterStyle} from './delimiter-style.ts';
import type {TableShape} from './table-shape.ts';
import {TableSplitter} from './table-splitter.ts';

export type HeaderlessTable = {readonly shape: TableShape; readonly header: readonly string[]};

/** So much of a head is looked at. */
const sampleLength = 1 << 17;
/** So many of the records must have as many cells as the first. */
const fitting = 0.8;

/**
A table whose first line is a record already: its columns are called by their numbers. Since any prose has commas, one of its columns must hold times,
without which it would be no log.
*/
export const headerlessTable = (head: Buffer, whole: boolean, lineEnd: '\n' | '\r\n'): HeaderlessTable | undefined => {
	const found = delimiters.flatMap(delimiter => {
		const table = tableOf(head, whole, {style: {delimiter, quote: '"', escape: '"'}, lineEnd});
		return table ? [table] : [];
	}).toSorted((a, b) => b.columns - a.columns)[0];
	return found && {shape: {style: found.style, columns: found.columns, header: Buffer.alloc(0), lineEnd}, header: Array.from({length: found.columns}, (_, index) => `column ${index + 1}`)};
};

const tableOf = (head: Buffer, whole: boolean, {style, lineEnd}: {readonly style: DelimiterStyle; readonly lineEnd: '\n' | '\r\n'}): {readonly style: DelimiterStyle; readonly columns: number} | undefined => {
	const sample = head.subarray(0, sampleLength);
	const cellsOf = (columns: number): ReadonlyArray<readonly string[] | undefined> => {
		const rows: Array<readonly string[] | undefined> = [];
		new TableSplitter({style, columns, header: Buffer.alloc(0), lineEnd}, {
			wants: () => true,
			visit({kind, bytes}) {
				if (kind !== 'passed') {
					rows.push(kind === 'rejected' && columns > 0 ? undefined : readCells(bytes.toString('utf8'), style));
				}
			},
		}).push(sample, 0, whole && sample.length === head.length);
		return rows;
	};

	// No record has minus one cell: every piece comes out with its bytes.
	const columns = cellsOf(-1).find(cells => cells !== undefined)?.length ?? 0;
	if (columns < 3) {
		return undefined;
	}

	const rows = cellsOf(columns);
	const read = rows.filter(cells => cells !== undefined);
	const hasTimes = Array.from({length: columns}, (_, at) => read.map(cells => (cells[at] ?? '').trim()).filter(cell => cell !== ''))
		.some(texts => texts.length >= read.length / 2 && texts.some(text => text.length >= 8) && (timeStyleOf(texts.map(text => withoutZoneName(text)))?.share ?? 0) >= fitting);
	return read.length > 0 && read.length >= rows.length * fitting && hasTimes ? {style, columns} : undefined;
};

/** `2025-01-21 18:32:48.288 CET`: a clock that a format may understand. */
const withoutZoneName = (text: string): string => text.replace(/ [A-Z]{2,5}$/, '');
