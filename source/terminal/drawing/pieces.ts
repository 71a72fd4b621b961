import {styleText} from 'node:util';
import {textWidth} from '../text/fit-text.ts';
import type {Style, Theme} from '../theme.ts';
import {merged, type Line} from './line.ts';
import {toneStyle} from './tone-style.ts';

/** A text and how it looks; without a style, as the terminal shows any text. */
export type Piece = {readonly text: string; readonly style: Style | undefined};

/** One row, or a part of one. */
export type Pieces = readonly Piece[];

type Format = Extract<Parameters<typeof styleText>[0], string>;

const formatsOf = ({color, backgroundColor, bold, dimColor, inverse, underline}: Style): readonly Format[] => [
	...(color === undefined ? [] : [color as Format]),
	...(backgroundColor === undefined ? [] : [`bg${backgroundColor[0]!.toUpperCase()}${backgroundColor.slice(1)}` as Format]),
	...(bold ? ['bold' as const] : []), ...(dimColor ? ['dim' as const] : []), ...(inverse ? ['inverse' as const] : []), ...(underline ? ['underline' as const] : []),
];

/** What stands before and behind a text of a style, made once a style. */
const marks = new WeakMap<Style, readonly [string, string]>();

const marksOf = (style: Style): readonly [string, string] => {
	let known = marks.get(style);
	if (!known) {
		const formats = formatsOf(style);
		const [open = '', close = ''] = formats.length === 0 ? [] : styleText([...formats], '\0', {validateStream: false}).split('\0');
		known = [open, close];
		marks.set(style, known);
	}

	return known;
};

/** With the escape sequences of its styles. */
export const piecesText = (pieces: Pieces): string => {
	let all = '';
	for (const {text, style} of pieces) {
		if (style && text !== '') {
			const [open, close] = marksOf(style);
			all += open + text + close;
		} else {
			all += text;
		}
	}

	return all;
};

export const piecesWidth = (pieces: Pieces): number => pieces.reduce((width, {text}) => width + textWidth(text), 0);

export const piecesOf = (line: Line, theme: Theme): Pieces => merged(line).map(({text, tone}) => ({text, style: toneStyle(theme, tone)}));

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});

/** From one column to another. Half a wide character is a blank, so that what stands behind it keeps its place. */
const sliceText = (text: string, from: number, to: number): string => {
	if (/^[ -~]*$/.test(text)) {
		return text.slice(from, to);
	}

	let slice = '';
	let at = 0;
	for (const {segment} of graphemes.segment(text)) {
		const next = at + textWidth(segment);
		const inside = Math.min(next, to) - Math.max(at, from);
		slice += at >= from && next <= to ? segment : ' '.repeat(Math.max(0, inside));
		at = next;
	}

	return slice;
};

/** The columns from `from` up to `to`. */
export const slicePieces = (pieces: Pieces, from: number, to: number): Pieces => {
	let at = 0;
	return pieces.flatMap(({text, style}) => {
		const start = at;
		at += textWidth(text);
		return at <= from || start >= to ? [] : [{text: sliceText(text, Math.max(0, from - start), to - start), style}];
	});
};
