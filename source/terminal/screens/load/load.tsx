import type {ReactNode} from 'react';
import {Box} from 'ink';
import type {State} from '../../app/state.ts';
import {LinesView} from '../../drawing/line-view.tsx';
import type {Theme} from '../../theme.ts';
import {loadScreen} from './load-screen.ts';

/** The files while they are read. */
export const Load = ({state, theme}: {readonly state: State; readonly theme: Theme}): ReactNode => (
	<Box flexDirection='column' width={state.size.columns} height={state.size.rows}>
		<LinesView lines={loadScreen(state)} theme={theme}/>
	</Box>
);
