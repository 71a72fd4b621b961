import {everyByte, mayMean, wordsOf, zeroBytes} from './byte-words.ts';
import {markBegins} from './byte-order-mark.ts';
import type {HeaderNames} from './other-header.ts';
import {Byte} from './quoted-cell.ts';
import {longestLine} from './splitter.ts';

/** What a plain record of a table is. */
export type PlainRules = {
	/** 1 for each byte that means something. */
	readonly kinds: Uint8Array;
	readonly delimiter: number;
	readonly columns: number;
	readonly lineEnd: '\n' | '\r\n';
	/** The header as it stands in the file: a record that looks like it is another matter. */
	readonly header: Buffer;
	readonly names: HeaderNames;
};

/** Whether a line without quotes may be a header, the first or another; what it is, is looked at elsewhere. */
const headerTest = ({header, names}: PlainRules): ((window: Buffer, start: number, end: number) => boolean) => {
	const bare = Buffer.from(header.toString('latin1').replaceAll('"', ''), 'latin1');
	const [length, first] = [bare.length, bare[0]];
	return (window, start, end) => (end - start === length && window[start] === first) || names.maybe(window, start, end);
};

/**
Passes over records of a table that have neither quotes nor anything odd, and returns where the first other one begins. `take` hears where each
begins and ends, and where the next begins. One tight loop, because nearly all bytes of nearly all logs pass here: four bytes are looked at
together, and one by one where one of them may end or quote something.
*/
export const passPlain = (window: Buffer, start: number, rules: PlainRules, take: (from: number, to: number, next: number) => void): number => {
	const {length} = window;
	const {kinds, delimiter, columns, lineEnd} = rules;
	const wide = lineEnd === '\r\n' ? 1 : 0;
	const lead = window.byteOffset % 4;
	const words = wordsOf(window);
	const delimiters = Math.imul(delimiter, everyByte);
	const mayBeHeader = headerTest(rules);
	let cells = 1;
	for (let at = start; at < length;) {
		if ((at + lead) % 4 === 0) {
			let index = (at + lead) / 4;
			for (; index < words.length; index++) {
				const word = words[index]!;
				if (mayMean(word)) {
					break;
				}

				cells += zeroBytes(word ^ delimiters);
			}

			at = index * 4 - lead;
		}

		const stop = Math.min(length, at + 4 - (at + lead) % 4);
		for (; at < stop; at++) {
			const byte = window[at]!;
			if (byte === delimiter) {
				cells++;
				continue;
			}

			// Two comparisons are cheaper than a look into a table.
			if (byte > Byte.Quote || kinds[byte] === 0) {
				continue;
			}

			const ends = wide === 0 ? byte === Byte.LineFeed : byte === Byte.CarriageReturn && window[at + 1] === Byte.LineFeed;
			if (!ends || cells !== columns || at === start || at + wide - start >= longestLine || window[start] === markBegins || mayBeHeader(window, start, at)) {
				return start;
			}

			take(start, at, at + 1 + wide);
			at += wide;
			[start, cells] = [at + 1, 1];
		}
	}

	return start;
};
