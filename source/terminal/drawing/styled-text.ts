import type {Theme} from '../theme.ts';
import type {Line} from './line.ts';
import {piecesOf, piecesText} from './pieces.ts';

/** A line with the escape sequences of its tones, for what is drawn before Ink is there to do it. */
export const styledText = (line: Line, theme: Theme): string => piecesText(piecesOf(line, theme));
