import type {FontSubset} from './font-subset.ts';
import {reference, type PdfObjects} from './pdf-objects.ts';

const hex = (value: number, digits = 4): string => value.toString(16).toUpperCase().padStart(digits, '0');

/** The character of a glyph in UTF-16, for whoever copies or searches the text. */
const utf16 = (codePoint: number): string => Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex').toUpperCase();

/** At most a hundred lines stand in one block. */
const blocks = (lines: readonly string[]): string => {
	let text = '';
	for (let from = 0; from < lines.length; from += 100) {
		const block = lines.slice(from, from + 100);
		text += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`;
	}

	return text;
};

const unicodeMap = (subset: FontSubset): Buffer => Buffer.from([
	'/CIDInit /ProcSet findresource begin', '12 dict begin', 'begincmap', '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
	'/CMapName /Adobe-Identity-UCS def', '/CMapType 2 def', '1 begincodespacerange', '<0000> <FFFF>', 'endcodespacerange',
	`${blocks(subset.used().map(({codePoint}, index) => `<${hex(index)}> <${utf16(codePoint)}>`))}endcmap`,
	'CMapName currentdict /CMap defineresource pop', 'end', 'end', '',
].join('\n'));

/** A tag of six letters that tells the subset from the whole font; one document has one subset of each. */
const tag = 'WHOSAW+';

/** Puts a subset into the file as a composite font whose codes are the numbers of its glyphs. */
export const embedFont = (objects: PdfObjects, subset: FontSubset, number: number): void => {
	const {font} = subset;
	const name = `/${tag}${font.name}`;
	const bytes = subset.file();
	const file = objects.add(`/Length1 ${bytes.length}`, bytes);
	const descriptor = objects.add([
		`/Type /FontDescriptor /FontName ${name} /Flags 4 /FontBBox [${font.box.join(' ')}] /ItalicAngle 0`,
		`/Ascent ${font.ascent} /Descent ${font.descent} /CapHeight 729 /StemV 80 /FontFile2 ${reference(file)}`,
	].join(' '));
	const widths = subset.used().map(({glyph}) => font.advance(glyph)).join(' ');
	const descendant = objects.add([
		`/Type /Font /Subtype /CIDFontType2 /BaseFont ${name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>`,
		`/FontDescriptor ${reference(descriptor)} /DW 600 /W [0 [${widths}]] /CIDToGIDMap /Identity`,
	].join(' '));
	const unicode = objects.add('', unicodeMap(subset));
	objects.put(number, `/Type /Font /Subtype /Type0 /BaseFont ${name} /Encoding /Identity-H /DescendantFonts [${reference(descendant)}] /ToUnicode ${reference(unicode)}`);
};
