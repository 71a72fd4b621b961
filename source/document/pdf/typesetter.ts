import {visibleText} from '../visible-text.ts';
import {fontOf, type FontStyle} from './font.ts';
import {fontSubset, type FontSubset} from './font-subset.ts';

/** Sets text in the embedded fonts: what it measures, what it draws, and what it has no letter for. */
export type Typesetter = {
	/** A value as it can be set: made visible, and each character without a glyph written as `⟨U+4E2D⟩`. */
	readonly settable: (text: string) => string;
	/** Width in points of settable text. */
	readonly width: (text: string, style: FontStyle, size: number) => number;
	/** The codes of settable text, in hexadecimal. */
	readonly codes: (text: string, style: FontStyle) => string;
	readonly subsets: Readonly<Record<FontStyle, FontSubset>>;
	/** Sentences on what could not be set as it is written; empty when all could. */
	readonly remarks: () => readonly string[];
};

/** Runs of letters that are read from right to left, with the blanks and marks between them. */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}](?:[\p{Script=Hebrew}\p{Script=Arabic}\p{M} ]*[\p{Script=Hebrew}\p{Script=Arabic}\p{M}])?/gu;

/** Visible text draws a control as a picture, which the font does not have: the control itself is named then. */
const controlOf = (code: number): number | undefined => code >= 0x24_00 && code <= 0x24_1F ? code - 0x24_00 : (code === 0x24_21 ? 0x7F : undefined);

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});

const backwards = (text: string): string => [...graphemes.segment(text)].map(({segment}) => segment).toReversed().join('');

export const typesetter = (): Typesetter => {
	const subsets = {regular: fontSubset(fontOf('regular')), bold: fontSubset(fontOf('bold'))};
	const missing = new Set<string>();
	let unjoined = false;
	const {glyphOf} = fontOf('regular');
	const glyph = (character: string, style: FontStyle): number => subsets[style].font.glyphOf(character.codePointAt(0)!) ?? 0;
	const settable = (text: string): string => {
		const characters = [...visibleText(text).normalize('NFC')];
		unjoined ||= characters.some(character => /\p{Script=Arabic}/u.test(character));
		return characters.map(character => {
			if (glyphOf(character.codePointAt(0)!) !== undefined) {
				return character;
			}

			const code = character.codePointAt(0)!;
			const control = controlOf(code);
			if (control === undefined) {
				missing.add(character);
			}

			return `\u27E8U+${(control ?? code).toString(16).toUpperCase().padStart(4, '0')}\u27E9`;
		}).join('');
	};

	return {
		settable,
		subsets,
		width(text, style, size) {
			let thousandths = 0;
			for (const character of text) {
				thousandths += subsets[style].font.advance(glyph(character, style));
			}

			return thousandths * size / 1000;
		},
		codes: (text, style) => [...text.replaceAll(rightToLeft, run => backwards(run))]
			.map(character => subsets[style].use(glyph(character, style), character.codePointAt(0)!).toString(16).toUpperCase().padStart(4, '0'))
			.join(''),
		remarks: () => [
			...(missing.size > 0 ? [`The font of this document has no glyph for ${missing.size === 1 ? 'one character' : `${missing.size} characters`} that occur${missing.size === 1 ? 's' : ''} in it; each is written as its Unicode number, such as U+4E2D, between angle brackets. The tables of the case file have the characters themselves.`] : []),
			...(unjoined ? ['Arabic letters stand unjoined in this document. The tables of the case file have the text itself.'] : []),
		],
	};
};
