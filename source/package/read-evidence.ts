import {join} from 'node:path';
import {ExpectedError} from '../errors.ts';
import {evidenceFile} from './evidence-file.ts';
import {readLines, type Line} from './read-lines.ts';

/** One line of evidence/records.ndjson as it stands in a package; nothing in it is proven by being here. */
export type PackedEvidence = PackedPlace & {
	/** Line of the file; 1 is the first. */
	readonly line: number;
	readonly evidence: string;
	/** The exact bytes of the record; absent when it is redacted. */
	readonly bytes?: Uint8Array;
	/** Of the original bytes, also when redacted. */
	readonly rawSha256: string;
	readonly event: Readonly<Record<string, unknown>>;
	readonly selections: readonly number[];
	readonly why: readonly string[];
	/** Where the same event stands again. */
	readonly duplicates: readonly PackedPlace[];
};

/** Where a record stands in an export. */
export type PackedPlace = {
	readonly source: {readonly path: string; readonly sha256: string};
	readonly record: number;
	readonly offset?: number;
	readonly length?: number;
	readonly pointer?: string;
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isHash = (value: unknown): value is string => isText(value) && /^[\da-f]{64}$/.test(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isOptionalCount = (value: unknown): value is number | undefined => value === undefined || isCount(value);
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(item => isText(item));
const isCounts = (value: unknown): value is readonly number[] => Array.isArray(value) && value.every(item => isCount(item));

const rawBytes = ({raw, raw_b64: encoded, raw_redacted: redacted}: Fields): Uint8Array | 'redacted' | undefined => {
	if ([raw, encoded, redacted].filter(value => isText(value)).length !== 1) {
		return undefined;
	}

	if (isText(raw)) {
		return Buffer.from(raw, 'utf8');
	}

	return isText(encoded) ? Buffer.from(encoded, 'base64') : 'redacted';
};

const parseJson = (text: string): unknown => {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
};

/** The place that fields name, or what is wrong with them. */
const parsePlace = ({source, record, offset, length, pointer}: Fields): PackedPlace | string => {
	if (!isFields(source) || !isText(source['path']) || !isHash(source['sha256']) || !isCount(record)) {
		return 'lacks evidence id, source or record';
	}

	if (!isOptionalCount(offset) || !isOptionalCount(length) || !(pointer === undefined || isText(pointer))) {
		return 'has an offset, length or pointer of another kind';
	}

	return {
		source: {path: source['path'], sha256: source['sha256']}, record,
		...(offset === undefined ? {} : {offset}), ...(length === undefined ? {} : {length}), ...(pointer === undefined ? {} : {pointer}),
	};
};

/** The places of duplicates; undefined when one of them is none. */
const parseDuplicates = (duplicates: unknown): readonly PackedPlace[] | undefined => {
	if (duplicates === undefined) {
		return [];
	}

	const places = Array.isArray(duplicates) ? duplicates.map((place: unknown) => isFields(place) ? parsePlace(place) : '') : [''];
	return places.every(place => typeof place !== 'string') ? places : undefined;
};

/** The record on a line, or what is wrong with the line. */
export const parseEvidence = ({number, text, problem}: Line): PackedEvidence | string => {
	const fields = parseJson(text ?? '');
	if (text === undefined || !isFields(fields)) {
		return problem ?? 'is not a JSON object';
	}

	const {evidence, raw_sha256: rawSha256, event, selections, why} = fields;
	if (!isText(evidence)) {
		return 'lacks evidence id, source or record';
	}

	const place = parsePlace(fields);
	if (typeof place === 'string') {
		return place;
	}

	const bytes = rawBytes(fields);
	if (bytes === undefined || !isHash(rawSha256)) {
		return 'lacks raw, raw_b64 or raw_redacted (one of them), or raw_sha256';
	}

	if (!isFields(event) || !isCounts(selections) || !isTexts(why)) {
		return 'lacks event, selections or why';
	}

	const duplicates = parseDuplicates(fields['duplicates']);
	if (duplicates === undefined) {
		return 'has duplicates that name no place';
	}

	return {line: number, evidence, ...place, ...(bytes === 'redacted' ? {} : {bytes}), rawSha256, event, selections, why, duplicates};
};

/** The evidence of a package folder, record by record. Stops at a line that is none: verify names them all. */
export const readEvidence = async function * (directory: string, signal?: AbortSignal): AsyncGenerator<PackedEvidence> {
	for await (const line of readLines(join(directory, evidenceFile.path), signal)) {
		const record = parseEvidence(line);
		if (typeof record === 'string') {
			throw new ExpectedError(`an evidence record ${record}`, {where: `${evidenceFile.path}, line ${line.number}`, next: 'Run whosaw verify on the package.'});
		}

		yield record;
	}
};
