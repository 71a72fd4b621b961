import {colours, paper, type Colour} from './canvas.ts';
import {flow, lineHeight, margins, pageHeight, textWidth, type Flow} from './flow.ts';
import {barsHeight, setBars, type PdfBars} from './pdf-bars.ts';
import {pdfFile, type PdfAbout} from './pdf-file.ts';
import {setTable, tableBeginning, type PdfTable} from './pdf-table.ts';
import {structurePart} from './structure-tree.ts';

/** What stands on every page: at its top, and beside its number. */
export type Running = {readonly left: string; readonly right: string; readonly bottom: string};

/** A document that is written from top to bottom. Every text is made visible and settable here. */
export type PdfDocument = {
	readonly heading: (level: 1 | 2, text: string) => void;
	readonly paragraph: (text: string, options?: {readonly bold?: boolean; readonly size?: number; readonly colour?: Colour}) => void;
	readonly bullets: (texts: readonly string[], size?: number) => void;
	/** Names beside what they are; those without a text are left out. */
	readonly facts: (rows: ReadonlyArray<readonly [name: string, text: string | undefined]>, size?: number) => void;
	readonly table: (table: PdfTable) => void;
	readonly bars: (bars: PdfBars) => void;
	readonly newPage: () => void;
	readonly room: () => number;
	readonly pageCount: () => number;
	/** What could not be set as it is written. */
	readonly remarks: () => readonly string[];
	readonly finish: (about: PdfAbout) => Buffer;
};

const bodySize = 8.8;

const headingSizes = {1: 17, 2: 11.5} as const;

type Heading = {readonly level: 1 | 2; readonly lines: readonly string[]};

/** With the space around it. */
const headingHeight = ({level, lines}: Heading): number => (lines.length * lineHeight(headingSizes[level])) + (level === 2 ? 10 : 4);

const setHeading = (column: Flow, {level, lines}: Heading): void => {
	const size = headingSizes[level];
	column.advance(column.place() > margins.top && level === 2 ? 8 : 0);
	column.setLines(structurePart(`H${level}`, column.root), {lines, style: 'bold', size, colour: colours.accent});
	column.advance(level === 1 ? 4 : 2);
};

/** Headings wait for what they stand above, so that none is left alone at the end of a page. */
const headings = (column: Flow): {readonly wait: (level: 1 | 2, text: string) => void; readonly set: (beginning?: (above: number) => number) => void} => {
	let waiting: readonly Heading[] = [];
	return {
		wait(level, text) {
			waiting = [...waiting, {level, lines: column.breakText(text, 'bold', headingSizes[level], textWidth)}];
		},
		set(beginning = () => 0) {
			if (waiting.length === 0) {
				return;
			}

			const above = waiting.reduce((sum, heading) => sum + headingHeight(heading), 0);
			column.need(Math.min(pageHeight, above + beginning(above)));
			for (const heading of waiting) {
				setHeading(column, heading);
			}

			waiting = [];
		},
	};
};

const setBullets = (column: Flow, texts: readonly string[], size: number): void => {
	const list = structurePart('L', column.root);
	for (const text of texts) {
		const part = structurePart('LBody', structurePart('LI', list));
		const lines = column.breakText(text, 'regular', size, textWidth - 12);
		column.need(Math.min(lines.length, 2) * lineHeight(size));
		const y = column.place() + size;
		column.canvas.paint(undefined, brush => {
			brush.text('\u2022', {x: margins.left + 2, y, style: 'regular', size});
		});
		column.setLines(part, {lines, style: 'regular', size}, 12);
		column.advance(1.5);
	}

	column.advance(3);
};

const nameWidth = 112;

