import type {Sample} from './format.ts';

/** A record of a sample: of a table, its cells by the names of the columns. */
export type SampleRecord = Readonly<Record<string, unknown>>;

const known = new WeakMap<Sample, readonly SampleRecord[]>();

/** The records of a sample; a table without rows counts as one record, so that its header can be known. */
export const recordsOf = (sample: Sample): readonly SampleRecord[] => {
	const records = known.get(sample) ?? (sample.kind === 'json' ? sample.rows : sample.kind === 'text' ? sample.rows.map(line => ({line})) : (sample.rows.length === 0 ? [[]] : sample.rows)
		.map(cells => Object.fromEntries(sample.header.map((name, at) => [name, cells[at] ?? '']))));
	known.set(sample, records);
	return records;
};

/** The share of records for which something holds. */
export const share = (sample: Sample, holds: (record: SampleRecord) => boolean): number => {
	const records = recordsOf(sample);
	return records.length === 0 ? 0 : records.filter(record => holds(record)).length / records.length;
};

/** Whether a record has all of these keys, as they are written or in lower case. */
export const has = (record: SampleRecord, ...keys: readonly string[]): boolean => keys.every(key => Object.hasOwn(record, key) || Object.hasOwn(record, key.toLowerCase()));

/** Whether a record has one of these keys, as it is written or in lower case. */
export const hasSome = (record: SampleRecord, ...keys: readonly string[]): boolean => keys.some(key => has(record, key));

/** What stands at a path of a record, the keys as they are written or in lower case. */
export const valueAt = (record: SampleRecord, ...path: readonly string[]): unknown => {
	let value: unknown = record;
	for (const key of path) {
		if (typeof value !== 'object' || value === null) {
			return undefined;
		}

		const object = value as SampleRecord;
		value = Object.hasOwn(object, key) ? object[key] : (Object.hasOwn(object, key.toLowerCase()) ? object[key.toLowerCase()] : undefined);
	}

	return value;
};

/** The text at a path, empty where there is none. */
export const textAt = (record: SampleRecord, ...path: readonly string[]): string => {
	const value = valueAt(record, ...path);
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

/** Whether keys of the sample are in lower case that the format writes otherwise: the names of all columns, or of the first key of each path. */
export const isFolded = (sample: Sample, ...keys: readonly string[]): boolean => recordsOf(sample).some(record => keys.some(key => key !== key.toLowerCase() && !Object.hasOwn(record, key) && Object.hasOwn(record, key.toLowerCase())));
