import type {State} from '../../app/state.ts';
import {headingLine} from '../../drawing/facts.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';

/** A paragraph; or a heading, when it ends in a colon. */
export const wordPage = (paragraphs: readonly string[]) => (_: State, width: number): readonly Line[] => paragraphs.flatMap(text =>
	text.endsWith(':') ? [headingLine(text.slice(0, -1))] : [...wrapWords(text, Math.min(width, 92)).map((row): Line => [span(row)]), []]);
