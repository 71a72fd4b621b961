import {isUtf8} from 'node:buffer';
import {createHash} from 'node:crypto';
import {BugError} from '../errors.ts';
import {formatInstant} from '../records/instant.ts';
import type {EventRow} from '../records/answer.ts';
import type {Citation} from '../records/citation.ts';
import {safeJson} from '../document/safe-json.ts';
import {redactCards, withoutCards} from './card-numbers.ts';
import type {PackagedEvidence} from './contents.ts';
import type {PathNames} from './path-names.ts';
import {investigators, type PackageContext, type PackageFile} from './payload.ts';

const file = 'data/evidence/records.ndjson';

type Raw = {readonly raw: string} | {readonly raw_b64: string; readonly encoding?: string} | {readonly raw_redacted: string};

/**
The exact bytes: as text when they are UTF-8, which gives the same bytes again, else in base 64. Of an export in another encoding always in
base 64: some of its records would be UTF-8 by chance. A record with card numbers is given as text with their last four digits only; its hash stays the
original's, which a replay can check.
*/
const rawFields = ({bytes, encoding}: PackagedEvidence): {readonly fields: Raw; readonly cards: number} => {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const {text, cards} = redactCards(textOf(buffer, encoding));
	if (cards > 0) {
		return {fields: {raw_redacted: text}, cards};
	}

	if (encoding !== undefined) {
		return {fields: {raw_b64: buffer.toString('base64'), encoding}, cards};
	}

	return {fields: isUtf8(buffer) ? {raw: buffer.toString('utf8')} : {raw_b64: buffer.toString('base64')}, cards};
};

/** What the bytes say, as far as digits are concerned. */
const textOf = (buffer: Buffer, encoding: string | undefined): string => {
	if (encoding === 'utf-16be') {
		return Buffer.from(buffer).swap16().toString('utf16le');
	}

	return buffer.toString(encoding === 'utf-16le' ? 'utf16le' : (encoding === undefined && isUtf8(buffer) ? 'utf8' : 'latin1'));
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

const evidenceLine = (record: PackagedEvidence, {paths, tally}: PackageContext): string => {
	const {citation, event, bytes, duplicates} = record;
	const {fields, cards} = rawFields(record);
	if (cards > 0) {
		tally.redactions.push({file, what: 'card numbers but for their last four digits', evidence: event.id, count: cards, why: 'card numbers leave no system whole'});
	}

	return safeJson({
		evidence: event.id,
		...placeFields(citation, paths),
		...fields,
		raw_sha256: createHash('sha256').update(bytes).digest('hex'),
		event: withoutCards(sorted(eventFields(event, paths))),
		selections: record.selections ?? [1],
		why: withoutCards(record.why),
		duplicates: duplicates?.map(duplicate => placeFields(duplicate, paths)),
	}) + '\n';
};

const text = async function * (context: PackageContext): AsyncGenerator<string> {
	const {contents, tally} = context;
	for await (const record of contents.evidence) {
		const {length} = record.citation;
		if (length !== undefined && length !== record.bytes.length) {
			throw new BugError(`evidence ${record.event.id} has ${record.bytes.length} bytes where its citation says ${length}`);
		}

		tally.evidence++;
		tally.reached += record.event.outcome === 'denied' || record.event.outcome === 'error' ? 0 : 1;
		yield evidenceLine(record, context);
	}
};

/** Every matching record, verbatim, with its place in the export. */
export const evidenceFile: PackageFile = {path: file, about: 'every matching record as the export holds it, with its place in the export ("duplicates": where the same event stands again; "raw_b64": not UTF-8; "raw_redacted": with card numbers cut): one JSON object a line', audiences: investigators, text};
