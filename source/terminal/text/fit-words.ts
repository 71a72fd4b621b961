import {cutText, textWidth} from './fit-text.ts';

/** As many words as fit, and how many more there are: `email name +2`. A first one that is too long is cut, never the number. */
export const fitWords = (words: readonly string[], width: number): string => {
	const all = words.join(' ');
	if (words.length < 2 || textWidth(all) <= width) {
		return all;
	}

	for (let shown = words.length - 1; shown > 0; shown--) {
		const text = `${words.slice(0, shown).join(' ')} +${words.length - shown}`;
		if (textWidth(text) <= width) {
			return text;
		}
	}

	const more = ` +${words.length - 1}`;
	return `${cutText(words[0]!, Math.max(1, width - more.length))}${more}`;
};

const counted = /^(.*)( \+[\d,]+)$/su;

/** One that stands for several, such as `C1002 +4,999`: where it is too long its name is cut, never of how many it is one. */
export const fitCounted = (text: string, width: number): string => {
	const [, name = '', more = ''] = textWidth(text) > width ? counted.exec(text) ?? [] : [];
	return more === '' ? text : `${cutText(name, Math.max(1, width - more.length))}${more}`;
};
