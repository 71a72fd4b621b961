import type {FontStyle} from './font.ts';
import type {Typesetter} from './typesetter.ts';

export type Setting = {readonly style: FontStyle; readonly size: number; readonly width: number};

/** What is left of a word after as much as fits; at least one character is taken, or it would never end. */
const cutWord = (typesetter: Typesetter, word: string, {style, size, width}: Setting): readonly [head: string, tail: string] => {
	const characters = [...word];
	let count = 0;
	let used = 0;
	for (const character of characters) {
		used += typesetter.width(character, style, size);
		if (used > width && count > 0) {
			break;
		}

		count++;
	}

	return [characters.slice(0, count).join(''), characters.slice(count).join('')];
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

		let word = whole;
		while (typesetter.width(word, style, size) > width && [...word].length > 1) {
			const [head, tail] = cutWord(typesetter, word, setting);
			lines.push(head);
			word = tail;
		}

		line = word;
	}

	return line === '' && lines.length > 0 ? lines : [...lines, line];
};
