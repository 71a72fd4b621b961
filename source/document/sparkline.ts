const bars = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** The lowest bar means nothing at all: one event among thousands still stands above it. */
const bar = (value: number, highest: number): string => {
	const step = value > 0 ? 1 + Math.round((value / highest) * (bars.length - 2)) : 0;
	return bars[step] ?? '▁';
};

/** Sums of neighbours, so that the values fit into `width` columns and their total stays. */
export const squeeze = (values: readonly number[], width: number): readonly number[] => {
	if (values.length <= width) {
		return values;
	}

	const sums = Array.from({length: Math.max(1, Math.floor(width))}, () => 0);
	for (const [index, value] of values.entries()) {
		const column = Math.floor(index * sums.length / values.length);
		sums[column] = (sums[column] ?? 0) + value;
	}

	return sums;
};

/** `[0, 3, 9]` → `▁▄█`: a bar a value, scaled to the highest. With `width`, neighbours are summed until they fit. */
export const sparkline = (values: readonly number[], width = values.length): string => {
	const columns = squeeze(values, width);
	let highest = 0;
	for (const value of columns) {
		highest = Math.max(highest, value);
	}

	return columns.map(value => bar(value, highest)).join('');
};
