import {breakLines} from './break-lines.ts';
import {canvas, paper, type Brush, type Canvas, type Colour} from './canvas.ts';
import type {FontStyle} from './font.ts';
import {structurePart, type StructurePart} from './structure-tree.ts';
import {typesetter, type Typesetter} from './typesetter.ts';

export const margins = {left: 54, right: 54, top: 66, bottom: 56} as const;
export const textWidth = paper.width - margins.left - margins.right;
const bottom = paper.height - margins.bottom;

/** What a page has room for. */
export const pageHeight = bottom - margins.top;

/** Lines of one style at a place of the column. */
export type Lines = {readonly lines: readonly string[]; readonly style: FontStyle; readonly size: number; readonly colour?: Colour};

/** The column of text that runs over the pages, and where it has come to. */
export type Flow = {
	readonly typesetter: Typesetter;
	readonly canvas: Canvas;
	readonly root: StructurePart;
	/** From the top of the page. */
	readonly place: () => number;
	/** Points that are left on this page. */
	readonly room: () => number;
	/** Goes on, on the next page where there is less room than that. */
	readonly need: (height: number) => void;
	readonly advance: (height: number) => void;
	readonly newPage: () => void;
	readonly breakText: (text: string, style: FontStyle, size: number, width: number) => readonly string[];
	/** Whether lines were left out of a cell; to be said to the reader. */
	cellsWereCut: boolean;
	/** Sets lines one below the other, over pages where it must be; `indent` from the left margin. */
	readonly setLines: (part: StructurePart, lines: Lines, indent?: number) => void;
};

/** From base line to base line. */
export const lineHeight = (size: number): number => size * 1.38;

/** Paints lines from a top downwards. */
export const paintLines = (brush: Brush, {lines, style, size, colour}: Lines, {x, top}: {readonly x: number; readonly top: number}): void => {
	for (const [index, line] of lines.entries()) {
		brush.text(line, {x, y: top + (index * lineHeight(size)) + size, style, size, ...(colour ? {colour} : {})});
	}
};

export const flow = (): Flow => {
	const setter = typesetter();
	const pages = canvas(setter);
	let place = 0;
	const newPage = (): void => {
		pages.addPage();
		place = margins.top;
	};

	const need = (height: number): void => {
		if (place + height > bottom && place > margins.top) {
			newPage();
		}
	};

	newPage();
	return {
		typesetter: setter,
		canvas: pages,
		root: structurePart('Document'),
		place: () => place,
		room: () => bottom - place,
		need,
		advance(height) {
			place += height;
		},
		newPage,
		cellsWereCut: false,
		breakText: (text, style, size, width) => breakLines(setter, setter.settable(text), {style, size, width}),
		setLines(part, {lines, ...setting}, indent = 0) {
			const height = lineHeight(setting.size);
			let rest = lines;
			while (rest.length > 0) {
				need(height);
				const count = Math.max(1, Math.min(rest.length, Math.floor((bottom - place) / height)));
				const now = rest.slice(0, count);
				const top = place;
				pages.paint(part, brush => {
					paintLines(brush, {lines: now, ...setting}, {x: margins.left + indent, top});
				});
				place += count * height;
				rest = rest.slice(count);
			}
		},
	};
};
