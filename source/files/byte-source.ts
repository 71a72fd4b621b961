import {createReadStream} from 'node:fs';
import {open} from 'node:fs/promises';
import {createHash} from 'node:crypto';
import {createGunzip} from 'node:zlib';

/** How a file is packed, told by its first bytes and never by its name. */
export type Container = 'plain' | 'gzip' | 'bzip2' | 'zstd' | 'zip' | '7z' | 'sqlite' | 'pdf' | 'duckdb' | 'parquet' | 'age' | 'xlsx';

const magics: ReadonlyArray<{readonly container: Container; readonly hex: string; readonly at?: number}> = [
	{container: 'gzip', hex: '1f8b'},
	{container: 'bzip2', hex: '425a68'},
	{container: 'zstd', hex: '28b52ffd'},
	{container: 'zip', hex: '504b0304'},
	{container: 'zip', hex: '504b0506'},
	{container: '7z', hex: '377abcaf271c'},
	{container: 'parquet', hex: '50415231'},
	{container: 'sqlite', hex: Buffer.from('SQLite format 3').toString('hex')},
	{container: 'pdf', hex: Buffer.from('%PDF-').toString('hex')},
	{container: 'age', hex: Buffer.from('age-encryption.org/').toString('hex')},
	{container: 'duckdb', hex: Buffer.from('DUCK').toString('hex'), at: 8},
];

/** Tells the container from the first bytes of a file (512 are enough). */
export const containerOf = (head: Uint8Array): Container => {
	const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
	for (const {container, hex, at = 0} of magics) {
		if (bytes.subarray(at, at + (hex.length / 2)).toString('hex') === hex) {
			return container;
		}
	}

	return 'plain';
};

/** The first `length` bytes of a file as stored. */
export const readHead = async (path: string, length: number): Promise<Buffer> => {
	const file = await open(path, 'r');
	try {
		const {bytesRead, buffer} = await file.read(Buffer.alloc(length), 0, length, 0);
		return buffer.subarray(0, bytesRead);
	} finally {
		await file.close();
	}
};

/** What became known while the bytes went by; complete once the iteration has ended. */
export type ByteSource = {
	/** The bytes after decompression, in order. */
	readonly chunks: AsyncIterable<Buffer>;
	/** Of the file as stored. */
	sha256(): string;
	/** Bytes of the file as stored that were read so far. */
	stored(): number;
	/** Why a compressed stream ended before its end, or undefined. */
	torn(): string | undefined;
};

const chunkSize = 1 << 20;
const gzipPiece = 1 << 15;

/**
Reads a file once: hashes it as stored, and gives its bytes decompressed. A torn gzip stream gives all that could be decompressed
and then says so through `torn`, where the usual tools either fail or keep silent.
*/
export const openBytes = (path: string, container: Container, signal?: AbortSignal): ByteSource => {
	const hash = createHash('sha256');
	let stored = 0;
	let torn: string | undefined;

	const raw = async function * (): AsyncGenerator<Buffer> {
		for await (const chunk of createReadStream(path, {highWaterMark: chunkSize, ...(signal ? {signal} : {})})) {
			hash.update(chunk as Buffer);
			stored += (chunk as Buffer).length;
			yield chunk as Buffer;
		}
	};

	const gunzipped = async function * (): AsyncGenerator<Buffer> {
		const failure = yield * gunzip(raw(), {skip: 0, slowFrom: Number.POSITIVE_INFINITY});
		if (!failure) {
			return;
		}

		// Zlib drops what it had decompressed of the piece that it failed in. Once more, byte by byte there, for the rest of the records.
		torn = `the compressed stream is torn or damaged (${failure.message})`;
		yield * gunzip(createReadStream(path, {highWaterMark: chunkSize}), {skip: failure.given, slowFrom: failure.at});
	};

	return {
		chunks: container === 'gzip' ? gunzipped() : raw(),
		sha256: () => hash.copy().digest('hex'),
		stored: () => stored,
		torn: () => torn,
	};
};

type GunzipFailure = {readonly message: string; /** Bytes handed out before it. */ readonly given: number; /** Offset of the piece it failed in. */ readonly at: number};

/**
Decompresses piece by piece, each waited for, so that what was decompressed is handed out before a tear behind it can destroy the stream.
`skip` bytes of the result are left out; from `slowFrom` on, a piece is a single byte.
*/
const gunzip = async function * (input: AsyncIterable<unknown>, {skip, slowFrom}: {readonly skip: number; readonly slowFrom: number}): AsyncGenerator<Buffer, GunzipFailure | undefined> {
	const stream = createGunzip({chunkSize: 1 << 16});
	const ready: Buffer[] = [];
	let failure: Error | undefined;
	let given = 0;
	let at = 0;
	stream.on('data', (chunk: Buffer) => {
		given += chunk.length;
		const from = Math.max(0, chunk.length - (given - skip));
		if (from < chunk.length) {
			ready.push(chunk.subarray(from));
		}
	});
	const ended = new Promise<void>(resolve => {
		stream.once('end', resolve);
		stream.once('error', error => {
			failure = error;
			resolve();
		});
	});
	for await (const chunk of input as AsyncIterable<Buffer>) {
		for (let from = 0; from < chunk.length && !failure;) {
			const length = at >= slowFrom ? 1 : gzipPiece;
			const piece = chunk.subarray(from, from + length);
			await Promise.race([ended, new Promise<void>(resolve => {
				stream.write(piece, () => {
					resolve();
				});
			})]);
			from += piece.length;
			at += failure ? 0 : piece.length;
			yield * ready.splice(0);
		}
	}

	if (!failure) {
		stream.end();
	}

	await ended;
	yield * ready.splice(0);
	return failure && {message: failure.message, given, at};
};
