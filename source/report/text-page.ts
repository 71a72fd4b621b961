import {cutToWidth, fitToWidth, textWidth} from '../document/text-width.ts';
import {visibleText} from '../document/visible-text.ts';

/** Columns of the page. Only a sha256 or a path that stands alone may be wider. */
export const pageWidth = 80;

/** A heading, and its lines two blanks in. */
export const section = (title: string, lines: readonly string[]): readonly string[] =>
	lines.length === 0 ? [] : ['', title, ...lines.map(line => `  ${line}`.trimEnd())];

/** Nothing to be made visible, and a column each: nearly all that accounts say, thousands of times. */
const printable = /^[ -~]*$/;

/** Words in lines of at most `width` columns; a longer word gets a line of its own. Hostile characters become visible. */
export const wrapText = (text: string, width: number): readonly string[] => {
	if (text.length <= width && printable.test(text)) {
		return [text];
	}

	const visible = visibleText(text);
	const widthOf = printable.test(visible) ? (part: string): number => part.length : textWidth;
	if (widthOf(visible) <= width) {
		return [visible];
	}

	const lines: string[] = [];
	for (const word of visible.split(' ')) {
		const line = lines.at(-1);
		if (line !== undefined && widthOf(line) + 1 + widthOf(word) <= width) {
			lines[lines.length - 1] = `${line} ${word}`;
		} else {
			lines.push(word);
		}
	}

	return lines;
};

/** A label and its text, wrapped beside it. */
export const labelled = (label: string, text: string, labelWidth = 11): readonly string[] => {
	const [first = '', ...rest] = wrapText(text, pageWidth - labelWidth);
	return [`${label.padEnd(labelWidth)}${first}`, ...rest.map(line => ' '.repeat(labelWidth) + line)];
};

/** A sentence in a list. */
export const bullet = (text: string): readonly string[] => wrapText(text, pageWidth - 4).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});

const backwards = (text: string): string => [...graphemes.segment(text)].map(({segment}) => segment).toReversed().join('');

/** A path cut at its front, where it says least. */
export const fitPath = (path: string, width: number): string => {
	const shown = visibleText(path);
	if (textWidth(shown) <= width) {
		return fitToWidth(shown, width);
	}

	return fitToWidth(backwards(cutToWidth(backwards(shown), width)), width);
};
