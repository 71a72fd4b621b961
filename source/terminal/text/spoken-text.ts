import {stripVTControlCharacters} from 'node:util';

/** What only draws: frames, bars, boxes. */
const drawn = /[─-▟]+/gu;

/** The words of a line that was made for the eye. */
export const spokenText = (line: string): string => stripVTControlCharacters(line).replaceAll(drawn, ' ').replaceAll(/ {2,}/g, '  ').trim();
