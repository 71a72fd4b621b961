/* oxlint-disable no-control-regex -- escape sequences are the matter of this file */
import {stripVTControlCharacters} from 'node:util';
import {graphemesOf} from '../../document/graphemes.ts';
import {isNarrow, textWidth} from '../text/fit-text.ts';

/** An escape sequence, or what stands between two. */
const pieces = /\u001B\[[\d;:?]*[ -/]*[@-~]|\u001B|[^\u001B]+/gu;

const column = (at: number): string => `\u001B[${at + 1}G`;

/**
How wide an emoji, a joined or a combined character is, terminals do not agree on. Behind each such run the cursor is set to the column in
which the line goes on, so that what follows, and the frame, stand where they should on all of them. Lines without one come back as they are.
*/
export const anchoredLine = (line: string): string => {
	if (isNarrow(stripVTControlCharacters(line))) {
		return line;
	}

	let anchored = '';
	let at = 0;
	let isLoose = false;
	for (const [piece] of line.matchAll(pieces)) {
		if (piece.startsWith('\u001B')) {
			anchored += piece;
			continue;
		}

		for (const character of graphemesOf(piece)) {
			const isSure = isNarrow(character);
			anchored += isLoose && isSure ? column(at) + character : character;
			isLoose = !isSure;
			at += textWidth(character);
		}
	}

	return anchored;
};
