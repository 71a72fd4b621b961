import type {Filter} from '../filter/filter.ts';
import {filterFromFlags, type FilterFlags} from '../filter/from-flags.ts';
import {needsNewest} from '../filter/parse.ts';
import {printFilter} from '../filter/print.ts';
import type {Flags} from '../options/flags.ts';
import {checkTimezone} from '../options/read-options.ts';
import type {Instant} from '../records/instant.ts';

/** What was asked, as far as it is known before anything is loaded. */
export type Question = {
	readonly displayTimezone: string;
	/** Absent when it counts back from the newest event, which only a load can tell. */
	readonly filter: Filter | undefined;
	/** The filter itself, once the newest event is known. */
	readonly resolve: (newest: Instant | undefined) => Filter;
};

const flagsBeside = (flags: Flags): FilterFlags => ({
	employee: flags.many('employee'),
	customer: flags.many('customer'),
	dataType: flags.many('data-type'),
	activity: flags.many('activity'),
	country: flags.many('country'),
	system: flags.many('system'),
	from: flags.one('from'),
	to: flags.one('to'),
});

/** The filter of --filter and of the flags beside it, parsed before any loading where that is possible: a mistake costs no time. */
export const questionOf = (flags: Flags): Question => {
	const displayTimezone = checkTimezone(flags.one('display-timezone') ?? 'UTC', '--display-timezone');
	const filter = flags.one('filter') ?? '';
	const resolve = (newest: Instant | undefined): Filter =>
		filterFromFlags({...flagsBeside(flags), filter}, {displayTimezone, ...(newest === undefined ? {} : {newest})});
	return {displayTimezone, resolve, filter: needsNewest(filter) ? undefined : resolve(undefined)};
};

/** The same as one text, for a face that edits it. */
export const questionText = (flags: Flags): string => {
	const {displayTimezone, filter} = questionOf(flags);
	const beside = printFilter(filterFromFlags(flagsBeside(flags), {displayTimezone}));
	return filter === undefined ? `${beside} (${flags.one('filter')})`.trimStart() : printFilter(filter);
};
