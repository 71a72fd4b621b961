const mark = Buffer.of(0xEF, 0xBB, 0xBF);

export const markLength = mark.length;

/** The first byte of a mark, to pass by everything else quickly. */
export const markBegins = 0xEF;

/**
The length of a byte order mark at `at`, 0 where there is none, −1 where more bytes are needed to tell. One stands in the middle of a file where exports were put
one behind the other, before the first record of the second: it is no part of that record, whose first cell would be another value with it.
*/
export const markAt = (window: Buffer, at: number, last: boolean): number => {
	if (window[at] !== markBegins) {
		return 0;
	}

	const there = window.subarray(at, at + mark.length);
	if (there.length < mark.length) {
		return last || !mark.subarray(0, there.length).equals(there) ? 0 : -1;
	}

	return there.equals(mark) ? mark.length : 0;
};
