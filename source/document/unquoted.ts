import {unseen} from './known-accounts.ts';

/** What a sentence quotes, in whichever way. */
const quotes = /"[^"]*"?|“[^”]*”?|'[^']*'|\([^)]*\)/gu;

/** An error, of which no value is shown that it quotes: for as long as nobody knows which of them names an account. */
export const unquoted = (text: string): string => text.replaceAll(quotes, unseen);

/** The same of what to do next: what there is to choose from is named behind a colon. */
export const unquotedNext = (text: string): string => unquoted(text).replace(/^(\w+: ).*$/s, `$1${unseen}`);
