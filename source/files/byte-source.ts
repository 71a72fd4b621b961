import {closeSync, createReadStream, fstatSync, openSync, readFileSync, readSync} from 'node:fs';
import {createHash} from 'node:crypto';
import {createGunzip} from 'node:zlib';
import {ExpectedError} from '../errors.ts';
import {unbzip2Blocks} from './bzip2-blocks.ts';
import {inflate} from './inflate.ts';
import {unzstd} from './zstd-frames.ts';

/** How a file is packed, told by its first bytes and never by its name. */
export type Container = 'plain' | 'gzip' | 'bzip2' | 'zstd' | 'zip' | '7z' | 'xz' | 'tar' | 'sqlite' | 'pdf' | 'duckdb' | 'parquet' | 'age' | 'xlsx';

const signs: ReadonlyArray<{readonly container: Container; readonly hex: string; readonly at?: number}> = [
	{container: 'gzip', hex: '1f8b'},
	{container: 'bzip2', hex: '425a68'},
	{container: 'zstd', hex: '28b52ffd'},
	{container: 'zip', hex: '504b0304'},
	{container: 'zip', hex: '504b0506'},
	{container: '7z', hex: '377abcaf271c'},
	{container: 'xz', hex: 'fd377a585a00'},
	{container: 'parquet', hex: '50415231'},
	{container: 'sqlite', hex: Buffer.from('SQLite format 3').toString('hex')},
	{container: 'pdf', hex: Buffer.from('%PDF-').toString('hex')},
	{container: 'age', hex: Buffer.from('age-encryption.org/').toString('hex')},
	{container: 'duckdb', hex: Buffer.from('DUCK').toString('hex'), at: 8},
	{container: 'tar', hex: Buffer.from('ustar').toString('hex'), at: 257},
];

const magics = signs.map(({container, hex, at = 0}) => ({container, at, bytes: Buffer.from(hex, 'hex')}));

/** Tells the container from the first bytes of a file (512 are enough). */
export const containerOf = (head: Uint8Array): Container => {
	return magics.find(({bytes, at}) => bytes.every((byte, index) => head[at + index] === byte))?.container ?? 'plain';
};

/** The first `length` bytes of a file as stored. Read at once: of thousands of files, going to another thread for each would take longer than reading. */
export const readHead = async (path: string, length: number): Promise<Buffer> => {
	const file = openSync(path, 'r');
	try {
		const bytes = Buffer.alloc(length);
		return bytes.subarray(0, readSync(file, bytes, 0, length, 0));
	} finally {
		closeSync(file);
	}
};

/** A stream is worth its making for more than this. */
const readAtOnce = 1 << 16;

/** A small file as it was when it was read. */
export type SmallFile = {readonly bytes: Buffer; /** What the system said of it before: bytes, and milliseconds. */ readonly size: number; readonly modified: number};

/** All bytes of a small file; undefined of a larger one. Opened once for all that is to be known of it. */
export const smallFile = (path: string): SmallFile | undefined => {
	const file = openSync(path, 'r');
	try {
		const {size, mtimeMs} = fstatSync(file);
		return size <= readAtOnce ? {bytes: readFileSync(file), size, modified: mtimeMs} : undefined;
	} finally {
		closeSync(file);
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

/** A log that grows to so many times its packed length is none: it is there to fill a disk. Small files may repeat themselves. */
export const mostExpansion = 500;
const freeExpansion = 256 * 1024 * 1024;

/** Throws where unpacking `stored` bytes has given `unpacked`, which no log does. */
export const refuseBomb = (path: string, stored: number, unpacked: number): void => {
	if (unpacked > freeExpansion && unpacked > stored * mostExpansion) {
		throw new ExpectedError(`it unpacks to more than ${mostExpansion} times its length`, {where: path, next: 'No log does that. If it is one, unpack it and give the result.'});
	}
};

/**
Reads a file once: hashes it as stored, and gives its bytes decompressed. A torn compressed stream gives all that could be decompressed
and then says so through `torn`, where the usual tools either fail or keep silent. `known.torn` says why bytes behind its end are missing, where that
was told of a member of an archive; `known.content` are its bytes as stored, where they were read just now.
*/
export const openBytes = (path: string, container: Container, signal?: AbortSignal, known: {readonly torn?: string | undefined; readonly content?: Buffer | undefined} = {}): ByteSource => {
	const hash = createHash('sha256');
	let stored = 0;
	let torn: string | undefined;

	const raw = async function * (): AsyncGenerator<Buffer> {
		const bytes = signal?.aborted ? undefined : known.content ?? smallFile(path)?.bytes;
		if (bytes) {
			hash.update(bytes);
			stored = bytes.length;
			yield bytes;
			return;
		}

		for await (const chunk of createReadStream(path, {highWaterMark: chunkSize, ...(signal ? {signal} : {})})) {
			hash.update(chunk as Buffer);
			stored += (chunk as Buffer).length;
			yield chunk as Buffer;
		}
	};

	const unpacked = async function * (unpack: AsyncGenerator<Buffer, string | undefined>): AsyncGenerator<Buffer> {
		const failure = yield * unpack;
		torn = failure === undefined ? undefined : `the compressed stream is torn or damaged (${failure})`;
	};

	const watched = async function * (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
		let length = 0;
		for await (const chunk of chunks) {
			length += chunk.length;
			refuseBomb(path, stored, length);
			yield chunk;
		}
	};

	const chunksOf: Partial<Record<Container, () => AsyncIterable<Buffer>>> = {
		gzip: () => watched(unpacked(inflate(again => again ? createReadStream(path, {highWaterMark: chunkSize}) : raw(), () => createGunzip({chunkSize: 1 << 16})))),
		bzip2: () => watched(unpacked(unbzip2Blocks(raw()))),
		zstd: () => watched(unpacked(unzstd(raw()))),
	};
	return {
		chunks: (chunksOf[container] ?? raw)(),
		sha256: () => hash.copy().digest('hex'),
		stored: () => stored,
		torn: () => torn ?? known.torn,
	};
};
