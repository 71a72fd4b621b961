import type {Action} from '../../app/actions.ts';
import type {State} from '../../app/state.ts';
import {askToQuit} from '../../keymap/app-commands.ts';
import {perform} from '../../keymap/command.ts';
import {commandById} from '../../keymap/commands.ts';
import type {Press} from '../../keymap/press.ts';

/** Commands that do their work before anything is loaded, by their keys. */
const byChord: Readonly<Record<string, string>> = {e: 'export', m: 'mask', b: 'blind', z: 'zone', '?': 'help', f1: 'help'};

export const appWideKeys = (state: State, {chord}: Press): readonly Action[] => {
	if (chord === 'q') {
		return askToQuit;
	}

	const id = byChord[chord];
	return id === undefined ? [] : perform(commandById(id), state);
};
