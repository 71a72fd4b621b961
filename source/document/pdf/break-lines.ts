import type {FontStyle} from './font.ts';
import type {Typesetter} from './typesetter.ts';

export type Setting = {readonly style: FontStyle; readonly size: number; readonly width: number};

/** Where a path, an address or a filter is cut rather than within a name; the whole where the line would be left half empty. */
const goodEnd = (characters: readonly string[]): number => {
	const place = characters.findLastIndex(character => '/-_.,;:@=&?|'.includes(character)) + 1;
	return place > characters.length * 0.6 ? place : characters.length;
};

/** A word in pieces that fit; each has at least one character, or it would never end. No character is measured twice: a hostile word is long. */
const piecesOf = (typesetter: Typesetter, word: string, {style, size, width}: Setting): readonly string[] => {
	const characters = [...word];
	const pieces: string[] = [];
	for (let start = 0; start < characters.length;) {
		let end = start;
		for (let used = 0; end < characters.length; end++) {
			used += typesetter.width(characters[end]!, style, size);
			if (used > width && end > start) {
				break;
			}
		}

		const piece = characters.slice(start, end);
		const length = end < characters.length ? goodEnd(piece) : piece.length;
		pieces.push(piece.slice(0, length).join(''));
		start += length;
	}

	return pieces;
};

/**
Settable text in lines that are no wider than `width`. Words that are wider than a line, such as hashes, are cut. A line that
ends between words keeps the blank there, so that the text can be read and copied as one.
*/
export const breakLines = (typesetter: Typesetter, text: string, setting: Setting): readonly string[] => {
	const {style, size, width} = setting;
	const lines: string[] = [];
	let line = '';
	for (const whole of text.split(' ')) {
		const longer = line === '' ? whole : `${line} ${whole}`;
		if (typesetter.width(longer, style, size) <= width) {
			line = longer;
			continue;
		}

		if (line !== '') {
			lines.push(`${line} `);
		}

		const pieces = piecesOf(typesetter, whole, setting);
		for (const piece of pieces.slice(0, -1)) {
			lines.push(piece);
		}

		line = pieces.at(-1) ?? '';
	}

	return line === '' && lines.length > 0 ? lines : [...lines, line];
};
