import {graphemesOf} from '../../document/graphemes.ts';
import {cutText, isNarrow, textWidth} from '../text/fit-text.ts';

/** Pieces of at most `width` columns, cut between whole characters: nothing of the text is left out. Made as they are asked for. */
function * hardWrap(text: string, width: number): Generator<string> {
	if (isNarrow(text)) {
		for (let at = 0; at < Math.max(1, text.length); at += width) {
			yield text.slice(at, at + width);
		}

		return;
	}

	let piece = '';
	let used = 0;
	for (const character of graphemesOf(text)) {
		const wide = textWidth(character);
		if (used + wide > width && piece !== '') {
			yield piece;
			piece = '';
			used = 0;
		}

		piece += character;
		used += wide;
	}

	yield piece;
}

/** For evidence: every character stands where it stood, blanks too. Of a long text no more is looked at than is asked for. */
export const verbatimRows = (text: string, width: number): Iterable<string> => hardWrap(text, Math.max(1, width));

export const wrapVerbatim = (text: string, width: number): readonly string[] => [...verbatimRows(text, width)];

/** For sentences: breaks between words where it can. Each word is measured once: a row measured again with each of its words takes most of the time of a long text. */
export const wrapWords = (text: string, width: number): readonly string[] => {
	const rows: string[] = [];
	let row = '';
	let used = 0;
	for (const word of text.split(' ')) {
		const wide = textWidth(word);
		const longer = row === '' ? wide : used + 1 + wide;
		if (longer <= width) {
			row = row === '' ? word : `${row} ${word}`;
			used = longer;
		} else {
			const [first = '', ...rest] = wrapVerbatim(word, width).toReversed();
			rows.push(...(row === '' ? [] : [row]), ...rest.toReversed());
			row = first;
			used = textWidth(first);
		}
	}

	return [...rows, row];
};

/** The same in at most so many rows; the last of them ends in `…` when there is more. */
export const wrapWithin = (text: string, width: number, most: number): readonly string[] => {
	const rows = wrapWords(text, width);
	return rows.length <= most ? rows : rows.slice(0, Math.max(0, most)).map((row, index) => index === most - 1 ? cutText(`${row}…`, width) : row);
};

/** Sentences below each other in at most so many rows: where there are too few, the longest gives way, and the others stay whole. */
export const wrapSentences = (texts: readonly string[], width: number, most: number): readonly string[] => {
	const wrapped = texts.map(text => wrapWords(text, width));
	const all = wrapped.reduce((sum, {length}) => sum + length, 0);
	const longest = wrapped.reduce((found, {length}, index) => length > wrapped[found]!.length ? index : found, 0);
	return wrapped.flatMap((rows, index) => index === longest && all > most ? wrapWithin(texts[index]!, width, Math.max(1, rows.length - (all - most))) : rows).slice(0, Math.max(0, most));
};
