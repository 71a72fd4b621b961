import {createHash} from 'node:crypto';
import {open} from 'node:fs/promises';
import {CancelledError} from '../errors.ts';
import {pauseIfDue} from '../files/pause.ts';

export type HashedFile = {readonly bytes: number; readonly sha256: string};
/** Text, or bytes where a file is no text. */
export type Pieces = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** Small pieces are gathered to blocks of about this many UTF-16 units before they go to the disk. */
const blockLength = 262_144;

async function * blocks(pieces: Pieces): AsyncGenerator<Uint8Array> {
	let block = '';
	for await (const piece of pieces) {
		const pause = pauseIfDue();
		if (pause) {
			await pause;
		}

		if (typeof piece !== 'string') {
			yield Buffer.from(block);
			block = '';
			yield piece;
			continue;
		}

		block += piece;
		if (block.length >= blockLength) {
			yield Buffer.from(block);
			block = '';
		}
	}

	yield Buffer.from(block);
}

export const throwIfCancelled = (signal: AbortSignal | undefined): void => {
	if (signal?.aborted) {
		throw new CancelledError();
	}
};

/** Writes a new file, readable by its owner only, and has it on the disk when it returns. The next piece is asked for when the last is written. */
export const writeHashedFile = async (path: string, pieces: Pieces, signal?: AbortSignal): Promise<HashedFile> => {
	const handle = await open(path, 'wx', 0o600);
	try {
		const hash = createHash('sha256');
		let bytes = 0;
		for await (const block of blocks(pieces)) {
			throwIfCancelled(signal);
			hash.update(block);
			bytes += block.length;
			await handle.appendFile(block);
		}

		throwIfCancelled(signal);
		await handle.sync();
		return {bytes, sha256: hash.digest('hex')};
	} finally {
		await handle.close();
	}
};
