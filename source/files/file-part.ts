/** The records of one format in a file that mixes several: a source of its own, in which every record keeps the number and the place that it has in the file. */
export type FilePart = {
	/** The format's name, which stands behind the path of the file: `mixed.ndjson!okta`. */
	readonly name: string;
	/** Of every record of the file, in its order, the number of the part that it belongs to; a record behind them belongs to the first. */
	readonly kinds: Uint8Array;
	/** The number of this part, from 0. What is of no format at all is the first's. */
	readonly kind: number;
};

/** Whether a record, of which 1 is the first, belongs to a part; all do where a file has none. */
export const isOwn = (part: FilePart | undefined, record: number): boolean => part === undefined || (part.kinds[record - 1] ?? 0) === part.kind;

/** The path of a part of a file. */
export const pathOfPart = (path: string, name: string): string => `${path}!${name}`;

/** The path of the file itself. */
export const wholePath = ({path, part}: {readonly path: string; readonly part?: FilePart}): string => part ? path.slice(0, -(part.name.length + 1)) : path;
