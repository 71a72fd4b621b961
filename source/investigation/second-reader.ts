import {readCells} from '../files/delimiter-style.ts';
import type {PreparedFile} from '../files/prepared-file.ts';
import {parseObject} from '../files/sample-records.ts';
import {asLine} from '../files/text-shape.ts';
import {activityOf} from '../formats/vocabulary.ts';
import {cellReader, evaluate, jsonReader, type FieldReader} from '../records/evaluate-expression.ts';
import {pathsOf, type FieldExpression, type FieldMap, type FieldRole} from '../records/field-expression.ts';
import {parseTime} from '../records/parse-time.ts';
import {keysRead, repeatedKey, type KeyRead} from '../records/repeated-key.ts';

/** What is needed to understand one record of a file. */
export type ReadingPlan = {readonly file: PreparedFile; readonly fields: FieldMap; readonly envelope?: readonly string[]; readonly zone: {readonly name: string}};

/** A record as the second reader understands it. */
export type Understood = {
	/** Undefined when its time is not understood. */
	readonly at?: number;
	readonly atOriginal?: string;
	/** Text by role, as the export writes it (trimmed). */
	readonly roles: Readonly<Partial<Record<FieldRole, string>>>;
	/** Every field of the record, in its order. */
	readonly fields: ReadonlyArray<{readonly name: string; readonly text: string}>;
};

/** Understands a record from its verbatim text, without the engine; undefined when it cannot be read at all. */
export const understand = (plan: ReadingPlan, raw: string): Understood | undefined => {
	const parts = readParts(plan, raw);
	if (!parts) {
		return undefined;
	}

	const roles = Object.fromEntries(Object.entries(plan.fields).flatMap(([role, expression]) => {
		const value = role === 'timeStyle' || !('kind' in expression) ? undefined : evaluate(expression as never, parts.read);
		return value === undefined ? [] : [[role, value]];
	})) as Understood['roles'];
	const time = roles.time === undefined ? undefined : parseTime(roles.time, plan.fields.timeStyle, plan.zone.name);
	return {
		...(time && 'at' in time ? {at: time.at} : {}), ...(roles.time === undefined ? {} : {atOriginal: roles.time}),
		roles, fields: parts.fields,
	};
};

const readKeys = new WeakMap<FieldMap, readonly KeyRead[]>();

/** The keys of a field map, worked out once a map and not once a record. */
const keysOf = (fields: FieldMap): readonly KeyRead[] => {
	const known = readKeys.get(fields) ?? keysRead(Object.entries(fields).flatMap(([role, expression]) => role === 'timeStyle' ? [] : pathsOf(expression as FieldExpression)));
	readKeys.set(fields, known);
	return known;
};

const readParts = ({file, fields, envelope}: ReadingPlan, raw: string): {readonly read: FieldReader; readonly fields: Understood['fields']} | undefined => {
	if (file.structure.kind === 'table') {
		const {header, shape: {style}} = file.structure;
		// The engine holds no NULs: it was given visible ones.
		const cells = readCells(raw.replaceAll('\0', '\u2400'), style);
		return cells && {read: cellReader(header, cells), fields: header.map((name, index) => ({name, text: cells[index] ?? ''}))};
	}

	if (file.structure.kind === 'text') {
		const line = asLine(raw);
		return {read: ([name]) => name === 'line' ? line : undefined, fields: [{name: 'line', text: raw}]};
	}

	const outer = parseObject(raw);
	const text = outer && envelope ? jsonReader(outer)(envelope) ?? '' : raw;
	const unwrapped = envelope ? parseObject(text) : outer;
	const inner = unwrapped ?? outer;
	const repeated = outer && (repeatedKey(unwrapped ? text : raw, keysOf(fields)) ?? (envelope && repeatedKey(raw, keysRead([envelope]))));
	return inner === undefined || repeated !== undefined ? undefined : {read: jsonReader(inner), fields: flatten(inner)};
};

type Fields = Array<{readonly name: string; readonly text: string}>;

/** Adds every value below a path to one list: a record may have tens of thousands. */
const addFields = (into: Fields, value: unknown, path: string, depth: number): void => {
	if (typeof value !== 'object' || value === null || depth >= 12) {
		into.push({name: path, text: typeof value === 'string' ? value : writtenOut(value)});
		return;
	}

	const count = into.length;
	if (Array.isArray(value)) {
		for (const [index, element] of value.entries()) {
			addFields(into, element, `${path}[${index}]`, depth + 1);
		}
	} else {
		for (const [key, element] of Object.entries(value)) {
			addFields(into, element, path === '' ? key : `${path}.${key}`, depth + 1);
		}
	}

	if (into.length === count) {
		into.push({name: path, text: Array.isArray(value) ? '[]' : '{}'});
	}
};

/** Every value of a JSON record by its dotted path. */
const flatten = (value: unknown): Understood['fields'] => {
	const fields: Fields = [];
	addFields(fields, value, '', 0);
	return fields;
};

/** A value as JSON; one that is nested too deeply to be written out says so. */
const writtenOut = (value: unknown): string => {
	try {
		return JSON.stringify(value) ?? '';
	} catch {
		return '(nested too deeply to show)';
	}
};

/** What an action means, for previews. */
export const activityOfRoles = (roles: Understood['roles']): string => activityOf(roles.activity ?? roles.action ?? '');
