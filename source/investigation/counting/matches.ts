import {addRow, combined, emptyMatch, type Match} from '../../counting/match.ts';
import {CancelledError} from '../../errors.ts';
import type {Filter} from '../../filter/filter.ts';
import {streamRows} from '../../store/questions/access-ids.ts';
import type {Context} from '../context.ts';
import type {Ask} from '../investigation.ts';
import type {LaidOut} from './lay-out.ts';

/** Sets of records that are kept: each is an eighth of a byte a record. */
const most = 32;

/** The records that match a filter, as sets. */
export type Matches = {readonly of: (ask: Ask) => Promise<Match>};

/**
The set of a filter from sets that are known: of a negation what it leaves of `kept`, of a conjunction what all its parts have. Whether a part is
false or unknown of a record is the same here: it does not match, and its negation does.
*/
const composed = (filter: Filter, kept: Match, known: (filter: Filter) => Match | undefined): Match | undefined => {
	const parts = (filters: readonly Filter[], way: (one: number, other: number) => number): Match | undefined => {
		const sets = filters.map(part => composed(part, kept, known));
		return sets.includes(undefined) ? undefined : (sets as readonly Match[]).reduce((one, other) => combined(one, other, way));
	};

	switch (filter.kind) {
		case 'all': {
			return kept;
		}

		case 'not': {
			const part = composed(filter.part, kept, known);
			return known(filter) ?? (part && combined(kept, part, (all, without) => all & ~without));
		}

		case 'and': {
			return known(filter) ?? parts(filter.parts, (one, other) => one & other);
		}

		case 'or': {
			return known(filter) ?? parts(filter.parts, (one, other) => one | other);
		}

		default: {
			return known(filter);
		}
	}
};

const hasReason: Filter = {kind: 'match', field: 'reason', test: {kind: 'present'}};

/** Finds and keeps the sets of the filters that were asked last. */
export const keepMatches = (context: Context, {kept, reasoned, columns: {rows}}: Pick<LaidOut, 'kept' | 'reasoned' | 'columns'>): Matches => {
	const known = new Map<string, Match>();
	const knownOf = (filter: Filter): Match | undefined => known.get(JSON.stringify(filter)) ?? (JSON.stringify(filter) === JSON.stringify(hasReason) ? reasoned : undefined);
	const asking = new Map<string, Promise<Match>>();
	const keep = (key: string, match: Match): Match => {
		// The last asked is the last let go.
		known.delete(key);
		known.set(key, match);
		const [oldest] = known.keys();
		if (known.size > most) {
			known.delete(oldest!);
		}

		return match;
	};

	const find = async (ask: Ask): Promise<Match> => context.question(ask, async question => {
		const match = emptyMatch(rows);
		for await (const [found] of streamRows(question)) {
			for (const row of found!) {
				addRow(match, row);
			}
		}

		return match;
	});

	const asked = async (ask: Ask, key: string): Promise<Match> => {
		const before = asking.get(key);
		if (before) {
			try {
				return await before;
			} catch (error) {
				// Whoever asked first gave it up, and we did not.
				if (!(error instanceof CancelledError) || ask.signal?.aborted) {
					throw error;
				}
			}
		}

		const finding = find(ask);
		asking.set(key, finding);
		try {
			return await finding;
		} finally {
			if (asking.get(key) === finding) {
				asking.delete(key);
			}
		}
	};

	return {
		async of(ask) {
			const key = JSON.stringify(ask.filter);
			return keep(key, composed(ask.filter, kept, knownOf) ?? await asked(ask, key));
		},
	};
};
