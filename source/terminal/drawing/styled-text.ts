import {styleText} from 'node:util';
import type {Style, Theme} from '../theme.ts';
import {merged, type Line} from './line.ts';
import {toneStyle} from './tone-style.ts';

type Format = Extract<Parameters<typeof styleText>[0], string>;

const formatsOf = ({color, backgroundColor, bold, dimColor, inverse, underline}: Style): readonly Format[] => [
	...(color === undefined ? [] : [color as Format]),
	...(backgroundColor === undefined ? [] : [`bg${backgroundColor[0]!.toUpperCase()}${backgroundColor.slice(1)}` as Format]),
	...(bold ? ['bold' as const] : []), ...(dimColor ? ['dim' as const] : []), ...(inverse ? ['inverse' as const] : []), ...(underline ? ['underline' as const] : []),
];

/** A line with the escape sequences of its tones, for what is drawn before Ink is there to do it. */
export const styledText = (line: Line, theme: Theme): string => merged(line).map(({text, tone}) => {
	const formats = formatsOf(toneStyle(theme, tone) ?? {});
	return formats.length === 0 ? text : styleText([...formats], text, {validateStream: false});
}).join('');
