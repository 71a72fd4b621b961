/** Rows from one to before another. */
export type RowStretch = {readonly from: number; readonly to: number};

/** So many rows are asked for at a time: numbers come as they are held, and all cores work at them, when a result is held whole; this keeps it small. */
const mostRows = 1_500_000;

/** All rows of a load, up to the last one, in stretches. */
export const rowStretches = (lastRow: number, length = mostRows): readonly RowStretch[] =>
	Array.from({length: Math.ceil((lastRow + 1) / length)}, (_, index) => ({from: index * length, to: Math.min(lastRow + 1, (index + 1) * length)}));

/** The engine keeps rows in groups of so many, and skips those that no stretch touches. */
const groupRows = 122_880;
/** More stretches take longer to plan than they save. */
const mostStretches = 24;

/** Stretches that hold these rows and leave out what lies far from them; none where there are no rows. */
export const stretchesAround = (rows: readonly number[]): readonly RowStretch[] => {
	const sorted = rows.toSorted((one, other) => one - other);
	const gaps = sorted.slice(1)
		.map((row, place) => ({at: place + 1, length: row - sorted[place]!}))
		.filter(({length}) => length > groupRows)
		.toSorted((one, other) => other.length - one.length)
		.slice(0, mostStretches - 1)
		.map(({at}) => at)
		.toSorted((one, other) => one - other);
	const starts = sorted.length === 0 ? [] : [0, ...gaps];
	return starts.map((start, place) => ({from: sorted[start]!, to: sorted[(starts[place + 1] ?? sorted.length) - 1]! + 1}));
};
