import {colours} from './canvas.ts';
import {lineHeight, margins, paintLines, textWidth, type Flow, type Lines} from './flow.ts';
import {structurePart, type StructurePart} from './structure-tree.ts';

/** `share` of the width against those of the other columns. */
export type PdfColumn = {readonly title: string; readonly share: number; readonly align?: 'right'};
export type PdfTable = {readonly columns: readonly PdfColumn[]; readonly rows: ReadonlyArray<readonly string[]>; readonly size?: number; /** At least so high, to be written in by hand. */ readonly rowHeight?: number};

const gap = 8;
const padding = 2.5;

type Cell = Lines & {readonly x: number; readonly width: number; readonly align: PdfColumn['align']};

const cellsOf = (flow: Flow, {columns, size = 8}: PdfTable, texts: readonly string[], style: 'regular' | 'bold'): readonly Cell[] => {
	const shares = columns.reduce((sum, {share}) => sum + share, 0);
	let x = margins.left;
	return columns.map(({share, align}, index) => {
		const whole = textWidth * share / shares;
		const width = whole - gap;
		const cell: Cell = {lines: flow.breakText(texts[index] ?? '', style, size, width), style, size, x: x + (gap / 2), width, align};
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

/** A table over as many pages as it takes. A row stands on one page. */
export const setTable = (flow: Flow, table: PdfTable): void => {
	const part = structurePart('Table', flow.root);
	const titles = cellsOf(flow, table, table.columns.map(({title}) => title), 'bold');
	const [first = []] = table.rows;
	flow.need(heightOf(titles) + Math.max(heightOf(cellsOf(flow, table, first, 'regular')), table.rowHeight ?? 0));
	paintTitles(flow, titles, part);
	for (const texts of table.rows) {
		const cells = cellsOf(flow, table, texts, 'regular');
		const height = Math.max(heightOf(cells), table.rowHeight ?? 0);
		if (height > flow.room()) {
			flow.newPage();
			paintTitles(flow, titles, undefined);
		}

		const row = structurePart('TR', part);
		paintRow(flow, cells, () => structurePart('TD', row));
		flow.advance(height);
		rule(flow, flow.place());
	}

	flow.advance(6);
};
