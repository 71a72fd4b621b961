import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {BugError} from '../../errors.ts';
import {sfntTables} from './sfnt-tables.ts';

export type FontStyle = 'regular' | 'bold';

/** A TrueType font as far as setting text needs it. Glyphs are numbers of the font. Lengths are thousandths of the size. */
export type Font = {
	readonly name: string;
	readonly tables: ReadonlyMap<string, Buffer>;
	readonly glyphOf: (codePoint: number) => number | undefined;
	readonly advance: (glyph: number) => number;
	readonly ascent: number;
	readonly descent: number;
	readonly box: readonly [number, number, number, number];
};

/** DejaVu Sans: Latin, Greek, Cyrillic, Hebrew, Arabic and more. Its licence lets it be embedded and passed on. */
const files: Readonly<Record<FontStyle, string>> = {
	regular: '@fontsource/dejavu-sans/files/dejavu-sans-latin-400-normal.woff',
	bold: '@fontsource/dejavu-sans/files/dejavu-sans-latin-700-normal.woff',
};
const names: Readonly<Record<FontStyle, string>> = {regular: 'DejaVuSans', bold: 'DejaVuSans-Bold'};

/** Reads the segments of a cmap of format 12, which covers all of Unicode. */
const characterMap = (cmap: Buffer): ReadonlyMap<number, number> => {
	const glyphs = new Map<number, number>();
	for (let table = 0; table < cmap.readUInt16BE(2); table++) {
		const at = cmap.readUInt32BE(8 + (8 * table));
		if (cmap.readUInt16BE(at) === 12) {
			for (let group = 0; group < cmap.readUInt32BE(at + 12); group++) {
				const place = at + 16 + (12 * group);
				const [first, last, glyph] = [cmap.readUInt32BE(place), cmap.readUInt32BE(place + 4), cmap.readUInt32BE(place + 8)];
				for (let code = first; code <= last; code++) {
					glyphs.set(code, glyph + code - first);
				}
			}

			return glyphs;
		}
	}

	throw new BugError('the font of the documents has no character map of format 12');
};

const read = (style: FontStyle): Font => {
	const tables = sfntTables(readFileSync(createRequire(import.meta.url).resolve(files[style])));
	const table = (tag: string): Buffer => {
		const bytes = tables.get(tag);
		if (!bytes) {
			throw new BugError(`the font of the documents has no table ${tag}`);
		}

		return bytes;
	};

	const [head, hhea, hmtx] = [table('head'), table('hhea'), table('hmtx')];
	const scale = 1000 / head.readUInt16BE(18);
	const widths = hhea.readUInt16BE(34);
	const glyphs = characterMap(table('cmap'));
	const scaled = (value: number): number => Math.round(value * scale);
	return {
		name: names[style],
		tables,
		glyphOf: codePoint => glyphs.get(codePoint),
		advance: glyph => scaled(hmtx.readUInt16BE(4 * Math.min(glyph, widths - 1))),
		ascent: scaled(hhea.readInt16BE(4)),
		descent: scaled(hhea.readInt16BE(6)),
		box: [scaled(head.readInt16BE(36)), scaled(head.readInt16BE(38)), scaled(head.readInt16BE(40)), scaled(head.readInt16BE(42))],
	};
};

const fonts = new Map<FontStyle, Font>();

/** Read once, when the first document is set. */
export const fontOf = (style: FontStyle): Font => {
	const font = fonts.get(style) ?? read(style);
	fonts.set(style, font);
	return font;
};
