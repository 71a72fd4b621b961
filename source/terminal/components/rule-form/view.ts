import {formatCount} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {RuleLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line} from '../../drawing/line.ts';
import {maskText} from '../../drawing/masking.ts';
import {wrapVerbatim, wrapWords} from '../../drawing/wrap.ts';
import {shellWord} from '../command-line/view.ts';
import {editorLine, restingText} from '../line-editor/view.ts';
import {cutText} from '../../text/fit-text.ts';
import {typeNames} from './types.ts';

const labels = {types: 'data    ', pattern: 'pattern ', path: 'file    '} as const;

const field = (layer: RuleLayer, part: RuleLayer['part'], width: number): Line => layer.part === part && layer.status.is !== 'done'
	? [span(labels[part], 'accent'), ...editorLine(layer[part], width - 8)]
	: [span(labels[part], 'quiet'), span(restingText(layer[part], width - 8))];

const words = (text: string, width: number): readonly Line[] => wrapWords(visibleText(text), width).map((row): Line => [span(row, 'quiet')]);

const help = ({request}: State, layer: RuleLayer, width: number): readonly Line[] => {
	switch (layer.part) {
		case 'types': {
			return words(`${typeNames.join(' ')} custom:NAME`, width);
		}

		case 'pattern': {
			return words('* stands for any text, ? for any character; /…/ is a regular expression. The first rule that matches wins.', width);
		}

		case 'path': {
			return words(request.rules?.includes(layer.path.text) ? 'The rule is added at the end of your rules.' : 'No --rules names this file yet. Enter adds the rule to it, and begins it when it is not there; Esc writes nothing.', width);
		}
	}
};

const outcome = (state: State, layer: RuleLayer, width: number): readonly Line[] => {
	if (layer.status.is === 'done') {
		return [
			[span('✓ ', 'good'), span(`rule ${visibleText(layer.status.id)} is written`, 'strong')],
			...words('The figures here rest on the rules as they were loaded. Loading again applies this one:', width),
			...wrapVerbatim(`--rules ${shellWord(visibleText(layer.status.path))}`, width).map((row): Line => [span(row, 'accent')]),
		];
	}

	const problem = layer.status.problem === undefined ? [] : wrapWords(visibleText(layer.status.problem), width - 2).map((row, index): Line => [span(index === 0 ? '✕ ' : '  ', 'bad'), span(row, 'warning')]);
	return [...problem, ...(layer.status.is === 'writing' ? words('writing…', width) : help(state, layer, width))];
};

/** Which data a value reaches, for which values that holds, and where it is written. */
export const ruleLines = (state: State, layer: RuleLayer, {width}: {readonly width: number}): readonly Line[] => {
	const value = visibleText(layer.about.value);
	const [named, count] = [`${layer.about.field} `, `   ${formatCount(layer.about.records, 'record')}`];
	return [
		[span(named, 'quiet'), span(cutText(state.masked ? maskText(value) : value, width - named.length - count.length), 'strong'), span(count, 'quiet')],
		[],
		field(layer, 'types', width), field(layer, 'pattern', width), field(layer, 'path', width),
		[],
		...outcome(state, layer, width),
	];
};
