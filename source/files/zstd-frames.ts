import {Decompress} from 'fzstd';
import xxhash from 'xxhash-wasm';

/** Larger windows are for archives of terabytes; a hostile header would make us ask for gigabytes of memory. */
const largestWindow = 128 * 1024 * 1024;

const magic = 0xFD_2F_B5_28;
const isSkippable = (word: number): boolean => (word & 0xFF_FF_FF_F0) >>> 0 === 0x18_4D_2A_50;

/** Takes bytes from the front of what came so far. */
class Inlet {
	private pending: Buffer = Buffer.alloc(0);

	get length(): number {
		return this.pending.length;
	}

	add(chunk: Buffer): void {
		this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
	}

	peek(length: number): Buffer | undefined {
		return this.pending.length < length ? undefined : this.pending.subarray(0, length);
	}

	drop(length: number): void {
		this.pending = this.pending.subarray(length);
	}
}

type Hash = {update(bytes: Uint8Array): unknown; digest(): bigint};
type Frame = {readonly decompress: Decompress; readonly hash: Hash | undefined; /** All its blocks were read; its check sum is still to come. */ ended: boolean};

/** Cuts a stream into frames and their blocks, and has each block decompressed when it is there whole. */
class FrameReader {
	readonly ready: Buffer[] = [];
	private readonly inlet = new Inlet();
	private frame: Frame | undefined;
	private skip = 0;

	private readonly createHash: () => Hash;

	constructor(createHash: () => Hash) {
		this.createHash = createHash;
	}

	/** Whether it stands between two frames. */
	get isComplete(): boolean {
		return this.frame === undefined && this.inlet.length === 0 && this.skip === 0;
	}

	add(chunk: Buffer): void {
		this.inlet.add(chunk);
	}

	/** Deals with the next part; false when it is not there whole. Throws where it cannot be read. */
	step(): boolean {
		const skipped = Math.min(this.skip, this.inlet.length);
		this.inlet.drop(skipped);
		this.skip -= skipped;
		if (this.skip > 0) {
			return false;
		}

		if (!this.frame) {
			return this.begin();
		}

		return this.frame.ended ? this.checkSum(this.frame) : this.block(this.frame);
	}

	private begin(): boolean {
		const word = this.inlet.peek(4)?.readUInt32LE();
		if (word !== undefined && isSkippable(word)) {
			const length = this.inlet.peek(8)?.readUInt32LE(4);
			this.skip = length ?? 0;
			this.inlet.drop(length === undefined ? 0 : 8);
			return length !== undefined;
		}

		if (word !== undefined && word !== magic) {
			throw new TypeError('no frame of Zstandard begins where one should');
		}

		const head = word === undefined ? undefined : headerOf(this.inlet);
		if (!head) {
			return false;
		}

		const hash = head.checksum ? this.createHash() : undefined;
		const decompress = new Decompress(bytes => {
			hash?.update(bytes);
			this.ready.push(Buffer.from(bytes));
		});
		decompress.push(Uint8Array.from(this.inlet.peek(head.length)!));
		this.inlet.drop(head.length);
		this.frame = {decompress, hash, ended: false};
		return true;
	}

	private block(frame: Frame): boolean {
		const head = this.inlet.peek(3)?.readUIntLE(0, 3);
		if (head === undefined) {
			return false;
		}

		const last = (head & 1) === 1;
		// A block of one byte repeated holds that byte alone.
		const whole = this.inlet.peek(3 + (((head >> 1) & 3) === 1 ? 1 : head >> 3));
		if (!whole) {
			return false;
		}

		// The check sum, which the decompressor passes over, is not waited for: a stream that is torn in it has all of its records.
		frame.decompress.push(Uint8Array.from(last && frame.hash ? Buffer.concat([whole, Buffer.alloc(4)]) : whole), last);
		this.inlet.drop(whole.length);
		frame.ended = last;
		if (last && !frame.hash) {
			this.frame = undefined;
		}

		return true;
	}

	private checkSum({hash}: Frame): boolean {
		const stored = this.inlet.peek(4)?.readUInt32LE();
		if (stored === undefined) {
			return false;
		}

		this.inlet.drop(4);
		this.frame = undefined;
		if (Number(hash!.digest() & 0xFF_FF_FF_FFn) !== stored) {
			throw new TypeError('its check sum does not hold');
		}

		return true;
	}
}

/**
Decompresses Zstandard frame by frame and block by block, so that all that stands before a tear is given out; and compares each frame's check
sum, which the decompressor passes over. Returns why the stream ended before its end.
*/
export const unzstd = async function * (input: AsyncIterable<Buffer>): AsyncGenerator<Buffer, string | undefined> {
	const {create64} = await xxhash();
	const reader = new FrameReader(create64);
	let failure: string | undefined;
	for await (const chunk of input) {
		// Behind a tear nothing is looked at, but all of it is read: it is hashed on the way.
		reader.add(failure === undefined ? chunk : Buffer.alloc(0));
		for (let more = true; more && failure === undefined;) {
			try {
				more = reader.step();
			} catch (error) {
				failure = (error as Error).message;
			}

			yield * reader.ready.splice(0);
		}
	}

	return failure ?? (reader.isComplete ? undefined : 'unexpected end of file');
};

/** Length of the frame's header and whether a check sum stands behind the frame; undefined until it is there whole. */
const headerOf = (inlet: Inlet): {readonly length: number; readonly checksum: boolean} | undefined => {
	const flags = inlet.peek(5)?.[4];
	if (flags === undefined) {
		return undefined;
	}

	const single = (flags >> 5) & 1;
	const length = 5 + (1 - single) + [0, 1, 2, 4][flags & 3]! + [single, 2, 4, 8][flags >> 6]!;
	const head = inlet.peek(length);
	if (!head) {
		return undefined;
	}

	const exponent = head[5]!;
	const window = single === 1 ? contentSize(head, flags) : (2 ** (10 + (exponent >> 3))) * (1 + ((exponent & 7) / 8));
	if (window > largestWindow) {
		throw new TypeError(`its window of ${Math.ceil(window / 1024 / 1024)} MB is larger than ${largestWindow / 1024 / 1024} MB`);
	}

	return {length, checksum: ((flags >> 2) & 1) === 1};
};

/** In a single segment the window is the content. */
const contentSize = (head: Buffer, flags: number): number => {
	const bytes = [1, 2, 4, 8][flags >> 6]!;
	const at = head.length - bytes;
	return bytes === 8 ? Number(head.readBigUInt64LE(at)) : head.readUIntLE(at, bytes) + (bytes === 2 ? 256 : 0);
};
