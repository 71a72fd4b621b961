import {isUtf8} from 'node:buffer';
import {createHash} from 'node:crypto';
import {BugError} from '../errors.ts';
import {formatInstant} from '../records/instant.ts';
import type {EventRow} from '../records/answer.ts';
import type {Citation} from '../records/citation.ts';
import {safeJson} from '../document/safe-json.ts';
import type {PackagedEvidence} from './contents.ts';
import type {PathNames} from './path-names.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

/**
The exact bytes: as text when they are UTF-8, which gives the same bytes again, else in base 64. Of an export in another encoding always in
base 64: some of its records would be UTF-8 by chance.
*/
const rawFields = ({bytes, encoding}: PackagedEvidence): {readonly raw: string} | {readonly raw_b64: string; readonly encoding?: string} => {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (encoding !== undefined) {
		return {raw_b64: buffer.toString('base64'), encoding};
	}

	return isUtf8(buffer) ? {raw: buffer.toString('utf8')} : {raw_b64: buffer.toString('base64')};
};

/** Where a record stands; a place that is not known has no key. */
const placeFields = ({path, sha256, record, offset, length, pointer}: Citation, paths: PathNames) =>
	({source: {path: paths.of(path), sha256}, record, offset, length, pointer});

/** The event as the investigation understood it; the row number only means something inside it and stays there. */
const eventFields = (event: EventRow, paths: PathNames): Readonly<Record<string, unknown>> => {
	const {row: _, at, source, ...others} = event;
	return {at: formatInstant(at), ...others, source: paths.of(source)};
};

const sorted = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
	Object.fromEntries(Object.keys(fields).toSorted().map(key => [key, fields[key]]));

const evidenceLine = (record: PackagedEvidence, paths: PathNames): string => {
	const {citation, event, bytes, duplicates} = record;
	return safeJson({
		evidence: event.id,
		...placeFields(citation, paths),
		...rawFields(record),
		raw_sha256: createHash('sha256').update(bytes).digest('hex'),
		event: sorted(eventFields(event, paths)),
		selections: record.selections ?? [1],
		why: record.why,
		duplicates: duplicates?.map(duplicate => placeFields(duplicate, paths)),
	}) + '\n';
};

const text = async function * ({contents, paths, tally}: PackageContext): AsyncGenerator<string> {
	for await (const record of contents.evidence) {
		const {length} = record.citation;
		if (length !== undefined && length !== record.bytes.length) {
			throw new BugError(`evidence ${record.event.id} has ${record.bytes.length} bytes where its citation says ${length}`);
		}

		tally.evidence++;
		tally.reached += record.event.outcome === 'denied' || record.event.outcome === 'error' ? 0 : 1;
		yield evidenceLine(record, paths);
	}
};

/** Every matching record, verbatim, with its place in the export. */
export const evidenceFile: PackageFile = {path: 'data/evidence/records.ndjson', audiences: investigators, text};
