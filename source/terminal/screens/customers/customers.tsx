import type {ReactNode} from 'react';
import {formatNumber} from '../../../document/format-number.ts';
import type {State} from '../../app/state.ts';
import type {Theme} from '../../theme.ts';
import {ScreenFrame} from '../frame/screen-frame.tsx';
import {customerLines, customersAside} from './list-lines.ts';
import {storyLines} from './story-lines.ts';

/** Whom the filter reaches; or one of them, and everything that reached that one. */
export const Customers = ({state, theme}: {readonly state: State; readonly theme: Theme}): ReactNode => {
	const {opened} = state.customers;
	if (!opened) {
		return <ScreenFrame state={state} theme={theme} lines={customerLines(state)} aside={customersAside(state)}/>;
	}

	const {events = [], found = 0} = opened.story?.value ?? {};
	const aside = events.length === 0 ? '' : `${formatNumber(opened.place.cursor + 1)} of ${formatNumber(found)}`;
	return <ScreenFrame state={state} theme={theme} lines={storyLines(state, opened)} aside={aside}/>;
};
