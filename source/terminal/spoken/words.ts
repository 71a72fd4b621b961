import {formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import {stepRight, type Editor} from '../components/line-editor/state.ts';
import type {Hint} from '../drawing/hints.ts';

/** `22 of 5,558` */
export const position = (cursor: number, count: number): string => `${formatNumber(cursor + 1)} of ${formatNumber(count)}`;

/** Signs that a screen reader leaves out or names in many ways. */
const keyNames: Readonly<Record<string, string>> = {
	'?': 'question mark', '/': 'slash', ':': 'colon', '+': 'plus', '-': 'minus', '[': 'left bracket', ']': 'right bracket', '↓': 'down', '↑': 'up', '←': 'left', '→': 'right',
};

const keyWords = (key: string): string => key.split(' ').map(part => keyNames[part] ?? part).join(' ');

/** More than these nobody keeps in mind; the help has all. */
const mostKeys = 8;

export const keysLine = (hints: readonly Hint[]): readonly string[] => hints.length === 0 ? [] : [`Keys: ${hints.slice(0, mostKeys).map(([key, does]) => `${keyWords(key)} for ${does}`).join('; ')}`];

/** A line that is being typed, and where its cursor stands when that is not the end. */
export const editorWords = ({text, at}: Editor): string => {
	const shown = text === '' ? 'empty' : `“${visibleText(text)}”`;
	return at >= text.length ? shown : `${shown}, cursor before “${visibleText(text.slice(at, stepRight(text, at)))}”`;
};

/** A sentence when there is something to say. */
export const sentence = (...parts: ReadonlyArray<string | undefined>): string => parts.filter(part => part !== undefined && part !== '').join(', ');

/** The three counts of a case stand in a column without their unit. */
export const countWords = (text: string): string => text.replace(/^([\d,]+), (?=accessed|without|corroborated)/, '$1 customers ');
