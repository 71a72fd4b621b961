import {fitText, textWidth} from '../../text/fit-text.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {span, type Line, type Span, type Tone} from '../../drawing/line.ts';
import {stepRight, type Editor} from './state.ts';

const tail = (text: string, width: number): string => {
	let cut = text;
	while (cut !== '' && textWidth(cut) > width) {
		cut = [...cut].slice(Math.max(1, Math.floor((textWidth(cut) - width) / 2))).join('');
	}

	return cut;
};

/** What stands from `markAt` on is toned as a mistake. */
const toned = (shown: string, start: number, markAt: number): readonly Span[] => {
	const place = Math.max(0, Math.min(shown.length, markAt - start));
	const mistaken: Tone = 'bad';
	return [span(shown.slice(0, place)), span(shown.slice(place), mistaken)];
};

/** The line in `width` columns with its cursor drawn; a long text slides so that the cursor stays in view. */
export const editorLine = ({text, at}: Editor, width: number, markAt = Number.MAX_SAFE_INTEGER): Line => {
	const next = stepRight(text, at);
	const under = visibleText(text.slice(at, next)) || ' ';
	const near = Math.max(0, width) * 16 + 64;
	const before = tail(visibleText(text.slice(Math.max(0, at - near), at)), width - textWidth(under) - 1);
	const after = fitText(visibleText(text.slice(next, next + near)), width - textWidth(before) - textWidth(under));
	return [...toned(before, at - before.length, markAt), span(under, 'cursor'), ...toned(after, next, markAt)];
};
