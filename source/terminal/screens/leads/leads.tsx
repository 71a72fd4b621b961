import type {ReactNode} from 'react';
import {formatNumber} from '../../../document/format-number.ts';
import type {State} from '../../app/state.ts';
import type {Theme} from '../../theme.ts';
import {ScreenFrame} from '../frame/screen-frame.tsx';
import {leadsLines} from './leads-lines.ts';
import {leadEntries} from './leads-state.ts';

/** Where to look next, with a list or without one; what stands against it is always in view. */
export const Leads = ({state, theme}: {readonly state: State; readonly theme: Theme}): ReactNode => {
	const count = leadEntries(state.leads).length;
	return <ScreenFrame state={state} theme={theme} lines={leadsLines(state)} aside={count === 0 ? '' : `${formatNumber(state.leads.place.cursor + 1)} of ${formatNumber(count)}`}/>;
};
