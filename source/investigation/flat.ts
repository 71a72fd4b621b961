import {pauseIfDue} from '../files/pause.ts';

/** The items of blocks, one by one, with pauses between them: who takes them does something with each. */
export const flat = async function * <Item>(blocks: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
	for await (const block of blocks) {
		for (const item of block) {
			yield item;
			const pause = pauseIfDue();
			if (pause) {
				await pause;
			}
		}
	}
};

/** A stream that can be asked for again and gives the same. */
export const again = <Item>(stream: () => AsyncIterable<Item>): AsyncIterable<Item> => ({[Symbol.asyncIterator]: () => stream()[Symbol.asyncIterator]()});
