import type {ReactNode} from 'react';
import {LinesView} from '../drawing/line-view.tsx';
import {span} from '../drawing/line.ts';
import type {State} from '../app/state.ts';
import {themes} from '../theme.ts';
import {spokenLines} from './spoken-lines.ts';

/** The app as sentences below each other. */
export const Spoken = ({state}: {readonly state: State}): ReactNode => <LinesView lines={spokenLines(state).map(text => [span(text)])} theme={themes.none}/>;
