/** The items of blocks, one by one. */
export const flat = async function * <Item>(blocks: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
	for await (const block of blocks) {
		yield * block;
	}
};

/** A stream that can be asked for again and gives the same. */
export const again = <Item>(stream: () => AsyncIterable<Item>): AsyncIterable<Item> => ({[Symbol.asyncIterator]: () => stream()[Symbol.asyncIterator]()});
