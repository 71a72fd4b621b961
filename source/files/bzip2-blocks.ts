import unbzip2 from 'unbzip2-stream';

/** So much is given to the decompressor at once: less than a block of the largest kind, which it waits for. */
const pieceLength = 1 << 16;

/**
Decompresses bzip2 block by block; each is checked before it is given out, and nothing of a damaged one is. Returns why the stream ended
before its end.
*/
export const unbzip2Blocks = async function * (input: AsyncIterable<Buffer>): AsyncGenerator<Buffer, string | undefined> {
	const ready: Buffer[] = [];
	let failure: string | undefined;
	const stream = unbzip2();
	stream.on('data', (chunk: Buffer) => {
		ready.push(chunk);
	});
	stream.on('error', (error: Error) => {
		failure ??= error instanceof TypeError ? 'unexpected end of file' : error.message.toLowerCase();
	});
	for await (const chunk of input) {
		for (let at = 0; at < chunk.length && failure === undefined; at += pieceLength) {
			stream.write(chunk.subarray(at, at + pieceLength));
			yield * ready.splice(0);
		}
	}

	if (failure === undefined) {
		stream.end();
	}

	yield * ready.splice(0);
	return failure;
};
