import {printFilter} from '../../../filter/print.ts';
import {conjuncts} from '../../../filter/conjuncts.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {TimeLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapWithin} from '../../drawing/wrap.ts';
import {fitText} from '../../text/fit-text.ts';
import {sentences} from '../../text/sentences.ts';
import {editorLine} from '../line-editor/view.ts';
import {presetsOf, readTime} from './keys.ts';

/** What the typed range means, as half-open instants, before it is taken. */
const meaning = (state: State, layer: TimeLayer, typed: string): Line => {
	if (typed.trim() === '') {
		return [span('any time', 'quiet')];
	}

	const reading = readTime(state, typed);
	if ('problem' in reading) {
		return layer.problem ? [] : [span(`… ${visibleText(reading.problem?.message ?? '')}`, 'quiet')];
	}

	const range = conjuncts(reading.filter).find(part => part.kind === 'match' && part.field === 'time');
	return [span('= ', 'quiet'), span(range ? printFilter(range) : 'any time', 'quiet')];
};

/** The range, what it means, and below the presets what can be typed. */
const aroundProblem = 5;

export const timePopup = (state: State, layer: TimeLayer, {width, height}: {readonly width: number; readonly height: number}): readonly Line[] => {
	const presets = presetsOf(state, layer);
	const problem = layer.problem ? wrapWithin(visibleText(sentences(layer.problem.message, layer.problem.next)), width - 2, Math.max(2, height - presets.length - aroundProblem)) : [];
	return [
		[span('range ', 'accent'), ...editorLine(layer.editor, width - 6)],
		meaning(state, layer, presets[layer.cursor]?.text ?? layer.editor.text),
		...problem.map((row, index): Line => [span(index === 0 ? '✕ ' : '  ', 'bad'), span(row, 'warning')]),
		...presets.map(({title, text}, index): Line => [
			span(index === layer.cursor ? '▸ ' : '  ', 'accent'),
			span(fitText(title, 34), index === layer.cursor ? 'chosen' : 'plain'), span(`  ${text}`, 'quiet'),
		]),
		[],
		[span('Such as 2020-10-01..2020-10-24   2020-10   2020-W41   last 7 days', 'quiet')],
		[span(`Days and clock times are those of ${state.view.zone}.`, 'quiet')],
	];
};
