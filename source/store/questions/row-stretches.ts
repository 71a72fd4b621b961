/** Rows from one to before another. */
export type RowStretch = {readonly from: number; readonly to: number};

/** So many rows are asked for at a time: numbers come as they are held, and all cores work at them, when a result is held whole; this keeps it small. */
const mostRows = 1_500_000;

/** All rows of a load, up to the last one, in stretches. */
export const rowStretches = (lastRow: number, length = mostRows): readonly RowStretch[] =>
	Array.from({length: Math.ceil((lastRow + 1) / length)}, (_, index) => ({from: index * length, to: Math.min(lastRow + 1, (index + 1) * length)}));

/** The engine reads so many rows at a time: stretches nearer than that are one. */
const vectorRows = 2048;
/** So many stretches, each read by itself, are quicker than fewer with what lies between. */
const mostAlone = 64;
/** Where there are more, each has others between its rows, and many take longer to plan than they save. */
const mostWide = 24;

/** Stretches that hold these rows and leave out what lies far from them; none where there are no rows. */
export const stretchesAround = (rows: readonly number[]): readonly RowStretch[] => {
	const sorted = rows.toSorted((one, other) => one - other);
	const gaps = sorted.slice(1)
		.map((row, place) => ({at: place + 1, length: row - sorted[place]!}))
		.filter(({length}) => length > vectorRows)
		.toSorted((one, other) => other.length - one.length);
	const starts = sorted.length === 0 ? [] : [0, ...gaps.slice(0, gaps.length < mostAlone ? gaps.length : mostWide - 1).map(({at}) => at).toSorted((one, other) => one - other)];
	return starts.map((start, place) => ({from: sorted[start]!, to: sorted[(starts[place + 1] ?? sorted.length) - 1]! + 1}));
};
