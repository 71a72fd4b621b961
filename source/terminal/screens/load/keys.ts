import type {State} from '../../app/state.ts';
import type {Action} from '../../app/actions.ts';
import type {Press} from '../../keymap/press.ts';
import {askToQuit} from '../../keymap/app-commands.ts';
import {perform} from '../../keymap/command.ts';
import {commandById} from '../../keymap/commands.ts';

/** While files are read, and after that failed or was stopped. */
export const loadKeys = (state: State, {chord}: Press): readonly Action[] => {
	const running = state.load.status === 'running';
	switch (chord) {
		case 'escape': {
			return running ? [{type: 'load-cancelled'}] : [{type: 'say', message: 'r loads again, q leaves.'}];
		}

		case 'r': {
			return running ? [] : [{type: 'load-again', now: state.load.now}];
		}

		case 'q': {
			return askToQuit;
		}

		case 'e': {
			return perform(commandById('export'), state);
		}

		case 'm': {
			return perform(commandById('mask'), state);
		}

		case 'z': {
			return perform(commandById('zone'), state);
		}

		case '?': {
			return perform(commandById('help'), state);
		}

		default: {
			return [];
		}
	}
};
