import stringWidth from 'string-width';
import {graphemesOf} from '../../document/graphemes.ts';
import {atOnce, textWidth as measuredWidth} from '../../document/text-width.ts';

export type Align = 'left' | 'right' | 'middle';

/** What is as wide as it is long: ASCII, the letters of western Europe, the dots, dashes and quotation marks that we write, and the signs that we draw with. */
const plain = /^[ -~¡-¬¯-ſ–—‘’“”•…←-↓─-◺✓✕]*$/;
const ellipsis = '…';

/** True of a text each of whose UTF-16 units is a character of one column. */
export const isNarrow = (text: string): boolean => plain.test(text);

/** Columns on a terminal; at once where a look is enough. */
export const textWidth = (text: string): number => plain.test(text) ? text.length : measuredWidth(text);

/** As many whole characters as fit into `width` columns, and how many columns they take. What stands behind them is not looked at. */
const headOf = (text: string, width: number): {readonly head: string; readonly used: number} => {
	let head = '';
	let used = 0;
	for (const character of graphemesOf(text)) {
		const wide = stringWidth(character);
		if (used + wide > width) {
			break;
		}

		head += character;
		used += wide;
	}

	return {head, used};
};

/** Cuts at a whole character, with `…` as the last one when something is missing. At most `width` columns. */
export const cutText = (text: string, width: number): string => {
	if (width <= 0) {
		return '';
	}

	if (plain.test(text)) {
		return text.length <= width ? text : text.slice(0, width - 1) + ellipsis;
	}

	const fits = text.length <= atOnce ? stringWidth(text) <= width : headOf(text, width).head === text;
	return fits ? text : headOf(text, width - 1).head + ellipsis;
};

/** Cuts out the middle, for paths and addresses, whose ends tell most: `/exports/…/crm.csv`. At most `width` columns. */
export const cutMiddle = (text: string, width: number): string => {
	if (width <= 3 || textWidth(text) <= width) {
		return cutText(text, width);
	}

	const front = headOf(text, Math.floor((width - 1) / 2));
	const parts = [...graphemesOf(text)];
	let tail = '';
	let left = width - 1 - front.used;
	for (let part = parts.pop(); part !== undefined && textWidth(part) <= left; part = parts.pop()) {
		tail = part + tail;
		left -= textWidth(part);
	}

	return front.head + ellipsis + tail;
};

const padded = (text: string, blanks: number, align: Align): string => {
	if (blanks <= 0) {
		return text;
	}

	const before = align === 'left' ? 0 : (align === 'right' ? blanks : Math.floor(blanks / 2));
	return ' '.repeat(before) + text + ' '.repeat(blanks - before);
};

/**
The text in exactly `width` columns. Give it text that is safe to print: values from a log go through `visibleText` first, or use
`fitValue`.
*/
export const fitText = (text: string, width: number, align: Align = 'left'): string => {
	const cut = cutText(text, width);
	return padded(cut, width - textWidth(cut), align);
};
