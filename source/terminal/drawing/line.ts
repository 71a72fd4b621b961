import {cutText, textWidth} from '../text/fit-text.ts';

/** What a piece of text is, never how it looks: the theme decides that. No meaning hangs on a tone alone. */
export type Tone = 'plain' | 'quiet' | 'strong' | 'accent' | 'bad' | 'good' | 'warning' | 'chosen' | 'aside' | 'cursor';

export type Span = {readonly text: string; readonly tone: Tone};

/** One row of the screen. Texts in it are visible text already: nothing of a log reaches a terminal raw. */
export type Line = readonly Span[];

export const span = (text: string, tone: Tone = 'plain'): Span => ({text, tone});

export const lineWidth = (line: Line): number => line.reduce((width, {text}) => width + textWidth(text), 0);

/** The whole line in one tone, for what is stale or chosen. */
export const inTone = (line: Line, tone: Tone): Line => line.map(({text}) => span(text, tone));

export const lineText = (line: Line): string => line.map(({text}) => text).join('');

/** Exactly `width` columns: cut with `…`, or filled with blanks in the tone given. */
export const fitLine = (line: Line, width: number, fill: Tone = 'plain'): Line => {
	const fitted: Span[] = [];
	let left = width;
	for (const {text, tone} of line) {
		const cut = cutText(text, left);
		fitted.push({text: cut, tone});
		left -= textWidth(cut);
		if (cut !== text) {
			break;
		}
	}

	return left > 0 ? [...fitted, span(' '.repeat(left), fill)] : fitted;
};

/** The left part, blanks, the right part: exactly `width` columns. The right part stays whole as long as it fits. */
export const spread = (left: Line, right: Line, width: number): Line => {
	const room = width - lineWidth(right);
	return right.length === 0 ? fitLine(left, width) : room < 1 ? fitLine(right, width) : [...fitLine(left, room), ...right];
};

/** A row between the two sides of the frame, `inner` columns apart. */
export const framed = (line: Line, inner: number): Line => [span('│ ', 'quiet'), ...fitLine(line, inner - 2), span(' │', 'quiet')];

/** Neighbours of one tone as one span: each is a node for Ink to lay out. */
export const merged = (line: Line): Line => {
	const spans: Span[] = [];
	for (const {text, tone} of line) {
		const last = spans.at(-1);
		if (last?.tone === tone) {
			spans[spans.length - 1] = {text: last.text + text, tone};
		} else if (text !== '') {
			spans.push({text, tone});
		}
	}

	return spans;
};

/** A rule with texts set into it: `├ Employees ──── ev. cust.┤`. */
export const rule = (left: Line, right: Line, width: number, tone: Tone = 'quiet'): Line => {
	const gap = width - lineWidth(left) - lineWidth(right);
	return gap < 0 ? fitLine(left, width) : [...left, span('─'.repeat(gap), tone), ...right];
};
