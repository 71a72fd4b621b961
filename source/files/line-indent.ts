const lineFeed = 10;

/** Longer white space is no indentation of anybody's; it would only be kept in memory. */
const longestIndent = 1024;

/**
The white space at the beginning of the current line. It is remembered while bytes go by, because the window may no longer hold the beginning
of the line: the same bytes must be cut alike in chunks of any size.
*/
export class LineIndent {
	bytes: Buffer = Buffer.alloc(0);
	/** Only white space has been seen of the line. */
	private open = true;

	/** Takes note of the bytes from `at` to `end`. */
	pass(window: Buffer, at: number, end: number): void {
		const line = end - at === 1 ? (window[at] === lineFeed ? at : -1) : window.subarray(at, end).lastIndexOf(lineFeed) + at;
		const starts = line >= at && window[line] === lineFeed;
		if (starts) {
			this.bytes = Buffer.alloc(0);
			this.open = true;
		}

		const from = starts ? line + 1 : at;
		let to = from;
		while (this.open && to < end) {
			const isBlank = window[to] === 32 || window[to] === 9;
			this.open = isBlank && this.bytes.length + (to - from) < longestIndent;
			to += isBlank ? 1 : 0;
		}

		if (to > from) {
			this.bytes = Buffer.concat([this.bytes, window.subarray(from, to)]);
		}
	}
}
