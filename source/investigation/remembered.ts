import {printFilter} from '../filter/print.ts';
import type {Ask} from './investigation.ts';
import {lastKept} from './last-kept.ts';

/** Answers that are kept: as many as a person goes back and forth between. */
const most = 64;

/**
Keeps the last answers to one question: what is loaded never changes, and people return to filters. Only what was answered is kept, so that a
question that was given up or failed is asked again.
*/
export const remembered = <Asked extends Ask, Answer>(ask: (asked: Asked) => Promise<Answer>): ((asked: Asked) => Promise<Answer>) => {
	const answers = lastKept<Answer>(most);
	return async asked => {
		const key = JSON.stringify({...asked, filter: printFilter(asked.filter), signal: undefined});
		return answers.keep(key, answers.get(key) ?? await ask(asked));
	};
};
