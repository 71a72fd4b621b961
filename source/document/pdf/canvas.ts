import type {FontStyle} from './font.ts';
import {pdfNumber} from './pdf-objects.ts';
import type {StructurePart} from './structure-tree.ts';
import type {Typesetter} from './typesetter.ts';

/** A4, in points. */
export const paper = {width: 595.28, height: 841.89} as const;

/** Red, green and blue from 0 to 1. */
export type Colour = readonly [number, number, number];
export const colours = {ink: [0.1, 0.11, 0.14], quiet: [0.36, 0.38, 0.43], accent: [0.11, 0.25, 0.45], rule: [0.78, 0.8, 0.84], tint: [0.94, 0.95, 0.97], bar: [0.2, 0.42, 0.69], warning: [0.64, 0.1, 0.1]} as const satisfies Readonly<Record<string, Colour>>;

export type TextAt = {readonly x: number; /** Of the base line, from the top of the page. */ readonly y: number; readonly style: FontStyle; readonly size: number; readonly colour?: Colour};
export type Box = {readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly colour: Colour};

/** The pages and what is painted on them. Whatever is painted belongs to a part of the structure, or is decoration. */
export type Canvas = {
	readonly addPage: () => void;
	readonly pageCount: () => number;
	/** Paints on a page, the last one unless said. Without a part it is decoration. */
	readonly paint: (part: StructurePart | undefined, draw: (brush: Brush) => void, page?: number) => void;
	readonly content: (page: number) => Buffer;
	readonly owners: () => ReadonlyArray<readonly StructurePart[]>;
};

export type Brush = {
	readonly text: (settable: string, place: TextAt) => void;
	readonly box: (box: Box) => void;
};

const rgb = (colour: Colour): string => colour.map(part => pdfNumber(part)).join(' ');

export const canvas = (typesetter: Typesetter): Canvas => {
	const pages: Array<{readonly operations: string[]; readonly owners: StructurePart[]}> = [];
	const brushOn = (operations: string[]): Brush => ({
		text(settable, {x, y, style, size, colour = colours.ink}) {
			operations.push(`BT /${style === 'bold' ? 'B' : 'R'} ${pdfNumber(size)} Tf ${rgb(colour)} rg 1 0 0 1 ${pdfNumber(x)} ${pdfNumber(paper.height - y)} Tm <${typesetter.codes(settable, style)}> Tj ET`);
		},
		box({x, y, width, height, colour}) {
			operations.push(`${rgb(colour)} rg ${pdfNumber(x)} ${pdfNumber(paper.height - y - height)} ${pdfNumber(width)} ${pdfNumber(height)} re f`);
		},
	});

	return {
		addPage() {
			pages.push({operations: [], owners: []});
		},
		pageCount: () => pages.length,
		paint(part, draw, page = pages.length - 1) {
			const {operations, owners} = pages[page]!;
			if (part) {
				const mark = owners.push(part) - 1;
				part.kids.push({page, mark});
				operations.push(`/${part.tag} << /MCID ${mark} >> BDC`);
			} else {
				operations.push('/Artifact BMC');
			}

			draw(brushOn(operations));
			operations.push('EMC');
		},
		content: page => Buffer.from(`${pages[page]!.operations.join('\n')}\n`),
		owners: () => pages.map(({owners}) => owners),
	};
};
