import {Byte} from './quoted-cell.ts';

/** What is known of a line: whether it has as many cells as the header, and how many. */
export type LineFacts = {readonly header: Buffer; readonly fits: boolean; readonly cells: number};

/** Blank lines, the header again, and `#` directives are no records. */
export const isNoRecord = (window: Buffer, {at, end}: {readonly at: number; readonly end: number}, {header, fits, cells}: LineFacts): boolean => {
	if (end === at) {
		return true;
	}

	if (fits && isHeader(window.subarray(at, end), header)) {
		return true;
	}

	return !fits && ((window[at] === Byte.Hash && isDirective(window, at + 1, cells)) || (cells === 1 && window.toString('latin1', at, end).trim() === ''));
};

const unquoted = (line: Buffer): Buffer => line.includes(Byte.Quote) ? Buffer.from(line.toString('latin1').replaceAll('"', ''), 'latin1') : line;

/** The header again, as where exports were put one behind the other, whatever is quoted in it. */
export const isHeader = (line: Buffer, header: Buffer): boolean => {
	const [first, wanted] = [line[0] === Byte.Quote ? line[1] : line[0], header[0] === Byte.Quote ? header[1] : header[0]];
	return header.length > 0 && first === wanted && unquoted(line).equals(unquoted(header));
};

/** `#Fields: a, b`, `# a remark, with a comma`; but a row of several cells that begins with a ticket such as `#4711` is a record. */
const isDirective = (window: Buffer, at: number, cells: number): boolean => cells === 1 || /^[#\sA-Za-z]/.test(window.toString('latin1', at, at + 1));
