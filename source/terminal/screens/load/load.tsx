import type {ReactNode} from 'react';
import {Box} from 'ink';
import {visibleText} from '../../../document/visible-text.ts';
import {layoutOf} from '../../app/layout.ts';
import type {State} from '../../app/state.ts';
import {LineView, LinesView} from '../../drawing/line-view.tsx';
import {hintLine, type Hint} from '../../drawing/hints.ts';
import {rule, span, type Line} from '../../drawing/line.ts';
import {cutMiddle} from '../../text/fit-text.ts';
import type {Theme} from '../../theme.ts';
import {framed} from '../explore/explore.tsx';
import {footerLine} from '../explore/footer-line.ts';
import {loadedPart, loadLines} from './load-lines.ts';

const statusText = ({load}: State): string => ({
	running: ` partial · loading ${Math.floor(loadedPart(load) * 100)} % `, cancelled: ' stopped ', failed: ' not loaded ', complete: ' ',
})[load.status];

const header = (state: State): Line => rule(
	[span('┌ ', 'quiet'), span('whosaw', 'accent'), span(`  ${cutMiddle(visibleText(state.title), Math.floor(state.size.columns / 3))} `, 'strong')],
	[span(statusText(state), state.load.status === 'running' ? 'accent' : 'warning'), span('─┐', 'quiet')],
	state.size.columns,
);

const hints = ({load}: State): readonly Hint[] => load.status === 'running'
	? [['Esc', 'stop'], ['m', 'mask'], ['z', 'zone'], ['?', 'keys'], ['q', 'leave']]
	: [['r', 'again'], ['?', 'keys'], ['q', 'leave']];

const footer = (state: State, width: number): Line => state.message === undefined && state.layers.length === 0 ? hintLine(hints(state), width) : footerLine(state, width);

/** The files while they are read, with their first records at once. */
export const Load = ({state, theme}: {readonly state: State; readonly theme: Theme}): ReactNode => {
	const {columns, rows, inner} = layoutOf(state);
	const lines = loadLines(state, {width: inner - 2, height: rows - 4});
	return (
		<Box flexDirection='column' width={columns} height={rows}>
			<LineView line={header(state)} theme={theme}/>
			<LinesView lines={lines.map(line => framed(line, inner))} theme={theme}/>
			<LineView line={[span(`├${'─'.repeat(inner)}┤`, 'quiet')]} theme={theme}/>
			<LineView line={framed(footer(state, inner - 2), inner)} theme={theme}/>
			<LineView line={[span(`└${'─'.repeat(inner)}┘`, 'quiet')]} theme={theme}/>
		</Box>
	);
};
