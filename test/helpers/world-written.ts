import type {Entry, WorldFile} from './world.ts';

/** Where a record was put: its number, and its bytes in the decompressed file, without the line end. */
export type WrittenRecord = {readonly entry: Exclude<Entry, {readonly fate: 'nothing'}>; readonly record: number; readonly offset: number; readonly length: number};

/** A file of the world: `stored` stands on the disk, `content` is what it holds after decompression. */
export type Written = {readonly file: WorldFile; readonly stored: Buffer; readonly content: Buffer; readonly records: readonly WrittenRecord[]};

export type Ledger = {
	readonly add: (text: string, record?: {readonly entry: Entry; readonly lineEnd: string}) => void;
	readonly close: (file: WorldFile, store?: (content: Buffer) => Buffer) => Written;
};

/** Writes down where everything goes while it is written: nobody has to read the file to know. */
export const makeLedger = (encode: (text: string) => Buffer): Ledger => {
	const pieces: Buffer[] = [];
	const records: WrittenRecord[] = [];
	let offset = 0;
	const push = (text: string): number => {
		const bytes = encode(text);
		pieces.push(bytes);
		offset += bytes.length;
		return bytes.length;
	};

	return {
		add(text, record) {
			const start = offset;
			const length = push(text);
			if (record !== undefined) {
				if (record.entry.fate !== 'nothing') {
					records.push({entry: record.entry, record: records.length + 1, offset: start, length});
				}

				push(record.lineEnd);
			}
		},
		close(file, store = content => content) {
			const content = Buffer.concat(pieces);
			return {file, content, stored: store(content), records};
		},
	};
};
