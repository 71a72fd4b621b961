import {unseen} from '../document/known-accounts.ts';
import {unquoted, unquotedNext} from '../document/unquoted.ts';
import {ExpectedError} from '../errors.ts';
import type {Pseudonyms} from './pseudonyms.ts';

const maybe = (text: string | undefined, say: (text: string) => string): string | undefined => text === undefined ? undefined : say(text);

/** An error as it may be told where accounts are hidden. What was typed wrong is told as it was typed; `by` is absent while nobody is known. */
export const blindError = (error: unknown, by?: Pseudonyms): unknown => {
	if (!(error instanceof ExpectedError) || error.exitCode === 2) {
		return error;
	}

	const say = by ? by.shown : unquoted;
	const where = maybe(error.where, by ? say : () => `${unseen}  (whom it names is not known; without --blind it is said)`);
	const next = maybe(error.next, by ? say : unquotedNext);
	// Without its cause, which quotes the same.
	return new ExpectedError(say(error.message), {exitCode: error.exitCode, ...(where === undefined ? {} : {where}), ...(next === undefined ? {} : {next})});
};
