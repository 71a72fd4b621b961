/** How much is said: rows of a list, and characters of a text that a person wrote. */
export type Detail = {readonly rows: number; readonly text: number; readonly chart: boolean};
