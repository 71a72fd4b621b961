import type {PreparedFile} from '../files/prepared-file.ts';
import {firstRecords} from '../files/sample-records.ts';
import {lineEndOf} from '../files/structure.ts';
import {detectFormat, formats} from '../formats/formats.ts';

/** So many lines of a head are shown to the formats. */
const shown = 300;

/**
The file as the text that a format knows, where one does; `named` is the format that the person said. Anything else stays as it was, but for the columns
of a table without a header that a format has names for.
*/
export const claimText = (file: PreparedFile, named?: string): PreparedFile => {
	const {structure} = file;
	if (structure.kind !== 'table' && structure.kind !== 'text') {
		return file;
	}

	const text = file.head.toString('utf8');
	const all = text.split(/\r?\n/);
	// The last line of a head may be cut.
	const lines = (file.headIsWhole || all.length === 1 ? all : all.slice(0, -1)).slice(0, shown);
	for (const format of formats.filter(({name}) => named === undefined || name === named)) {
		const shape = format.text?.(lines);
		const claimed = shape && {...file, structure: {kind: 'text', lineEnd: lineEndOf(file.head), shape}} as const;
		const sample = claimed && firstRecords(claimed, shown);
		if (claimed && sample && (named !== undefined || detectFormat(sample)?.format === format)) {
			return claimed;
		}
	}

	return structure.kind === 'table' && structure.shape.header.length === 0 ? withNames(file, structure) : file;
};

const withNames = (file: PreparedFile, structure: Extract<PreparedFile['structure'], {readonly kind: 'table'}>): PreparedFile => {
	const sample = firstRecords(file, shown);
	const rows = sample?.kind === 'table' ? sample.rows : [];
	const header = formats.map(({columns}) => columns?.(rows)).find(names => names?.length === structure.header.length);
	return header ? {...file, structure: {...structure, header}} : file;
};
