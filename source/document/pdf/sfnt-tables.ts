import {inflateSync} from 'node:zlib';
import {BugError} from '../../errors.ts';

/** The tables of a font in WOFF 1.0, by tag: each is stored plain or deflated, whichever is shorter. */
export const sfntTables = (woff: Buffer): ReadonlyMap<string, Buffer> => {
	if (woff.toString('latin1', 0, 4) !== 'wOFF') {
		throw new BugError('the font of the documents is no WOFF file');
	}

	const tables = new Map<string, Buffer>();
	for (let index = 0; index < woff.readUInt16BE(12); index++) {
		const entry = 44 + (20 * index);
		const [offset, stored, length] = [woff.readUInt32BE(entry + 4), woff.readUInt32BE(entry + 8), woff.readUInt32BE(entry + 12)];
		const bytes = woff.subarray(offset, offset + stored);
		tables.set(woff.toString('latin1', entry, entry + 4), stored < length ? inflateSync(bytes) : bytes);
	}

	return tables;
};

const checksum = (bytes: Buffer): number => {
	let sum = 0;
	for (let index = 0; index < bytes.length; index += 4) {
		sum = (sum + bytes.readUInt32BE(index)) >>> 0;
	}

	return sum;
};

const padded = (bytes: Buffer): Buffer => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/** A TrueType file from its tables. */
export const sfntFile = (tables: ReadonlyMap<string, Buffer>): Buffer => {
	const entries = [...tables].toSorted(([a], [b]) => a < b ? -1 : 1);
	const power = Math.floor(Math.log2(entries.length));
	const head = Buffer.alloc(12 + (16 * entries.length));
	head.writeUInt32BE(0x00_01_00_00, 0);
	head.writeUInt16BE(entries.length, 4);
	head.writeUInt16BE(16 * (2 ** power), 6);
	head.writeUInt16BE(power, 8);
	head.writeUInt16BE(16 * (entries.length - (2 ** power)), 10);
	let offset = head.length;
	for (const [index, [tag, bytes]] of entries.entries()) {
		const at = 12 + (16 * index);
		head.write(tag, at, 'latin1');
		head.writeUInt32BE(checksum(padded(bytes)), at + 4);
		head.writeUInt32BE(offset, at + 8);
		head.writeUInt32BE(bytes.length, at + 12);
		offset += padded(bytes).length;
	}

	return Buffer.concat([head, ...entries.map(([, bytes]) => padded(bytes))]);
};
