import type {ReactNode} from 'react';
import {Box} from 'ink';
import type {State} from '../../app/state.ts';
import {LinesView} from '../../drawing/line-view.tsx';
import type {Theme} from '../../theme.ts';
import {startScreen} from './start-lines.ts';

/** What one begins with when nothing was named. */
export const Start = ({state, theme}: {readonly state: State; readonly theme: Theme}): ReactNode => (
	<Box flexDirection='column' width={state.size.columns} height={state.size.rows}>
		<LinesView lines={startScreen(state)} theme={theme}/>
	</Box>
);
