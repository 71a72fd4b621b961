import type {Transform} from 'node:stream';

const pieceLength = 1 << 15;

/** Reads the stored bytes; the second time only what lies before the tear is of use. */
export type Reopen = (again: boolean) => AsyncIterable<unknown>;

/**
Decompresses a stream of deflate or gzip. Of a torn one, all that could be decompressed. Returns why it ended before its end.
*/
export const inflate = async function * (open: Reopen, create: () => Transform): AsyncGenerator<Buffer, string | undefined> {
	const failure = yield * attempt(open(false), create(), {skip: 0, slowFrom: Number.POSITIVE_INFINITY});
	if (!failure) {
		return undefined;
	}

	// Zlib drops what it had decompressed of the piece that it failed in. Once more, byte by byte there, for the rest of the records.
	yield * attempt(open(true), create(), {skip: failure.given, slowFrom: failure.at});
	return failure.message;
};

type InflateFailure = {readonly message: string; /** Bytes handed out before it. */ readonly given: number; /** Offset of the piece it failed in. */ readonly at: number};

/**
Decompresses piece by piece, each waited for, so that what was decompressed is handed out before a tear behind it can destroy the stream.
`skip` bytes of the result are left out; from `slowFrom` on, a piece is a single byte.
*/
const attempt = async function * (input: AsyncIterable<unknown>, stream: Transform, {skip, slowFrom}: {readonly skip: number; readonly slowFrom: number}): AsyncGenerator<Buffer, InflateFailure | undefined> {
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
			const length = at >= slowFrom ? 1 : pieceLength;
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
