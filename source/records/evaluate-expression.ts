import {insideText, isMany, placeIn, whereIn, type FieldExpression} from './field-expression.ts';

/** Gives the raw text at a path of one record, or undefined. */
export type FieldReader = (path: readonly string[]) => string | undefined;

/** Reads paths of a table record. Columns have one-key paths. */
export const cellReader = (header: readonly string[], cells: readonly string[]): FieldReader => {
	const index = placesOf(header);
	return ([name, ...inside]) => {
		const cell = cells[index.get(name!) ?? -1];
		return inside.length === 0 || cell === undefined ? cell : jsonReader(cell)(inside);
	};
};

const places = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Places of the columns, worked out once a header and not once a record. */
const placesOf = (header: readonly string[]): ReadonlyMap<string, number> => {
	const known = places.get(header) ?? new Map(header.map((name, at) => [name, at]));
	places.set(header, known);
	return known;
};

/** Reads paths of a parsed JSON record; objects and arrays come as their JSON text, as the engine gives them. */
export const jsonReader = (record: unknown): FieldReader => path => {
	const values = follow(record, path);
	return isMany(path) ? (values.length === 0 ? undefined : JSON.stringify(values.map(value => asText(value) ?? null))) : asText(values[0]);
};

/** The values at a path; a null counts as one, as it does for the engine: it is an element of a list. */
const follow = (value: unknown, path: readonly string[]): readonly unknown[] => {
	const [key, ...rest] = path;
	if (key === undefined) {
		return value === undefined ? [] : [value];
	}

	if (key === insideText) {
		return follow(typeof value === 'string' ? parsed(value) : value, rest);
	}

	if (typeof value !== 'object' || value === null) {
		return [];
	}

	const place = placeIn(key);
	if (place !== undefined) {
		return Array.isArray(value) && place < value.length ? follow(value[place], rest) : [];
	}

	if (key === '*') {
		return Array.isArray(value) ? value.flatMap(element => follow(element, rest)) : [];
	}

	const where = whereIn(key);
	if (where) {
		const meant = Array.isArray(value) ? value.filter(element => where.among.includes(asText(follow(element, where.path)[0]) ?? '')) : [];
		return (where.every ? meant : meant.slice(0, 1)).flatMap(element => follow(element, rest));
	}

	return Object.hasOwn(value, key) && !Array.isArray(value) ? follow((value as Readonly<Record<string, unknown>>)[key], rest) : [];
};

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

const asText = (value: unknown): string | undefined =>
	value === null || value === undefined ? undefined : (typeof value === 'string' ? value : written(value));

/** Nested so deeply that writing it would overflow the stack, it has no text. */
const written = (value: unknown): string | undefined => {
	try {
		return JSON.stringify(value);
	} catch {
		return undefined;
	}
};

/** The second reader's evaluation of a field expression: trimmed text, or undefined for no value. */
export const evaluate = (expression: FieldExpression, read: FieldReader): string | undefined => {
	switch (expression.kind) {
		case 'field': {
			return filled(read(expression.path));
		}

		case 'literal': {
			return expression.text;
		}

		case 'first': {
			for (const part of expression.of) {
				const value = evaluate(part, read);
				if (value !== undefined) {
					return value;
				}
			}

			return undefined;
		}

		case 'extract': {
			const value = evaluate(expression.of, read);
			return value === undefined ? undefined : filled(new RegExp(expression.pattern, 'u').exec(value)?.[expression.group]);
		}

		case 'replace': {
			return filled(evaluate(expression.of, read)?.replaceAll(expression.text, () => expression.by));
		}

		case 'each': {
			const value = evaluate(expression.of, read);
			const several = value?.startsWith('[') ? parsed(value) : undefined;
			return Array.isArray(several) ? JSON.stringify(several.map((one: unknown) => typeof one === 'string' ? firstGroup(one, expression.pattern) : one)) : value;
		}

		case 'all': {
			const found = [...(evaluate(expression.of, read) ?? '').matchAll(new RegExp(expression.pattern, 'gu'))].map(([, group = '']) => group);
			return found.length === 0 ? undefined : JSON.stringify(found);
		}

		case 'unlike': {
			const value = evaluate(expression.of, read);
			const other = evaluate(expression.other, read);
			return value !== undefined && other !== undefined && uncapitalised(value) === uncapitalised(other) ? undefined : value;
		}

		case 'when': {
			const value = evaluate(expression.of, read);
			const holds = value !== undefined && (expression.among?.includes(value) ?? true);
			return holds ? evaluate(expression.then, read) : expression.otherwise && evaluate(expression.otherwise, read);
		}

		case 'join': {
			const parts = expression.of.map(part => evaluate(part, read));
			const values = parts.filter(part => part !== undefined);
			return values.length === 0 || (expression.all && values.length < parts.length) ? undefined : values.join(expression.separator);
		}
	}
};

const firstGroup = (text: string, pattern: string): string => {
	const found = new RegExp(pattern, 'u').exec(text)?.[1] ?? '';
	return found === '' ? text : found;
};

/** Letters of other writings have no one case that the engine agrees on. */
const uncapitalised = (text: string): string => text.replaceAll(/[A-Z]/g, letter => letter.toLowerCase());

/** Trims blanks, tabs and line ends; SQL trims the same characters. */
export const trimmed = (text: string): string => {
	// Not a pattern: one that looks for blanks at the end begins anew at every blank within, and takes hours for a megabyte of them.
	let from = 0;
	let to = text.length;
	while (from < to && isBlank(text[from]!)) {
		from++;
	}

	while (to > from && isBlank(text[to - 1]!)) {
		to--;
	}

	return text.slice(from, to);
};

const isBlank = (character: string): boolean => character === ' ' || character === '\t' || character === '\r' || character === '\n';

const filled = (text: string | undefined): string | undefined => {
	const value = text === undefined ? '' : trimmed(text);
	return value === '' ? undefined : value;
};
