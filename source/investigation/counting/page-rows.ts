import {countBits, type Match} from '../../counting/match.ts';
import {rowsOfBlock, type TimeBlocks} from './lay-out.ts';

/** More rows than this are not worth naming to the store: it finds the page by itself. */
const mostRows = 4096;

export type PagePlace = {readonly offset: number; readonly limit: number; readonly descending: boolean};

/** Blocks of a load in an order of time: by where they begin, and by where they end. */
type Way = {
	readonly byBegin: readonly number[]; readonly byEnd: readonly number[];
	/** Where a block begins and ends in that order. */
	readonly begin: (block: number) => number; readonly end: (block: number) => number;
};

const wayOf = (blocks: readonly number[], begin: Way['begin'], end: Way['end']): Way =>
	({begin, end, byBegin: blocks.toSorted((one, other) => begin(one) - begin(other)), byEnd: blocks.toSorted((one, other) => end(one) - end(other))});

/**
Rows among which a page of a set in order of time must be: as many blocks as hold enough of the set, of those that end first, tell by when the page is
full, and whatever begins later is not on it. So a block in which one export ends and another begins, and that reaches from one end of the load to the
other, does no more than add its own rows. Undefined where the rows are too many.
*/
export const pageFinder = ({first, last}: TimeBlocks): ((match: Match, place: PagePlace) => readonly number[] | undefined) => {
	const blocks = [...first.keys()].filter(block => !Number.isNaN(first[block]!));
	const forward = wayOf(blocks, block => first[block]!, block => last[block]!);
	// Backwards time is negative: what is last begins first.
	const backward = wayOf(blocks, block => -last[block]!, block => -first[block]!);
	return (match, {offset, limit, descending}) => {
		const way = descending ? backward : forward;
		const full = offset + limit > mostRows ? undefined : fullAt(match, way, offset + limit);
		const rows: number[] = [];
		for (const block of full === undefined ? [] : way.byBegin) {
			if (way.begin(block) > full!) {
				break;
			}

			rows.push(...rowsIn(match, block));
			if (rows.length > mostRows) {
				return undefined;
			}
		}

		return full === undefined ? undefined : rows;
	};
};

/** By when so many of a set were; never, where the set has fewer. */
const fullAt = (match: Match, {byEnd, end}: Way, needed: number): number => {
	let found = 0;
	for (const block of byEnd) {
		found += countBits(match, block * rowsOfBlock, Math.min(match.length * 32, (block + 1) * rowsOfBlock));
		if (found >= needed) {
			return end(block);
		}
	}

	return Number.POSITIVE_INFINITY;
};

const rowsIn = (match: Match, block: number): readonly number[] => {
	const first = (block * rowsOfBlock) >>> 5;
	const rows: number[] = [];
	for (let place = first; place < Math.min(match.length, first + (rowsOfBlock / 32)); place++) {
		for (let bits = match[place]!; bits !== 0; bits &= bits - 1) {
			rows.push((place << 5) + 31 - Math.clz32(bits & -bits));
		}
	}

	return rows;
};
