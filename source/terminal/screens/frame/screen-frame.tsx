import type {ReactNode} from 'react';
import {Box} from 'ink';
import {layoutOf} from '../../app/layout.ts';
import {isReading} from '../../app/overlay-box.ts';
import {screenTitle} from '../../app/screen.ts';
import type {State} from '../../app/state.ts';
import {framed, lineWidth, rule, span, type Line} from '../../drawing/line.ts';
import {LineView, LinesView} from '../../drawing/line-view.tsx';
import {footerLine} from '../explore/footer-line.ts';
import {headerLine} from '../explore/header-line.ts';
import {cutText} from '../../text/fit-text.ts';
import type {Theme} from '../../theme.ts';
import {secondLine} from './second-line.ts';

export type ScreenFrameProps = {
	readonly state: State;
	/** Exactly as many as `bodyBox` says, or fewer; each at most as wide. */
	readonly lines: readonly Line[];
	/** At the right end of the rule above them, such as the place of the cursor. */
	readonly aside?: string;
	readonly theme: Theme;
};

/** What every screen but Explore is drawn in: header, filter, a titled body, footer. */
export const ScreenFrame = ({state, lines, aside = '', theme}: ScreenFrameProps): ReactNode => {
	const {inner, columns, rows} = layoutOf(state);
	const height = Math.max(1, rows - 6);
	const covered = state.layers.some(({kind}) => isReading(kind));
	const body = Array.from({length: height}, (_, index) => framed(lines[index] ?? [], inner));
	const named: Line = [span('├─', 'quiet'), span(`▸${screenTitle(state.screen)} `, 'accent')];
	const beside = cutText(aside, Math.max(0, columns - lineWidth(named) - 4));
	const title = rule(named, [span(beside === '' ? '' : ` ${beside} `, 'quiet'), span('┤', 'quiet')], columns);
	return (
		<Box flexDirection='column' width={columns} height={rows}>
			<LineView line={headerLine(state)} theme={theme}/>
			<LineView line={framed(secondLine(state, inner - 2), inner)} theme={theme}/>
			{covered ? <Box height={height + 2}/> : <LinesView lines={[title, ...body, [span(`├${'─'.repeat(inner)}┤`, 'quiet')]]} theme={theme}/>}
			<LineView line={framed(footerLine(state, inner - 2), inner)} theme={theme}/>
			<LineView line={[span(`└${'─'.repeat(inner)}┘`, 'quiet')]} theme={theme}/>
		</Box>
	);
};
