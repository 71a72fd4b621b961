import {unseen} from '../document/known-accounts.ts';
import {ExpectedError} from '../errors.ts';
import type {Pseudonyms} from './pseudonyms.ts';

/** What a sentence quotes, in whichever way. */
const quotes = /"[^"]*"?|“[^”]*”?|'[^']*'|\([^)]*\)/gu;

/** Before the accounts are known, no value that an error quotes is shown. */
const withoutQuotes = (text: string): string => text.replaceAll(quotes, unseen);

const maybe = (text: string | undefined, say: (text: string) => string): string | undefined => text === undefined ? undefined : say(text);

/** An error as it may be told where accounts are hidden. What was typed wrong is told as it was typed; `by` is absent while nobody is known. */
export const blindError = (error: unknown, by?: Pseudonyms): unknown => {
	if (!(error instanceof ExpectedError) || error.exitCode === 2) {
		return error;
	}

	const say = by ? by.shown : withoutQuotes;
	const where = maybe(error.where, by ? say : () => `${unseen}  (whom it names is not known; without --blind it is said)`);
	// What there is to choose from is named behind a colon.
	const next = maybe(error.next, by ? say : text => withoutQuotes(text).replace(/^(\w+: ).*$/s, `$1${unseen}`));
	// Without its cause, which quotes the same.
	return new ExpectedError(say(error.message), {exitCode: error.exitCode, ...(where === undefined ? {} : {where}), ...(next === undefined ? {} : {next})});
};
