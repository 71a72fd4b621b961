import {textWidth} from '../text/fit-text.ts';

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});

/** Pieces of at most `width` columns, cut between whole characters: nothing of the text is left out. */
const hardWrap = (text: string, width: number): readonly string[] => {
	const pieces: string[] = [];
	let piece = '';
	let used = 0;
	for (const {segment} of graphemes.segment(text)) {
		const wide = textWidth(segment);
		if (used + wide > width && piece !== '') {
			pieces.push(piece);
			piece = '';
			used = 0;
		}

		piece += segment;
		used += wide;
	}

	return [...pieces, piece];
};

/** For evidence: every character stands where it stood, blanks too. */
export const wrapVerbatim = (text: string, width: number): readonly string[] => hardWrap(text, Math.max(1, width));

/** For sentences: breaks between words where it can. */
export const wrapWords = (text: string, width: number): readonly string[] => {
	const rows: string[] = [];
	let row = '';
	for (const word of text.split(' ')) {
		const longer = row === '' ? word : `${row} ${word}`;
		if (textWidth(longer) <= width) {
			row = longer;
		} else {
			const [first = '', ...rest] = hardWrap(word, Math.max(1, width)).toReversed();
			rows.push(...(row === '' ? [] : [row]), ...rest.toReversed());
			row = first;
		}
	}

	return [...rows, row];
};
