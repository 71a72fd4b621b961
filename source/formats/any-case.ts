import {first, field, whereIn, type FieldExpression, type FieldMap} from '../records/field-expression.ts';

type Paths = (path: readonly string[]) => FieldExpression;

const mapped = (expression: FieldExpression, paths: Paths): FieldExpression => {
	switch (expression.kind) {
		case 'field': {
			return paths(expression.path);
		}

		case 'literal': {
			return expression;
		}

		case 'replace':
		case 'all':
		case 'each':
		case 'extract': {
			return {...expression, of: mapped(expression.of, paths)};
		}

		case 'unlike': {
			return {...expression, of: mapped(expression.of, paths), other: mapped(expression.other, paths)};
		}

		case 'when': {
			return {...expression, of: mapped(expression.of, paths), then: mapped(expression.then, paths), ...(expression.otherwise ? {otherwise: mapped(expression.otherwise, paths)} : {})};
		}

		default: {
			return {...expression, of: expression.of.map(part => mapped(part, paths))};
		}
	}
};

const mappedAll = (fields: FieldMap, paths: Paths): FieldMap =>
	Object.fromEntries(Object.entries(fields).map(([role, value]) => [role, role === 'timeStyle' ? value : mapped(value as FieldExpression, paths)])) as FieldMap;

/** Values that a condition asks for are no keys and keep their case. */
const lowered = (key: string): string => {
	const where = whereIn(key);
	return where ? `${where.every ? '*' : '[0]'}?${where.path.join('.').toLowerCase()}=${where.among.join('|')}` : key.toLowerCase();
};

/** The same fields, read in lower case where a record has no such key: data lakes fold the case of the keys at the top, some of all. */
export const inAnyCase = (fields: FieldMap): FieldMap => mappedAll(fields, path => {
	const readings = [path, path.map((key, at) => at === 0 ? lowered(key) : key), path.map(key => lowered(key))];
	const distinct = readings.filter((reading, at) => readings.findIndex(other => other.join('\0') === reading.join('\0')) === at);
	return distinct.length === 1 ? field(...path) : first(...distinct.map(reading => field(...reading)));
});

/** The same fields, below a path: the resources of a bundle. */
export const below = (way: readonly string[], fields: FieldMap): FieldMap => mappedAll(fields, path => field(...way, ...path));
