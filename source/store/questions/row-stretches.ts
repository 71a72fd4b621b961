/** Rows from one to before another. */
export type RowStretch = {readonly from: number; readonly to: number};

/** So many rows are asked for at a time: numbers come as they are held, and all cores work at them, when a result is held whole; this keeps it small. */
const mostRows = 1_500_000;

/** All rows of a load, up to the last one, in stretches. */
export const rowStretches = (lastRow: number, length = mostRows): readonly RowStretch[] =>
	Array.from({length: Math.ceil((lastRow + 1) / length)}, (_, index) => ({from: index * length, to: Math.min(lastRow + 1, (index + 1) * length)}));
