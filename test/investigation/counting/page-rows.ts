import test from 'ava';
import {addRow, emptyMatch, hasRow, type Match} from '../../../source/counting/match.ts';
import {rowsOfBlock, type TimeBlocks} from '../../../source/investigation/counting/lay-out.ts';
import {pageFinder, type PagePlace} from '../../../source/investigation/counting/page-rows.ts';
import {makeDice} from '../../helpers/world-dice.ts';

const blocksOf = (times: readonly number[]): TimeBlocks => {
	const blocks = Array.from({length: Math.ceil(times.length / rowsOfBlock)}, (_, block) => times.slice(block * rowsOfBlock, (block + 1) * rowsOfBlock));
	return {first: Float64Array.from(blocks, block => Math.min(...block)), last: Float64Array.from(blocks, block => Math.max(...block))};
};

const matchOf = (rows: number, holds: (row: number) => boolean): Match => {
	const match = emptyMatch(rows);
	for (let row = 0; row < rows; row++) {
		if (holds(row)) {
			addRow(match, row);
		}
	}

	return match;
};

/** The same by sorting all. */
const sorted = (times: readonly number[], match: Match, {offset, limit, descending}: PagePlace): readonly number[] => {
	const way = descending ? -1 : 1;
	return [...times.keys()].filter(row => hasRow(match, row)).toSorted((one, other) => way * (times[one]! - times[other]! || one - other)).slice(offset, offset + limit);
};

/** Exports one after another, each in its own order of time, and beginning and ending anywhere. */
const exportsOf = (seed: number): readonly number[] => {
	const dice = makeDice(seed);
	return Array.from({length: 5}, () => {
		const [from, length] = [dice.between(0, 50_000), dice.between(1, 9000)];
		return Array.from({length}, (_, place) => from + (place * dice.between(3, 4)) + dice.between(0, 40));
	}).flat();
};

for (const seed of [1, 2, 3, 4]) {
	test(`a page is among the rows that are found for it, forwards and backwards: exports of seed ${seed}`, t => {
		const times = exportsOf(seed);
		const find = pageFinder(blocksOf(times));
		for (const every of [1, 7, 300]) {
			const match = matchOf(times.length, row => row % every === 0);
			for (const place of [{offset: 0, limit: 20}, {offset: 190, limit: 50}, {offset: 5000, limit: 20}].flatMap(each => [{...each, descending: false}, {...each, descending: true}])) {
				const rows = find(match, place);
				if (rows) {
					t.deepEqual(sorted(times, matchOf(times.length, row => rows.includes(row)), place), sorted(times, match, place), JSON.stringify({every, place}));
					t.true(rows.every(row => hasRow(match, row)));
				}
			}
		}
	});
}

test('a block in which one export ends and the next begins does not make a page of the whole load', t => {
	const day = Array.from({length: 40_000}, (_, place) => place);
	// The second export begins in the middle of a block, and at the first time again.
	const times = [...day.slice(0, 39_500), ...day];
	const find = pageFinder(blocksOf(times));
	const all = matchOf(times.length, () => true);
	for (const descending of [false, true]) {
		const rows = find(all, {offset: 0, limit: 200, descending});
		t.true(rows !== undefined && rows.length <= 4 * rowsOfBlock);
	}
});
