/** Up to so many numbers a sort by hand takes less time than to call for one. */
const byHand = 32;

/** The first `count` numbers in their order; those that are few are put in order where they stand. */
export const inOrder = (numbers: Uint32Array, count: number): Uint32Array => {
	const part = numbers.subarray(0, count);
	if (count > byHand) {
		return part.toSorted();
	}

	for (let at = 1; at < count; at++) {
		const number = part[at]!;
		let to = at;
		for (; to > 0 && part[to - 1]! > number; to--) {
			part[to] = part[to - 1]!;
		}

		part[to] = number;
	}

	return part;
};
