import type {State} from '../../app/state.ts';
import type {Line} from '../../drawing/line.ts';
import {earWidth, said} from '../../text/spoken-text.ts';

/** How long a text is, how much of it is in view, and how far a page goes. */
export type Extent = {readonly lines: number; readonly height: number; readonly page: number};

/** So many lines are skipped by a page that is only heard. */
const heardPage = 10;

/** The lines of a text that say something: nobody listens to a blank one. */
export const heardLines = (linesIn: (width: number) => readonly Line[]): readonly string[] => linesIn(earWidth).map(line => said(line)).filter(text => text !== '');

/** A text in its window; for the ear one line after the other. */
export const extentOf = (state: Pick<State, 'spoken'>, {width, height}: {readonly width: number; readonly height: number}, linesIn: (width: number) => readonly Line[]): Extent => state.spoken
	? {lines: heardLines(linesIn).length, height: 1, page: heardPage}
	: {lines: linesIn(width).length, height, page: Math.max(1, height - 1)};
