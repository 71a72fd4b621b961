import {csvLine, type CsvCell} from '../document/csv.ts';
import {visibleText} from '../document/visible-text.ts';
import type {Report, RowKind} from './report.ts';
import {columnsOf, rowsOf, type Row} from './rows.ts';
import {safeJson} from '../document/safe-json.ts';

/** Several values in one cell. */
const listSeparator = ';';

/** Controls become visible marks; tabs and line ends stay, which RFC 4180 can carry. */
const visibleCell = (text: string): string => text.split(/([\t\r\n])/).map((piece, index) => index % 2 === 1 ? piece : visibleText(piece)).join('');

const cell = (value: Row[string], guarded: boolean): CsvCell => {
	const flat = typeof value === 'object' ? value.join(listSeparator) : value;
	return typeof flat === 'string' && guarded ? visibleCell(flat) : flat;
};

/** One JSON object a line. */
export async function * reportNdjson(report: Report, kind: RowKind): AsyncGenerator<string> {
	for await (const row of rowsOf(report, kind)) {
		yield `${safeJson(row)}\n`;
	}
}

/** RFC 4180 with a header. Guarded: safe to open in a spreadsheet and to print on a terminal; otherwise every cell as it is. */
export async function * reportCsv(report: Report, {kind, guarded}: {readonly kind: RowKind; readonly guarded: boolean}): AsyncGenerator<string> {
	const columns = columnsOf(report, kind);
	yield csvLine(columns, {guarded: false});
	for await (const row of rowsOf(report, kind)) {
		yield csvLine(columns.map(name => cell(row[name], guarded)), {guarded});
	}
}
