/** Where a record stands in the export it came from, so that anyone can find it again with stock tools. */
export type Citation = {
	/** The path as given, with `archive.zip!member` for a member, and `mixed.ndjson!okta` for a record of a file that mixes formats; record and offset count in the file. */
	readonly path: string;
	/** Of the file as stored, in lower-case hex. */
	readonly sha256: string;
	/** 1 is the first record. */
	readonly record: number;
	/** 0-based, after decompression and before decoding; absent in Parquet. */
	readonly offset?: number;
	/** In bytes, without the line end; absent in Parquet. */
	readonly length?: number;
	/** RFC 6901, where the record stands inside a JSON document. */
	readonly pointer?: string;
};
