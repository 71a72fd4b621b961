import {isAscii, isUtf8} from 'node:buffer';

/** How text is written. Byte order marks are looked at first. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type EncodingGuess = {readonly encoding: Encoding; /** Bytes of the byte order mark. */ readonly mark: number; /** Nothing in the text proves it. */ readonly assumed: boolean};

/** Tells the encoding from the first decompressed bytes of a file. */
export const encodingOf = (head: Buffer): EncodingGuess => {
	if (head[0] === 0xEF && head[1] === 0xBB && head[2] === 0xBF) {
		return {encoding: 'utf-8', mark: 3, assumed: false};
	}

	if (head[0] === 0xFF && head[1] === 0xFE) {
		return {encoding: 'utf-16le', mark: 2, assumed: false};
	}

	if (head[0] === 0xFE && head[1] === 0xFF) {
		return {encoding: 'utf-16be', mark: 2, assumed: false};
	}

	const zeros = zeroPattern(head);
	if (zeros) {
		return {encoding: zeros, mark: 0, assumed: false};
	}

	return isUtf8(withoutCutCharacter(head)) ? {encoding: 'utf-8', mark: 0, assumed: false} : {encoding: 'windows-1252', mark: 0, assumed: true};
};

/** Text in UTF-16 without a mark has a zero in nearly every second byte. */
const zeroPattern = (head: Buffer): 'utf-16le' | 'utf-16be' | undefined => {
	let even = 0;
	let odd = 0;
	const length = Math.min(head.length, 4096) & ~1;
	for (let at = 0; at < length; at += 2) {
		even += head[at] === 0 ? 1 : 0;
		odd += head[at + 1] === 0 ? 1 : 0;
	}

	const half = length / 2;
	// Text that begins without a zero is of another encoding, whatever was put behind it.
	if (half < 4 || !head.subarray(0, 64).includes(0)) {
		return undefined;
	}

	return odd > half * 0.7 && even < half * 0.1 ? 'utf-16le' : (even > half * 0.7 && odd < half * 0.1 ? 'utf-16be' : undefined);
};

/** A head may end inside a character: leaves out up to three bytes of it. */
export const withoutCutCharacter = (bytes: Buffer): Buffer => {
	for (let back = 1; back <= Math.min(4, bytes.length); back++) {
		const byte = bytes[bytes.length - back]!;
		if (byte < 0x80) {
			break;
		}

		if (byte >= 0xC0) {
			const needs = byte >= 0xF0 ? 4 : (byte >= 0xE0 ? 3 : 2);
			return back < needs ? bytes.subarray(0, bytes.length - back) : bytes;
		}
	}

	return bytes;
};

/** Decodes chunk by chunk. iconv-lite, because TextDecoder reads 0x80 to 0x9F of Windows-1252 wrongly on Node 20. */
const decoderOf = async (encoding: Exclude<Encoding, 'utf-8'>): Promise<{readonly write: (chunk: Buffer) => string; readonly end: () => string}> => {
	// Nearly all logs are UTF-8 and need none of it.
	const {default: iconv} = await import('iconv-lite');
	// A second mark is a character like any other: every place behind it counts it.
	const decoder = iconv.getDecoder(encoding, {stripBOM: false});
	if (encoding === 'windows-1252') {
		return {write: chunk => withUnassigned(decoder.write(chunk), chunk), end: () => ''};
	}

	// One half of a character is nothing that UTF-8 can write: it waits for the other.
	let half = '';
	return {
		write(chunk) {
			const text = half + decoder.write(chunk);
			half = /[\uD800-\uDBFF]$/.exec(text)?.[0] ?? '';
			return text.slice(0, text.length - half.length);
		},
		end: () => half + (decoder.end() ?? ''),
	};
};

/** Windows-1252 has no character for five bytes (0x81, 0x8D, 0x8F, 0x90, 0x9D). They stand for the control characters of the same number, as in browsers. */
const withUnassigned = (text: string, bytes: Buffer): string =>
	text.includes('\uFFFD') ? text.replaceAll('\uFFFD', (_, at: number) => String.fromCodePoint(bytes[at]!)) : text;

/** Gives the text as UTF-8, without a byte order mark. */
export const decodeChunks = async function * (chunks: AsyncIterable<Buffer>, {encoding, mark}: EncodingGuess): AsyncGenerator<Buffer> {
	let skip = mark;
	const decoder = encoding === 'utf-8' ? undefined : await decoderOf(encoding);
	for await (const chunk of chunks) {
		const from = Math.min(skip, chunk.length);
		skip -= from;
		const rest = chunk.subarray(from);
		if (rest.length > 0) {
			yield decoder ? Buffer.from(decoder.write(rest)) : rest;
		}
	}

	const tail = decoder?.end() ?? '';
	if (tail !== '') {
		yield Buffer.from(tail);
	}
};

/** Bytes that a piece of decoded text takes in the original. Pieces add up wherever they are cut: a character counts where it begins. */
export const encodedLength = (decoded: Buffer, encoding: Encoding): number => {
	const width = encoding.startsWith('utf-16') ? 2 : 1;
	if (encoding === 'utf-8' || isAscii(decoded)) {
		return decoded.length * width;
	}

	let units = 0;
	for (const byte of decoded) {
		units += (byte & 0xC0) === 0x80 ? 0 : (byte >= 0xF0 ? 2 : 1);
	}

	return units * width;
};
