import {longestQuoted} from './splitter.ts';

/** The bytes that mean something in a table, beside its delimiter. */
export const Byte = {LineFeed: 10, CarriageReturn: 13, Quote: 34, Hash: 35, Backslash: 92} as const;

/** How quotes are written, and whether anything follows the window. */
export type QuoteRules = {readonly delimiter: number; readonly backslash: boolean; readonly last: boolean};

/** More bytes are needed to tell. */
export const needsMore = -1;
/** The quote is never closed, or text follows its end. */
export const torn = -2;

/** The place behind the closing quote of the cell that opens at `open`, or `needsMore`, or `torn`. */
export const closeQuote = (window: Buffer, open: number, {delimiter, backslash, last}: QuoteRules): number => {
	const {length} = window;
	// Looked at from the place where the cell opens, and not from the window's end: windows of any size give the same cells.
	const furthest = open + longestQuoted;
	for (let at = open + 1; ;) {
		const quote = window.indexOf(Byte.Quote, at);
		if (quote > furthest || (quote === -1 && (last || length > furthest))) {
			return torn;
		}

		if (quote === -1) {
			return needsMore;
		}

		if (backslash && isEscaped(window, quote, open)) {
			at = quote + 1;
			continue;
		}

		if (quote + 1 >= length && !last) {
			return needsMore;
		}

		const after = window[quote + 1];
		if (!backslash && after === Byte.Quote) {
			at = quote + 2;
			continue;
		}

		if (after === Byte.CarriageReturn && quote + 2 >= length && !last) {
			return needsMore;
		}

		const fits = after === undefined || after === delimiter || after === Byte.LineFeed || after === Byte.CarriageReturn;
		return fits ? quote + 1 : torn;
	}
};

/** Whether the quote at `quote` is preceded by an odd run of backslashes. */
const isEscaped = (window: Buffer, quote: number, open: number): boolean => {
	let count = 0;
	for (let at = quote - 1; at > open && window[at] === Byte.Backslash; at--) {
		count++;
	}

	return count % 2 === 1;
};
