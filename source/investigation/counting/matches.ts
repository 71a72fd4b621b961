import {combined, type Match, type Way} from '../../counting/match.ts';
import {CancelledError} from '../../errors.ts';
import {allOf} from '../../filter/build.ts';
import type {Filter} from '../../filter/filter.ts';
import type {Context} from '../context.ts';
import type {Ask} from '../investigation.ts';
import {lastKept} from '../last-kept.ts';
import type {LaidOut} from './lay-out.ts';
import {setsOf} from './sets.ts';

/** Sets of records that are kept: each is an eighth of a byte a record. */
const most = 32;

/** The records that match a filter, as sets. */
export type Matches = {readonly of: (ask: Ask) => Promise<Match>};

/** Keeps the sets that were asked last, and asks for none twice at a time. */
const keeper = () => {
	const {get, keep} = lastKept<Match>(most);
	const asking = new Map<string, Promise<Match>>();
	return async (filter: Filter, {signal}: Ask, find: () => Promise<Match>): Promise<Match> => {
		const key = JSON.stringify(filter);
		const before = get(key) ?? asking.get(key);
		if (before) {
			try {
				return keep(key, await before);
			} catch (error) {
				// Whoever asked first gave it up, and we did not.
				if (!(error instanceof CancelledError) || signal?.aborted) {
					throw error;
				}
			}
		}

		const finding = find();
		asking.set(key, finding);
		try {
			return keep(key, await finding);
		} finally {
			if (asking.get(key) === finding) {
				asking.delete(key);
			}
		}
	};
};

/**
Finds the set of a filter from those of its parts. Whether a part is false or unknown of a record is the same here: it does not match, and its negation
does.
*/
export const keepMatches = (context: Context, laidOut: LaidOut): Matches => {
	const {kept} = laidOut;
	const sets = setsOf(context, laidOut);
	const keeping = keeper();
	const of = async (ask: Ask, filter: Filter): Promise<Match> => filter.kind === 'all' ? kept : keeping(filter, ask, async () => find(ask, filter));
	const put = async (ask: Ask, parts: readonly Filter[], way: Way): Promise<Match> =>
		(await Promise.all(parts.map(async part => of(ask, part)))).reduce((one, other) => combined(one, other, way));

	const find = async (ask: Ask, filter: Filter): Promise<Match> => {
		if (filter.kind === 'match') {
			return sets.ofLeaf(filter, ask);
		}

		if (sets.isLaidOut(filter)) {
			return filter.kind === 'not' ? combined(kept, await of(ask, filter.part), 'without') : (filter.kind === 'all' ? kept : put(ask, filter.parts, filter.kind));
		}

		// Of a conjunction the store is asked what must be asked, in one question.
		const laidOutParts = filter.kind === 'and' ? filter.parts.filter(part => sets.isLaidOut(part)) : [];
		if (filter.kind !== 'and' || laidOutParts.length === 0) {
			return sets.stored({...ask, filter});
		}

		return put(ask, [...laidOutParts, allOf(filter.parts.filter(part => !sets.isLaidOut(part)))], 'and');
	};

	return {of: async ask => of(ask, ask.filter)};
};
