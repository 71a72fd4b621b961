import type {Font} from './font.ts';
import {sfntFile} from './sfnt-tables.ts';

/** The glyphs of a font that one document uses, renumbered in the order of their first use; 0 stays the glyph for "none". */
export type FontSubset = {
	readonly font: Font;
	/** Takes a glyph in and says its number in the subset. */
	readonly use: (glyph: number, codePoint: number) => number;
	/** Number in the subset → the glyph of the font and the character it was taken in for. */
	readonly used: () => ReadonlyArray<{readonly glyph: number; readonly codePoint: number}>;
	/** The TrueType file of the used glyphs alone. */
	readonly file: () => Buffer;
};

const moreComponents = 0x20;

/** Bytes of one component of a composite glyph, by its flags. */
const componentLength = (flags: number): number => {
	const scales = [[0x80, 8], [0x40, 4], [0x08, 2]] as const;
	return 4 + ((flags & 1) === 1 ? 4 : 2) + (scales.find(([bit]) => (flags & bit) !== 0)?.[1] ?? 0);
};

/** Where a composite glyph names the glyphs it is made of. */
const componentPlaces = (outline: Buffer): readonly number[] => {
	if (outline.length === 0 || outline.readInt16BE(0) >= 0) {
		return [];
	}

	const places: number[] = [];
	for (let at = 10; ; ) {
		const flags = outline.readUInt16BE(at);
		places.push(at + 2);
		if ((flags & moreComponents) === 0) {
			return places;
		}

		at += componentLength(flags);
	}
};

const outlineOf = ({tables}: Font, glyph: number): Buffer => {
	const [head, loca, glyf] = [tables.get('head')!, tables.get('loca')!, tables.get('glyf')!];
	const place = (index: number): number => head.readInt16BE(50) === 1 ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index);
	return glyf.subarray(place(glyph), place(glyph + 1));
};

/** The outlines with their components renumbered; components that are not used by themselves come last. */
const outlinesOf = (font: Font, glyphs: readonly number[]): {readonly all: readonly number[]; readonly outlines: readonly Buffer[]} => {
	const all = [...glyphs];
	const numbers = new Map(all.map((glyph, index) => [glyph, index]));
	const outlines: Buffer[] = [];
	// Grows while it is walked: a component may have components of its own.
	for (const glyph of all) {
		const outline = Buffer.from(outlineOf(font, glyph));
		for (const place of componentPlaces(outline)) {
			const component = outline.readUInt16BE(place);
			const number = numbers.get(component) ?? all.push(component) - 1;
			numbers.set(component, number);
			outline.writeUInt16BE(number, place);
		}

		outlines.push(Buffer.concat([outline, Buffer.alloc((4 - (outline.length % 4)) % 4)]));
	}

	return {all, outlines};
};

const fileOf = (font: Font, glyphs: readonly number[]): Buffer => {
	const {all, outlines} = outlinesOf(font, glyphs);
	const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map(tag => Buffer.from(font.tables.get(tag)!)) as [Buffer, Buffer, Buffer];
	head.writeInt16BE(1, 50);
	hhea.writeUInt16BE(all.length, 34);
	maxp.writeUInt16BE(all.length, 4);
	const hmtx = Buffer.alloc(4 * all.length);
	const loca = Buffer.alloc(4 * (all.length + 1));
	const widths = font.tables.get('hmtx')!;
	let offset = 0;
	for (const [index, glyph] of all.entries()) {
		widths.copy(hmtx, 4 * index, 4 * glyph, (4 * glyph) + 4);
		loca.writeUInt32BE(offset, 4 * index);
		offset += outlines[index]!.length;
	}

	loca.writeUInt32BE(offset, 4 * all.length);
	const hints = ['cvt ', 'fpgm', 'prep'].flatMap(tag => font.tables.has(tag) ? [[tag, font.tables.get(tag)!] as const] : []);
	return sfntFile(new Map([['head', head], ['hhea', hhea], ['maxp', maxp], ['hmtx', hmtx], ['loca', loca], ['glyf', Buffer.concat(outlines)], ...hints]));
};

export const fontSubset = (font: Font): FontSubset => {
	const used = [{glyph: 0, codePoint: 0xFF_FD}];
	const numbers = new Map([[0, 0]]);
	return {
		font,
		use(glyph, codePoint) {
			const number = numbers.get(glyph) ?? used.push({glyph, codePoint}) - 1;
			numbers.set(glyph, number);
			return number;
		},
		used: () => used,
		file: () => fileOf(font, used.map(({glyph}) => glyph)),
	};
};
