import {createReadStream} from 'node:fs';
import {CsvError, readCsv} from '../document/csv-reader.ts';
import {visibleText} from '../document/visible-text.ts';
import {throwIfCancelled} from './hashed-file.ts';

/** A row by column name. */
export type TableRow = ReadonlyMap<string, string>;

/** What makes a table of the package unreadable; the message names no file. */
export class TableError extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'TableError';
	}
}

async function * textOf(path: string, signal: AbortSignal | undefined): AsyncGenerator<string> {
	const decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
	try {
		for await (const block of createReadStream(path, {highWaterMark: 1_048_576})) {
			throwIfCancelled(signal);
			yield decoder.decode(block as Uint8Array, {stream: true});
		}

		yield decoder.decode();
	} catch (error) {
		throw error instanceof TypeError ? new TableError('is not UTF-8') : error;
	}
}

const checkHeader = (header: readonly string[], required: readonly string[]): void => {
	const missing = required.find(name => !header.includes(name));
	if (missing !== undefined) {
		throw new TableError(`has no column ${missing}`);
	}

	const twice = header.find((name, index) => header.indexOf(name) !== index);
	if (twice !== undefined) {
		throw new TableError(`has two columns named ${visibleText(twice.slice(0, 80))}`);
	}
};

const rows = async function * (path: string, required: readonly string[], signal: AbortSignal | undefined): AsyncGenerator<TableRow> {
	let header: readonly string[] | undefined;
	let record = 0;
	for await (const cells of readCsv(textOf(path, signal))) {
		record++;
		if (!header) {
			checkHeader(cells, required);
			header = cells;
		} else if (cells.length === header.length) {
			yield new Map(header.map((name, index) => [name, cells[index] ?? '']));
		} else {
			throw new TableError(`has ${cells.length} cells in record ${record} where the header has ${header.length}`);
		}
	}

	if (!header) {
		throw new TableError('is empty');
	}
};

/** The rows of a CSV of the package. Columns beyond the required ones may come. Throws a TableError where it is broken. */
export const readTable = async function * (path: string, required: readonly string[], signal?: AbortSignal): AsyncGenerator<TableRow> {
	try {
		yield * rows(path, required, signal);
	} catch (error) {
		throw error instanceof CsvError ? new TableError(`is broken at record ${error.record}: ${error.message}`) : error;
	}
};

/** A cell that must be a whole number of ours. */
export const countIn = (row: TableRow, column: string): number => {
	const text = row.get(column) ?? '';
	if (!/^\d{1,15}$/.test(text)) {
		throw new TableError(`has no count in column ${column}: "${visibleText(text.slice(0, 40))}"`);
	}

	return Number(text);
};
