/** The place of the first of some rising numbers, such as days, that is not below `wanted`, or the one behind the last. Only the first `length` count: all, where nothing is said. */
export const firstAt = (numbers: ArrayLike<number>, wanted: number, length = numbers.length): number => {
	let low = 0;
	let high = length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (numbers[middle]! < wanted) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
};
