/** Codes from 0 to some highest, in the narrowest numbers that hold them, and in memory that all threads see. */
export type Codes = Uint8Array<SharedArrayBuffer> | Uint16Array<SharedArrayBuffer> | Uint32Array<SharedArrayBuffer>;

/** The rows of each code of a field: those of code `c` go from `starts[c]` to before `starts[c + 1]`. */
export type ByCode = {readonly rows: Uint32Array<SharedArrayBuffer>; readonly starts: Uint32Array<SharedArrayBuffer>};

/** Zeros that hold codes up to `highest`. */
export const codesFor = (length: number, highest: number): Codes => {
	if (highest > 0xFF_FF) {
		return new Uint32Array(new SharedArrayBuffer(length * 4));
	}

	return highest > 0xFF ? new Uint16Array(new SharedArrayBuffer(length * 2)) : new Uint8Array(new SharedArrayBuffer(length));
};
