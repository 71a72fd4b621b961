import {visibleText} from '../../../document/visible-text.ts';
import {layoutOf} from '../../app/layout.ts';
import type {State} from '../../app/state.ts';
import {hintLine, type Hint} from '../../drawing/hints.ts';
import {framed, rule, span, type Line} from '../../drawing/line.ts';
import {cutMiddle} from '../../text/fit-text.ts';
import {footerLine} from '../explore/footer-line.ts';
import {doubtHints} from './doubt-lines.ts';
import {loadedPart, loadLines} from './load-lines.ts';

const statusText = ({load}: State): string => load.asked ? ' waiting for you ' : ({
	running: ` partial · loading ${Math.floor(loadedPart(load) * 100)} % `, cancelled: ' stopped ', failed: ' not loaded ', complete: ' ',
})[load.status];

const header = (state: State): Line => rule(
	[span('┌ ', 'quiet'), span('whosaw', 'accent'), span(`  ${cutMiddle(visibleText(state.title), Math.floor(state.size.columns / 3))} `, 'strong')],
	[span(statusText(state), state.load.status === 'running' ? 'accent' : 'warning'), span('─┐', 'quiet')],
	state.size.columns,
);

export const loadHints = ({load}: State): readonly Hint[] => {
	if (load.asked) {
		return doubtHints[load.asked.kind];
	}

	return load.status === 'running'
		? [['Esc', 'stop'], ...(load.files.some(({mapping = {}}) => Object.keys(mapping).length > 0) ? [['C', 'other columns'] as const] : []), ['m', 'mask'], ['z', 'zone'], ['?', 'keys'], ['q', 'leave']]
		: [['r', 'again'], ['?', 'keys'], ['q', 'leave']];
};

const footer = (state: State, width: number): Line => state.message === undefined && state.layers.length === 0 ? hintLine(loadHints(state), width) : footerLine(state, width);

/** The files while they are read, with their first records at once: every row of the screen. */
export const loadScreen = (state: State): readonly Line[] => {
	const {rows, inner} = layoutOf(state);
	return [
		header(state),
		...loadLines(state, {width: inner - 2, height: rows - 4}).map(line => framed(line, inner)),
		[span(`├${'─'.repeat(inner)}┤`, 'quiet')],
		framed(footer(state, inner - 2), inner),
		[span(`└${'─'.repeat(inner)}┘`, 'quiet')],
	];
};
