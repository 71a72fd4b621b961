import {count, instant, object, text, truth, type Schema} from './schema.ts';

const accounting = {...object({read: count, kept: count, duplicate: count, rejected: count}), description: 'read = kept + duplicate + rejected'};

/** The fields of a source that was read, for `whosaw.report/1`. */
export const sourceFields: Readonly<Record<string, Schema>> = {
	path: text,
	format: text,
	sha256: {type: 'string', pattern: '^[0-9a-f]{64}$'},
	bytes: count,
	records: accounting,
	possibleDuplicates: count,
	incomplete: truth,
	timezone: object({name: text, assumed: truth}),
};

/** Absent when the source has no kept record. */
export const sourceTimes: Readonly<Record<string, Schema>> = {firstAt: instant, lastAt: instant};

export const failedSource: Schema = object({path: text, error: text}, {next: text});
