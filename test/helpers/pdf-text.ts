/** The text of a PDF of ours, through the maps from its codes to characters: what a reader of the pages can copy. */
export const pdfText = (pdf: string): string => {
	const maps = [...pdf.matchAll(/begincmap([^]*?)endcmap/g)].map(([, body = '']) => new Map([...body.matchAll(/<([\dA-F]{4})> <([\dA-F]{4,8})>/g)].map(([, code = '', utf16 = '']) => [code, Buffer.from(utf16, 'hex').swap16().toString('utf16le')])));
	return [...pdf.matchAll(/\/([RB]) [\d.]+ Tf [^<]*<([\dA-F]*)> Tj/g)].map(([, font, codes = '']) => (codes.match(/.{4}/g) ?? []).map(code => maps[font === 'R' ? 0 : 1]!.get(code)).join('')).join('\n');
};

/** What stands in a PDF beside the codes of its letters and their maps: metadata, names, structure. */
export const pdfWithoutCodes = (pdf: string): string => pdf.replaceAll(/begincmap[^]*?endcmap/g, '').replaceAll(/<[\dA-F]*> Tj/g, '');