const setFacts = (column: Flow, rows: ReadonlyArray<readonly [string, string | undefined]>, size: number): void => {
	const table = structurePart('Table', column.root);
	for (const [name, text] of rows) {
		if (text === undefined || text === '') {
			continue;
		}

		const row = structurePart('TR', table);
		const lines = column.breakText(text, 'regular', size, textWidth - nameWidth);
		const names = column.breakText(name, 'bold', size, nameWidth - 8);
		column.need(Math.min(Math.max(lines.length, names.length), 8) * lineHeight(size));
		const top = column.place();
		column.canvas.paint(structurePart('TH', row, {scope: 'Row'}), brush => {
			for (const [index, line] of names.entries()) {
				brush.text(line, {x: margins.left, y: top + (index * lineHeight(size)) + size, style: 'bold', size, colour: colours.quiet});
			}
		});
		column.setLines(structurePart('TD', row), {lines, style: 'regular', size}, nameWidth);
		column.advance(Math.max(0, names.length - lines.length) * lineHeight(size));
		column.advance(2);
	}

	column.advance(3);
};

/** Painted last, when it is known how many pages there are. It is decoration: a screen reader is not told it on every page. */
const setRunning = ({canvas, typesetter}: Flow, {left, right, bottom}: Running): void => {
	const size = 7.2;
	const widthOf = (text: string): number => typesetter.width(text, 'regular', size);
	const at = (text: string, x: number): number => x - widthOf(text);
	const fit = (text: string, width: number): string => {
		const characters = [...typesetter.settable(text)].slice(0, 400);
		if (widthOf(characters.join('')) <= width) {
			return characters.join('');
		}

		while (characters.length > 0 && widthOf(`${characters.join('')}…`) > width) {
			characters.pop();
		}

		return `${characters.join('').trimEnd()}…`;
	};

	const second = fit(right, textWidth * 0.4);
	const [first, below] = [fit(left, textWidth - widthOf(second) - 16), fit(bottom, textWidth - 48)];
	const end = paper.width - margins.right;
	for (let page = 0; page < canvas.pageCount(); page++) {
		const number = `${page + 1} / ${canvas.pageCount()}`;
		canvas.paint(undefined, brush => {
			brush.text(first, {x: margins.left, y: 40, style: 'regular', size, colour: colours.quiet});
			brush.text(second, {x: at(second, end), y: 40, style: 'regular', size, colour: colours.quiet});
			brush.box({x: margins.left, y: 46, width: textWidth, height: 0.8, colour: colours.accent});
			brush.text(below, {x: margins.left, y: paper.height - 30, style: 'regular', size, colour: colours.quiet});
			brush.text(number, {x: at(number, end), y: paper.height - 30, style: 'regular', size, colour: colours.quiet});
		}, page);
	}
};

export const pdfDocument = (running: Running): PdfDocument => {
	const column = flow();
	const above = headings(column);
	/** As many lines of a text as are not left alone. */
	const begun = (text: string, size: number, width: number, most: number): number => Math.min(most, column.breakText(text, 'regular', size, width).length) * lineHeight(size);
	return {
		heading: above.wait,
		paragraph(text, {bold = false, size = bodySize, colour} = {}) {
			const style = bold ? 'bold' : 'regular';
			above.set(() => begun(text, size, textWidth, 3));
			column.setLines(structurePart('P', column.root), {lines: column.breakText(text, style, size, textWidth), style, size, ...(colour ? {colour} : {})});
			column.advance(4);
		},
		bullets(texts, size = bodySize) {
			above.set(() => begun(texts[0] ?? '', size, textWidth - 12, 3));
			setBullets(column, texts, size);
		},
		facts(rows, size = bodySize) {
			above.set(() => begun(rows.find(([, text]) => text !== undefined && text !== '')?.[1] ?? '', size, textWidth - nameWidth, 8));
			setFacts(column, rows, size);
		},
		table(table) {
			above.set(height => tableBeginning(column, table, height));
			setTable(column, table);
		},
		bars(bars) {
			above.set(() => barsHeight(bars.height));
			setBars(column, bars);
		},
		newPage() {
			above.set();
			column.newPage();
		},
		room() {
			above.set();
			return column.room();
		},
		pageCount() {
			above.set();
			return column.canvas.pageCount();
		},
		remarks: () => [
			...column.typesetter.remarks(),
			...(column.cellsWereCut ? ['Cells of tables that are too long for a page end with an ellipsis (…) in this document. The files of the case file have them whole.'] : []),
		],
		finish(about) {
			above.set();
			setRunning(column, running);
			return pdfFile({canvas: column.canvas, typesetter: column.typesetter, root: column.root}, about);
		},
	};
};
