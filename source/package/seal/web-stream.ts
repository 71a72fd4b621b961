import {Readable} from 'node:stream';

const chunks = async function * (stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = stream.getReader();
	try {
		for (let step = await reader.read(); !step.done; step = await reader.read()) {
			yield step.value;
		}
	} finally {
		await reader.cancel().catch(() => undefined);
	}
};

/** Node's stream of a stream of the web, which is what age speaks. */
export const fromWeb = (stream: ReadableStream<Uint8Array>): Readable => Readable.from(chunks(stream));

export const toWeb = (stream: Readable): ReadableStream<Uint8Array> => Readable.toWeb(stream) as ReadableStream<Uint8Array>;
