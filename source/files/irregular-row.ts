import {readCells, writeRecord} from './delimiter-style.ts';
import type {Piece} from './splitter.ts';
import type {TableShape} from './table-shape.ts';

/** What becomes of a row that does not stand there as an engine reads it: surplus cells are left out if they are empty; too few are refused. */
export const irregularRow = (bytes: Buffer, count: number, {columns, style}: TableShape): Pick<Piece, 'kind' | 'reason' | 'rewrite'> => {
	const cells = count < columns ? undefined : readCells(bytes.toString('utf8'), style);
	return cells && cells.length >= columns && cells.slice(columns).every(cell => cell.trim() === '')
		? {kind: 'rewritten', rewrite: writeRecord(cells.slice(0, columns), style)}
		: {kind: 'rejected', reason: `${count} ${count === 1 ? 'cell' : 'cells'} where ${columns} are expected`};
};
