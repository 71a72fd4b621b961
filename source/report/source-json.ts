import {formatInstant} from '../records/instant.ts';
import type {FailedSource, Source} from '../records/source.ts';

/** A source by the names of `whosaw.report/1`. */
export const sourceJson = ({path, format, sha256, bytes, records, possibleDuplicates, incomplete, firstAt, lastAt, timezone}: Source): Readonly<Record<string, unknown>> => ({
	path,
	format,
	sha256,
	bytes,
	records: {read: records.read, kept: records.kept, duplicate: records.duplicate, rejected: records.rejected},
	possibleDuplicates,
	incomplete,
	firstAt: firstAt === undefined ? undefined : formatInstant(firstAt),
	lastAt: lastAt === undefined ? undefined : formatInstant(lastAt),
	timezone: {name: timezone.name, assumed: timezone.assumed},
});

/** The same with how it was recognised and read, for `whosaw.sources/1`. */
export const sourceDetailJson = (source: Source): Readonly<Record<string, unknown>> => ({
	...sourceJson(source),
	why: source.why,
	mapping: source.mapping,
	ambiguousTimes: source.ambiguousTimes,
	conflicts: source.conflicts,
	conflicting: source.conflicting,
	unmatched: source.unmatched.map(({value, records, reason}) => ({value, records, reason})),
	rejections: source.rejections.map(({reason, records, first}) => ({reason, records, first: {record: first.record, byte: first.byte}})),
});

/** A source that could not be read has an error, and no records. */
export const failedJson = ({path, error, next}: FailedSource): Readonly<Record<string, unknown>> => ({path, error, next});
