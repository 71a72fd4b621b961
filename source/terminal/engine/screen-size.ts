/** In character cells. */
export type ScreenSize = {readonly columns: number; readonly rows: number};

/** What a stream says of itself: a terminal that does not know its size says 0, a pipe nothing. */
export type Sized = {readonly columns?: number | undefined; readonly rows?: number | undefined};

export const sizeOf = ({columns, rows}: Sized): ScreenSize => ({columns: columns || 80, rows: rows || 24});
