import {Byte} from './quoted-cell.ts';

/* Four bytes at a time, for the one loop through which nearly all bytes of all tables pass. */

/** A word of four times the byte 1: multiplied by a byte, that byte in all four places. */
export const everyByte = 0x01_01_01_01;
const highBits = Math.imul(0x80, everyByte);
const lowBits = Math.imul(0x7F, everyByte);
const aboveQuote = Math.imul(Byte.Quote + 1, everyByte);

/** The bytes of a window four by four, from the last multiple of four before it; those at its end that are fewer are left out. */
export const wordsOf = (window: Buffer): Int32Array => {
	const lead = window.byteOffset % 4;
	return new Int32Array(window.buffer, window.byteOffset - lead, Math.floor((window.length + lead) / 4));
};

/** False where all four bytes are above the quote's, and so no line end, quote or NUL. (Mycroft's test for a byte below a bound.) */
export const mayMean = (word: number): boolean => ((word - aboveQuote) & ~word & highBits) !== 0;

/** How many of the four bytes are 0, exactly: a high bit is left where adding 0x7F to the low bits gives no carry. */
export const zeroBytes = (word: number): number => {
	const zeros = ~(((word & lowBits) + lowBits) | word | lowBits);
	return zeros === 0 ? 0 : Math.imul(zeros >>> 7, everyByte) >>> 24;
};
