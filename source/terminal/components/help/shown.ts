import type {State} from '../../app/state.ts';
import type {Line} from '../../drawing/line.ts';
import {isOn} from '../../keymap/command.ts';
import {commands} from '../../keymap/commands.ts';
import {loadHints} from '../../screens/load/load-screen.ts';
import {startHints} from '../../screens/start/start-lines.ts';
import {keyLines, keysHere} from './view.ts';

/** The keys that hold where one is, before those of the screens that come. */
export const helpLines = (state: State, width: number): readonly Line[] => {
	const here = state.start ? startHints(state.start) : (state.facts ? undefined : loadHints(state));
	return [...here ? keysHere(here, width) : [], ...keyLines(commands.filter(command => isOn(command, state.screen)), width)];
};
