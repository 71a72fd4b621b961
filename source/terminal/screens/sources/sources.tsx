import type {ReactNode} from 'react';
import {formatNumber} from '../../../document/format-number.ts';
import type {State} from '../../app/state.ts';
import type {Theme} from '../../theme.ts';
import {ScreenFrame} from '../frame/screen-frame.tsx';
import {sourcesLines} from './sources-lines.ts';

/** What became of every record, what the logs cover, and how each export was read. */
export const Sources = ({state, theme}: {readonly state: State; readonly theme: Theme}): ReactNode => {
	const {lines, count} = sourcesLines(state);
	return <ScreenFrame state={state} theme={theme} lines={lines} aside={`row ${formatNumber(state.sources.place.cursor + 1)} of ${formatNumber(count)}`}/>;
};
