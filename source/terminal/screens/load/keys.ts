import type {State} from '../../app/state.ts';
import type {Action} from '../../app/actions.ts';
import type {Press} from '../../keymap/press.ts';
import {appWideKeys} from './app-wide-keys.ts';
import {doubtKeys} from './doubt-keys.ts';

/** Columns are said anew from the beginning; what came through a pipe cannot be read a second time. */
const reviewColumns = ({load, request}: State): readonly Action[] => request.paths.includes('-')
	? [{type: 'say', message: 'Standard input is read once; say the columns with --map role=column.'}]
	: [{type: 'load-again', now: load.now, review: true}];

/** While files are read, and after that failed or was stopped. */
export const loadKeys = (state: State, press: Press): readonly Action[] => {
	const {load} = state;
	if (load.asked) {
		return doubtKeys(load.asked, state, press);
	}

	const running = load.status === 'running';
	switch (press.chord) {
		case 'escape': {
			return running ? [{type: 'load-cancelled'}] : [{type: 'say', message: 'r loads again, q leaves.'}];
		}

		case 'enter': {
			return running ? [{type: 'say', message: 'Taken as it stands; it opens when everything is loaded.'}] : [];
		}

		case 'C': {
			return reviewColumns(state);
		}

		case 'r': {
			return running ? [] : [{type: 'load-again', now: load.now}];
		}

		default: {
			return appWideKeys(state, press);
		}
	}
};
