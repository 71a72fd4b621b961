import {momentOfFlag} from '../filter/from-flags.ts';
import type {Flags} from '../options/flags.ts';
import type {Instant} from '../records/instant.ts';

/** `--surfaced DATE`: the beginning of the day or time, by the clock of `--display-timezone`. */
export const surfacedOf = (flags: Pick<Flags, 'one'>, displayTimezone: string): {readonly surfaced?: Instant} => {
	const text = flags.one('surfaced');
	return text === undefined ? {} : {surfaced: momentOfFlag('--surfaced', text, displayTimezone)};
};
