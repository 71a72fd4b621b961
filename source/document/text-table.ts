import {fitToWidth, textWidth} from './text-width.ts';
import {visibleText} from './visible-text.ts';

/** `maximum` in terminal columns: longer cells are cut with `…`. */
export type TextColumn = {readonly title: string; readonly align?: 'left' | 'right'; readonly maximum?: number};

const columnWidth = (column: TextColumn, cells: readonly string[]): number => {
	let widest = textWidth(column.title);
	for (const cell of cells) {
		widest = Math.max(widest, textWidth(cell));
	}

	return Math.min(widest, column.maximum ?? widest);
};

/** A table of aligned columns, two blanks apart, for a fixed-width font: the titles, then a line a row. Cells are made visible here. */
export const textTable = (columns: readonly TextColumn[], rows: ReadonlyArray<readonly string[]>): readonly string[] => {
	const shown = rows.map(row => columns.map((_, index) => visibleText(row[index] ?? '')));
	const widths = columns.map((column, index) => columnWidth(column, shown.map(row => row[index] ?? '')));
	const line = (cells: readonly string[]): string => cells
		.map((cell, index) => fitToWidth(cell, widths[index] ?? 0, columns[index]?.align))
		.join('  ')
		.trimEnd();
	return [line(columns.map(column => column.title)), ...shown.map(row => line(row))];
};
