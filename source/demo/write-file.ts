import {createHash} from 'node:crypto';
import {createWriteStream} from 'node:fs';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {createGzip} from 'node:zlib';

/** The tenth byte of a gzip header names the system that made it; fixed, so that the bytes do not depend on it. */
const systemByte = 9;
const unixSystem = 3;

async function * gzipped(chunks: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
	const compressed = Readable.from(chunks).pipe(createGzip());
	let position = 0;
	for await (const chunk of compressed as AsyncIterable<Buffer>) {
		if (position <= systemByte && systemByte < position + chunk.length) {
			chunk[systemByte - position] = unixSystem;
		}

		position += chunk.length;
		yield chunk;
	}
}

/** Writes the text and returns the sha256 of what stands on the disk. Never holds more than one piece. */
export const writeFile = async (path: string, text: Iterable<string>, {gzip = false}: {readonly gzip?: boolean} = {}): Promise<string> => {
	const hash = createHash('sha256');
	const hashed = async function * (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
		for await (const chunk of chunks) {
			const bytes = Buffer.from(chunk);
			hash.update(bytes);
			yield bytes;
		}
	};

	const target = createWriteStream(path, {mode: 0o600});
	const source = Readable.from(batched(text));
	await (gzip ? pipeline(source, gzipped, hashed, target) : pipeline(source, hashed, target));
	return hash.digest('hex');
};

/** Small pieces cost a trip through the streams each: gather them. */
function * batched(pieces: Iterable<string>): Generator<Buffer> {
	let gathered = '';
	for (const piece of pieces) {
		gathered += piece;
		if (gathered.length > 65_536) {
			yield Buffer.from(gathered);
			gathered = '';
		}
	}

	yield Buffer.from(gathered);
}
