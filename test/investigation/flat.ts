import test from 'ava';
import {flat} from '../../source/investigation/flat.ts';

async function * blocksOf(count: number, size: number): AsyncGenerator<readonly number[]> {
	for (let block = 0; block < count; block++) {
		yield Array.from({length: size}, (_, index) => block * size + index);
	}
}

/** Some work for each item. */
const dwell = (item: number): number => Array.from({length: 200}, (_, index) => Math.sqrt(item + index)).reduce((sum, root) => sum + root, 0);

test('items come in their order, and whoever works on them lets others have their turn', async t => {
	let turns = 0;
	let isOver = false;
	const count = (): void => {
		turns++;
		if (!isOver) {
			setImmediate(count);
		}
	};

	setImmediate(count);
	const begin = performance.now();
	let next = 0;
	for await (const item of flat(blocksOf(10, 2000))) {
		if (item !== next) {
			t.fail(`${item} comes in the place of ${next}`);
		}

		next++;
		dwell(item);
	}

	isOver = true;
	t.is(next, 20_000);
	// A turn for every twenty milliseconds at the least; without pauses there is none at all.
	t.true(turns > (performance.now() - begin) / 20, `${turns} turns`);
});
