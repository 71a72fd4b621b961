/*
The little of DER (X.690) that time stamps need. The reader takes definite lengths up to four bytes and nothing else: a time stamp that
uses more is refused, never guessed at.
*/

export type DerNode = {
	/** The first byte: class, constructed bit, and number of the tag. */
	readonly tag: number;
	/** With tag and length. */
	readonly bytes: Buffer;
	readonly content: Buffer;
};

export const tags = {
	boolean: 0x01, integer: 0x02, bitString: 0x03, octets: 0x04, nothing: 0x05, oid: 0x06, utcTime: 0x17, time: 0x18, sequence: 0x30, set: 0x31, context0: 0xA0, context1: 0xA1,
} as const;

const lengthBytes = (length: number): readonly number[] => {
	if (length < 0x80) {
		return [length];
	}

	const digits = Buffer.from(length.toString(16).padStart(length > 0xFF_FF ? 8 : 4, '0'), 'hex');
	const start = digits.findIndex(digit => digit !== 0);
	return [0x80 + digits.length - start, ...digits.subarray(start)];
};

export const der = (tag: number, ...parts: ReadonlyArray<Uint8Array | readonly number[]>): Buffer => {
	const content = Buffer.concat(parts.map(part => Uint8Array.from(part)));
	return Buffer.concat([Uint8Array.from([tag, ...lengthBytes(content.length)]), content]);
};

/** Undefined: it is damaged, or no DER. */
export const readDer = (bytes: Buffer): DerNode | undefined => {
	const [tag, first] = bytes;
	if (tag === undefined || first === undefined || (tag & 0x1F) === 0x1F || first === 0x80 || first > 0x84) {
		return undefined;
	}

	const count = first < 0x80 ? 0 : first - 0x80;
	if (bytes.length < 2 + count) {
		return undefined;
	}

	const length = count === 0 ? first : bytes.readUIntBE(2, count);
	const end = 2 + count + length;
	return end > bytes.length ? undefined : {tag, bytes: bytes.subarray(0, end), content: bytes.subarray(2 + count, end)};
};

/** What stands in a sequence or a set. Undefined: it is damaged. */
export const derParts = (content: Buffer): readonly DerNode[] | undefined => {
	const parts: DerNode[] = [];
	for (let rest = content; rest.length > 0;) {
		const node = readDer(rest);
		if (!node) {
			return undefined;
		}

		parts.push(node);
		rest = rest.subarray(node.bytes.length);
	}

	return parts;
};

export const encodeOid = (oid: string): Buffer => {
	const [first = 0, second = 0, ...others] = oid.split('.').map(Number);
	const numbers = [first * 40 + second, ...others].flatMap(number => {
		const digits = [number % 128];
		for (let rest = Math.floor(number / 128); rest > 0; rest = Math.floor(rest / 128)) {
			digits.unshift(rest % 128 + 128);
		}

		return digits;
	});
	return der(tags.oid, numbers);
};

export const isOid = (node: DerNode | undefined, oid: string): boolean => node?.bytes.equals(encodeOid(oid)) === true;
