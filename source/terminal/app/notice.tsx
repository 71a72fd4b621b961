import type {ReactNode} from 'react';
import {Box} from 'ink';
import {visibleText} from '../../document/visible-text.ts';
import {framed, span, type Line} from '../drawing/line.ts';
import {LinesView} from '../drawing/line-view.tsx';
import {wrapWithin} from '../drawing/wrap.ts';
import type {Theme} from '../theme.ts';
import {saidText} from './blinding.ts';
import {layoutOf} from './layout.ts';
import type {State} from './state.ts';

/** More rows than this no sentence takes. */
const mostRows = 5;

/** A sentence that is longer than the footer, whole, in as many rows as it takes above the lower edge; nothing where the footer holds it. */
export const noticeLines = (state: State): readonly Line[] => {
	const {inner} = layoutOf(state);
	const rows = state.message === undefined ? [] : wrapWithin(visibleText(saidText(state.message, state)), inner - 2, mostRows);
	return rows.length < 2 ? [] : [[span(`├${'─'.repeat(inner)}┤`, 'quiet')], ...rows.map(row => framed([span(row, 'strong')], inner))];
};

/** Lies over the last rows of the screen, whichever it is, and over what lies on it. */
export const Notice = ({state, theme}: {readonly state: State; readonly theme: Theme}): ReactNode => {
	const lines = noticeLines(state);
	return lines.length === 0 ? null : (
		<Box position='absolute' marginLeft={0} marginTop={state.size.rows - 1 - lines.length} flexDirection='column'>
			<LinesView lines={lines} theme={theme}/>
		</Box>
	);
};
