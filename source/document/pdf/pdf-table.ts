import {colours} from './canvas.ts';
import {lineHeight, margins, pageHeight, paintLines, textWidth, type Flow, type Lines} from './flow.ts';
import {structurePart, type StructurePart} from './structure-tree.ts';

/** `share` of the width against those of the other columns. */
export type PdfColumn = {readonly title: string; readonly share: number; readonly align?: 'right'};
export type PdfTable = {readonly columns: readonly PdfColumn[]; readonly rows: ReadonlyArray<readonly string[]>; readonly size?: number; /** At least so high, to be written in by hand. */ readonly rowHeight?: number; /** With lines between the columns, to be written in. */ readonly grid?: boolean};

const gap = 8;
/** More, where a number would stand close before a text. */
const behindNumber = 4;
const padding = 2.5;

/** More lines of a cell are no table any more; a row has to stand on one page. */
const mostLines = 16;

/** The lines that a cell may have; the last ends with an ellipsis where it had more. */
const cutCell = (flow: Flow, lines: readonly string[], {style, size, width}: {readonly style: 'regular' | 'bold'; readonly size: number; readonly width: number}): readonly string[] => {
	if (lines.length <= mostLines) {
		return lines;
	}

	flow.cellsWereCut = true;
	let last = lines[mostLines - 1]!.trimEnd();
	while (last !== '' && flow.typesetter.width(`${last}…`, style, size) > width) {
		last = [...last].slice(0, -1).join('');
	}

	return [...lines.slice(0, mostLines - 1), `${last}…`];
};

type Cell = Lines & {readonly x: number; readonly width: number; readonly align: PdfColumn['align']};

const cellsOf = (flow: Flow, {columns, size = 8}: PdfTable, texts: readonly string[], style: 'regular' | 'bold'): readonly Cell[] => {
	const shares = columns.reduce((sum, {share}) => sum + share, 0);
	let x = margins.left;
	return columns.map(({share, align}, index) => {
		const whole = textWidth * share / shares;
		const indent = align !== 'right' && columns[index - 1]?.align === 'right' ? behindNumber : 0;
		const width = whole - gap - indent;
		const cell: Cell = {lines: cutCell(flow, flow.breakText(texts[index] ?? '', style, size, width), {style, size, width}), style, size, x: x + (gap / 2) + indent, width, align};
		x += whole;
		return cell;
	});
};

const heightOf = (cells: readonly Cell[]): number => Math.max(...cells.map(({lines, size}) => lines.length * lineHeight(size))) + (2 * padding);

const paintRow = (flow: Flow, cells: readonly Cell[], partOf: () => StructurePart | undefined): void => {
	const top = flow.place() + padding;
	for (const {lines, x, width, align, style, size} of cells) {
		flow.canvas.paint(partOf(), brush => {
			for (const [index, line] of lines.entries()) {
				const indent = align === 'right' ? width - flow.typesetter.width(line.trimEnd(), style, size) : 0;
				paintLines(brush, {lines: [line], style, size}, {x: x + indent, top: top + (index * lineHeight(size))});
			}
		});
	}
};

const rule = (flow: Flow, y: number): void => {
	flow.canvas.paint(undefined, brush => {
		brush.box({x: margins.left, y, width: textWidth, height: 0.5, colour: colours.rule});
	});
};

/** Lines beside a row, and between its cells. */
const paintGrid = (flow: Flow, cells: readonly Cell[], height: number): void => {
	const top = flow.place();
	flow.canvas.paint(undefined, brush => {
		for (const x of [...cells.map(cell => cell.x - (gap / 2)), margins.left + textWidth]) {
			brush.box({x, y: top, width: 0.5, height, colour: colours.rule});
		}
	});
};

/** Titles on a tint; on a following page they are decoration, for the structure has them already. */
const paintTitles = (flow: Flow, titles: readonly Cell[], table: StructurePart | undefined): void => {
	const top = flow.place();
	flow.canvas.paint(undefined, brush => {
		brush.box({x: margins.left, y: top, width: textWidth, height: heightOf(titles), colour: colours.tint});
	});
	const row = table && structurePart('TR', table);
	paintRow(flow, titles, () => row && structurePart('TH', row, {scope: 'Column'}));
	flow.advance(heightOf(titles));
};

const rowOf = (flow: Flow, table: PdfTable, texts: readonly string[]): {readonly cells: readonly Cell[]; readonly height: number} => {
	const cells = cellsOf(flow, table, texts, 'regular');
	return {cells, height: Math.max(heightOf(cells), table.rowHeight ?? 0)};
};

/** Fewer rows than these stay together. */
const fewRows = 8;

/** Where a table begins there is room for all of it if it is short, else for its first row. `above` stands on the same page. */
export const tableBeginning = (flow: Flow, table: PdfTable, above = 0): number => {
	const titles = heightOf(cellsOf(flow, table, table.columns.map(({title}) => title), 'bold'));
	const [first = 0, ...others] = table.rows.slice(0, fewRows).map(texts => rowOf(flow, table, texts).height);
	const whole = titles + others.reduce((sum, height) => sum + height, first);
	return table.rows.length < fewRows && above + whole <= pageHeight ? whole : titles + first;
};

/** A table over as many pages as it takes. A row stands on one page. */
export const setTable = (flow: Flow, table: PdfTable): void => {
	const part = structurePart('Table', flow.root);
	const titles = cellsOf(flow, table, table.columns.map(({title}) => title), 'bold');
	flow.need(tableBeginning(flow, table));
	paintTitles(flow, titles, part);
	for (const texts of table.rows) {
		const {cells, height} = rowOf(flow, table, texts);
		if (height > flow.room()) {
			flow.newPage();
			paintTitles(flow, titles, undefined);
		}

		const row = structurePart('TR', part);
		paintRow(flow, cells, () => structurePart('TD', row));
		if (table.grid === true) {
			paintGrid(flow, cells, height);
		}

		flow.advance(height);
		rule(flow, flow.place());
	}

	flow.advance(6);
};
