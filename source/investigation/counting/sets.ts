import {addRow, copyNumbers, emptyMatch, type Match} from '../../counting/match.ts';
import type {Filter, Test} from '../../filter/filter.ts';
import {streamRows, type Blocks} from '../../store/questions/access-ids.ts';
import {keyOfField, streamMatchingCodes} from '../../store/questions/code-columns.ts';
import type {Context} from '../context.ts';
import type {Ask} from '../investigation.ts';
import {rowsOfBlock, type LaidOut} from './lay-out.ts';

type Leaf = Extract<Filter, {readonly kind: 'match'}>;
type Within = Extract<Test, {readonly kind: 'within'}>;

/** More blocks than this are not worth naming to the store: it is asked of all. */
const mostBlocks = 256;
const numbersOfBlock = rowsOfBlock / 32;

/** What a part of a filter matches, found without asking the store of every record. */
export type Sets = {
	/** All leaves of a filter are of this kind. */
	readonly isLaidOut: (filter: Filter) => boolean;
	readonly ofLeaf: (leaf: Leaf, ask: Ask) => Promise<Match>;
	/** Asks the store: of every record, or of those of some blocks. */
	readonly stored: (ask: Ask, into?: {readonly match: Match; readonly only: Blocks}) => Promise<Match>;
};

const isReasoned = ({field, test}: Leaf): boolean => field === 'reason' && test.kind === 'present';

/** Blocks that lie wholly in a range, and those that may do so in part. */
const blocksWithin = ({first, last}: LaidOut['times'], {from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY}: Within): {readonly whole: readonly number[]; readonly part: readonly number[]} => {
	const [whole, part]: [number[], number[]] = [[], []];
	for (const [block, begin] of first.entries()) {
		const end = last[block]!;
		if (begin >= from && end < to) {
			whole.push(block);
		} else if (end >= from && begin < to) {
			part.push(block);
		}
	}

	return {whole, part};
};

export const setsOf = (context: Context, {columns, counters, kept, reasoned, times}: LaidOut): Sets => {
	const stored: Sets['stored'] = async (ask, into) => context.question(ask, async question => {
		const match = into?.match ?? emptyMatch(columns.rows);
		for await (const [found] of streamRows(question, into?.only)) {
			for (const row of found!) {
				addRow(match, row);
			}
		}

		return match;
	});

	const withCodes = async (leaf: Leaf, ask: Ask): Promise<Match> => {
		const field = keyOfField[leaf.field]!;
		const wanted = new Uint8Array(columns.highest[field] + 1);
		await context.question({...ask, filter: leaf}, async ({session, condition, signal}) => {
			for await (const [codes] of streamMatchingCodes(session, field, condition, signal)) {
				for (const code of codes!) {
					wanted[code] = 1;
				}
			}
		});
		return counters.codes(field, wanted, kept);
	};

	const within = async (test: Within, ask: Ask): Promise<Match> => {
		const {whole, part} = blocksWithin(times, test);
		if (part.length > mostBlocks) {
			return stored(ask);
		}

		const match = emptyMatch(columns.rows);
		for (const block of whole) {
			copyNumbers(kept, match, block * numbersOfBlock, (block + 1) * numbersOfBlock);
		}

		return part.length === 0 ? match : stored(ask, {match, only: {rowsOfBlock, blocks: part}});
	};

	const isLeaf = (leaf: Leaf): boolean => keyOfField[leaf.field] !== undefined || leaf.test.kind === 'within' || isReasoned(leaf);
	const isLaidOut = (filter: Filter): boolean => {
		switch (filter.kind) {
			case 'all': {
				return true;
			}

			case 'match': {
				return isLeaf(filter);
			}

			case 'not': {
				return isLaidOut(filter.part);
			}

			default: {
				return filter.parts.every(part => isLaidOut(part));
			}
		}
	};

	return {
		isLaidOut, stored,
		async ofLeaf(leaf, ask) {
			if (isReasoned(leaf)) {
				return reasoned;
			}

			if (leaf.test.kind === 'within') {
				return within(leaf.test, {...ask, filter: leaf});
			}

			return keyOfField[leaf.field] === undefined ? stored({...ask, filter: leaf}) : withCodes(leaf, ask);
		},
	};
};
