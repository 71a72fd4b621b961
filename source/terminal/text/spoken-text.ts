import {stripVTControlCharacters} from 'node:util';

/** What only draws: frames, bars, boxes. */
const drawn = /[─-▟]+/gu;

/** Signs before rows: what they mean is said in words. */
const signs = /[■-◿✓]+/gu;

/** Wide enough for anything that is said in one line: nothing is broken for the ear. */
export const earWidth = 2000;

/** The words of a line that was made for the eye. */
export const spokenText = (line: string): string => stripVTControlCharacters(line).replaceAll(drawn, ' ').replaceAll(/ {2,}/g, '  ').trim();

/** The words of a line in pieces: what blanks and dots keep apart for the eye, commas keep apart for the ear. */
export const said = (line: ReadonlyArray<{readonly text: string}>): string => spokenText(line.map(({text}) => text).join(''))
	.replaceAll(signs, ' ')
	.trim()
	.replace(/^✕ /u, 'Problem: ')
	.replaceAll(/ ?✕/gu, '')
	.replaceAll(/ {2,}|(?:^| )·(?: |$)/g, ', ')
	.replaceAll(/(?:, )+/g, ', ')
	.replaceAll(/^, |[ ,]+$/g, '');
