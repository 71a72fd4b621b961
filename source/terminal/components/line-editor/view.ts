import {graphemesOf} from '../../../document/graphemes.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {cutText, fitText, textWidth} from '../../text/fit-text.ts';
import {fitValue} from '../../text/fit-value.ts';
import {span, type Line, type Span, type Tone} from '../../drawing/line.ts';
import {stepRight, type Editor} from './state.ts';

/** As much of the end as fits, with `…` in front where something is missing. */
const endOf = (text: string, width: number, isWhole: boolean): string => {
	if (isWhole && textWidth(text) <= width) {
		return text;
	}

	const parts = [...graphemesOf(text)];
	let end = '';
	let left = width - 1;
	for (let part = parts.pop(); part !== undefined && textWidth(part) <= left; part = parts.pop()) {
		end = part + end;
		left -= textWidth(part);
	}

	return width > 0 ? `…${end}` : '';
};

/** What stands from a place on is toned as a mistake. */
const toned = (shown: string, place: number): readonly Span[] => {
	const at = Math.max(0, Math.min(shown.length, place));
	const mistaken: Tone = 'bad';
	return [span(shown.slice(0, at)), span(shown.slice(at), mistaken)];
};

/** The line in `width` columns with its cursor drawn; a long text slides so that the cursor stays in view. */
export const editorLine = ({text, at}: Editor, width: number, markAt = Number.MAX_SAFE_INTEGER): Line => {
	const next = stepRight(text, at);
	const under = cutText(visibleText(text.slice(at, next)), Math.max(1, Math.floor(width / 2))) || ' ';
	const near = Math.max(0, width) * 16 + 64;
	const from = Math.max(0, at - near);
	const passed = visibleText(text.slice(from, at));
	const before = endOf(passed, width - textWidth(under) - 1, from === 0);
	const after = fitText(visibleText(text.slice(next, next + near)), width - textWidth(before) - textWidth(under));
	// A character may be shown as several: places in what was typed are found again in what is shown.
	const shownUpTo = (start: number): number => visibleText(text.slice(start, Math.max(start, Math.min(markAt, start + near)))).length;
	return [
		...toned(before, markAt >= at ? before.length : shownUpTo(from) - passed.length + before.length), span(under, 'cursor'),
		...toned(after, shownUpTo(next)),
	];
};

/** What was typed, on a line that is not being edited. */
export const restingText = ({text}: Editor, width: number): string => fitValue(text, width).trimEnd();
