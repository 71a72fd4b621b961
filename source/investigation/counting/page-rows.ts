import type {Match} from '../../counting/match.ts';
import {rowsOfBlock, type TimeBlocks} from './lay-out.ts';

/** More rows than this are not worth naming to the store: it finds the page by itself. */
const mostRows = 4096;

export type PagePlace = {readonly offset: number; readonly limit: number; readonly descending: boolean};

type Way = {readonly blocks: readonly number[]; /** Where a block begins and ends in the order of the page. */ readonly begin: (block: number) => number; readonly end: (block: number) => number};

/**
Rows among which a page of a set in order of time must be: of the blocks of records that begin first, as many as hold enough of the set, and all that begin
before the last of these ends. Undefined where those are too many.
*/
export const pageFinder = ({first, last}: TimeBlocks): ((match: Match, place: PagePlace) => readonly number[] | undefined) => {
	const blocks = [...first.keys()].filter(block => !Number.isNaN(first[block]!));
	const forward: Way = {blocks: blocks.toSorted((one, other) => first[one]! - first[other]!), begin: block => first[block]!, end: block => last[block]!};
	// Backwards time is negative: what is last begins first.
	const backward: Way = {blocks: blocks.toSorted((one, other) => last[other]! - last[one]!), begin: block => -last[block]!, end: block => -first[block]!};
	return (match, {offset, limit, descending}) => {
		const way = descending ? backward : forward;
		const needed = offset + limit;
		if (needed > mostRows) {
			return undefined;
		}

		const rows: number[] = [];
		let end = Number.NEGATIVE_INFINITY;
		for (const block of way.blocks) {
			if (rows.length >= needed && way.begin(block) > end) {
				break;
			}

			const found = rowsIn(match, block);
			rows.push(...found);
			if (rows.length > mostRows) {
				return undefined;
			}

			// A block without any of the set decides nothing.
			end = found.length > 0 ? Math.max(end, way.end(block)) : end;
		}

		return rows;
	};
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
