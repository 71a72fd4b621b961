import stringWidth from 'string-width';
import {graphemesOf} from './graphemes.ts';

/** Units up to which a text is measured in one go; what that takes grows with the square of the length. */
export const atOnce = 256;

/** Most texts: each sign of them takes a column. */
const isAscii = (text: string): boolean => /^[\u{20}-\u{7E}]*$/u.test(text);

/** Of a text in other writings the same characters come again and again, and each is measured with several patterns. So many are kept, each no longer than this: a longer one would hold on to the text that it was cut from. */
const mostKept = 5000;
const longestKept = 12;
const kept = new Map<string, number>();

const measured = (text: string): number => {
	if (text.length > longestKept) {
		return stringWidth(text);
	}

	let width = kept.get(text);
	if (width === undefined) {
		if (kept.size >= mostKept) {
			kept.clear();
		}

		width = stringWidth(text);
		kept.set(text, width);
	}

	return width;
};

/** Columns that a text takes on a terminal. Give it visible text: escapes are not counted. */
export const textWidth = (text: string): number => {
	if (isAscii(text)) {
		return text.length;
	}

	if (text.length <= atOnce) {
		return measured(text);
	}

	let width = 0;
	for (const character of graphemesOf(text)) {
		width += measured(character);
	}

	return width;
};

/** Cut at a whole character so that it takes at most `width` columns; the last of them is `…` when something was cut. */
export const cutToWidth = (text: string, width: number): string => {
	if (textWidth(text) <= width) {
		return text;
	}

	let cut = '';
	let used = 0;
	for (const segment of graphemesOf(text)) {
		used += textWidth(segment);
		if (used > width - 1) {
			break;
		}

		cut += segment;
	}

	return width > 0 ? `${cut}…` : '';
};

/** Cut, then filled up with blanks to exactly `width` columns. */
export const fitToWidth = (text: string, width: number, align: 'left' | 'right' = 'left'): string => {
	const cut = cutToWidth(text, width);
	const blanks = ' '.repeat(Math.max(0, width - textWidth(cut)));
	return align === 'right' ? blanks + cut : cut + blanks;
};
