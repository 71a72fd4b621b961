import {visibleText} from '../../../document/visible-text.ts';
import type {FilterLayer} from '../../app/layer.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {sentences} from '../../text/sentences.ts';
import {editorLine} from '../line-editor/view.ts';
import {currentCompletions} from './keys.ts';

/** The filter in the place of its chips. What is not understood is marked where it stands. */
export const filterLine = ({editor, problem}: FilterLayer, width: number): Line => [
	span('filter ', 'accent'),
	...editorLine(editor, width - 7, problem?.at),
];

const problemLines = ({problem, editor}: FilterLayer, width: number): readonly Line[] => {
	if (!problem) {
		return [[span(editor.text.trim() === '' ? 'Everything. Such as  employee:E0042 data:email time:2020-10' : '✓ understood', 'quiet')]];
	}

	const place = problem.at === undefined ? '' : `column ${Array.from(editor.text.slice(0, problem.at)).length + 1}: `;
	const text = sentences(`${place}${problem.message}`, problem.next);
	return wrapWords(visibleText(text), width - 2).map((row, index) => [span(index === 0 ? '✕ ' : '  ', 'bad'), span(row, 'warning')]);
};

/** Below the line: whether it is understood, and what could stand at the cursor. */
export const filterPopup = (layer: FilterLayer, {width, height}: {readonly width: number; readonly height: number}): readonly Line[] => {
	const said = problemLines(layer, width);
	const completions = currentCompletions(layer);
	if (!completions) {
		return said;
	}

	const room = Math.max(1, height - said.length - 1);
	const {items, cursor} = completions;
	const top = Math.max(0, Math.min(cursor - Math.floor(room / 2), items.length - room));
	const shown = items.slice(top, top + room).map((item, index): Line => {
		const chosen = top + index === cursor;
		return [span(chosen ? '▸ ' : '  ', 'accent'), span(visibleText(item), chosen ? 'chosen' : 'plain'), span(chosen ? '  Tab takes it' : '', 'quiet')];
	});
	return [...said, [], ...shown];
};
