import {awsCloudtrail} from './aws-cloudtrail.ts';
import type {Format, Sample} from './format.ts';

/** Every vendor's format, by name. One file each. */
export const formats: readonly Format[] = [awsCloudtrail];

/** The shapes that unknown tables come in; their fields are mapped by a guess or by --map. */
export const unknownTables: ReadonlyArray<{readonly name: string; readonly title: string; readonly recognised: string; readonly about: string}> = [
	{name: 'table', title: 'CSV, TSV, and tables with ; or |', recognised: 'lines with as many cells as their header', about: 'Any table with one access a row. Its columns are mapped by their names and values, or by --map role=column.'},
	{name: 'ndjson', title: 'NDJSON', recognised: 'one JSON object a line', about: 'Any log with one JSON object a line. Nested fields are mapped by dotted path, such as actor.id or fields[].'},
	{name: 'json', title: 'JSON', recognised: 'an array of objects, one object around one array, or objects one after another', about: 'Any JSON document that holds a list of accesses.'},
	{name: 'parquet', title: 'Parquet', recognised: 'PAR1 at its start', about: 'Any Parquet file with one access a row; records are cited by row, for its bytes are packed.'},
];

export const formatNames: readonly string[] = [...formats.map(({name}) => name), ...unknownTables.map(({name}) => name)];

/** Below this share of recognised records a format is not taken without asking. */
export const confident = 0.8;

/** The format whose signature the records bear, with its score. */
export const detectFormat = (sample: Sample): {readonly format: Format; readonly score: number} | undefined => {
	const scored = formats.map(format => ({format, score: format.detect(sample)})).filter(({score}) => score >= confident).toSorted((a, b) => b.score - a.score);
	return scored[0];
};
