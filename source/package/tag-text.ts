import {open} from 'node:fs/promises';
import iconv from 'iconv-lite';

/** Tag files are small: a manifest of a million files is some 100 MB. Anything longer is not read. */
const longest = 268_435_456;

/** The bytes of a tag file, at most `maximum`. Undefined when there are more. */
export const readTagBytes = async (path: string, maximum = longest): Promise<Uint8Array | undefined> => {
	const handle = await open(path, 'r');
	try {
		const {size} = await handle.stat();
		return size > maximum ? undefined : await handle.readFile();
	} finally {
		await handle.close();
	}
};

export const knowsEncoding = (encoding: string): boolean => iconv.encodingExists(encoding);

/** Text in the encoding that bagit.txt names. Undefined when the bytes are not in it. */
export const decodeTag = (bytes: Uint8Array, encoding: string): string | undefined => {
	if (/^utf-?8$/i.test(encoding)) {
		try {
			return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
		} catch {
			return undefined;
		}
	}

	// Without a mark UTF-16 is big-endian (RFC 2781, 4.3).
	return iconv.decode(Buffer.from(bytes), encoding, {defaultEncoding: 'utf16be'});
};

/** Lines that end in LF, CR or CRLF; the last may have no end. */
export const tagLines = (text: string): readonly string[] => {
	const lines = text.split(/\r\n|\n|\r/);
	return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};
