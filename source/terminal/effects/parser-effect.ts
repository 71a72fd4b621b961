import {prepareParser} from '../../filter/syntax.ts';
import {isWorking} from '../app/working.ts';
import type {Effect} from './context.ts';

/** Has the parser of filters made once everything is loaded and answered, so that the first key of a filter is as quick as the second. */
export const parserEffect = (): Effect => {
	let isBegun = false;
	return {
		look(state) {
			if (!isBegun && state.facts && !isWorking(state)) {
				isBegun = true;
				void prepareParser();
			}
		},
		end() {
			// The thread ends by itself, and nobody waits for it.
		},
	};
};
