import type {ReactNode} from 'react';
import {bodyBox} from '../frame/body-box.ts';
import {pageWindow} from '../frame/page-keys.ts';
import {ScreenFrame} from '../frame/screen-frame.tsx';
import type {State} from '../../app/state.ts';
import type {Theme} from '../../theme.ts';
import {sourcesLines} from './sources-lines.ts';

export const Sources = ({state, theme}: {readonly state: State; readonly theme: Theme}): ReactNode => (
	<ScreenFrame state={state} theme={theme} {...pageWindow(sourcesLines(state, bodyBox(state).width), state)}/>
);
