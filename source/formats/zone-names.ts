import {extract, join, literal, when, first, type FieldExpression} from '../records/field-expression.ts';
import {zoneOffsets} from '../records/zone-offsets.ts';
import {whereFilled} from './expressions.ts';

const clockPattern = String.raw`[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?`;

/** The clock reading that a text begins with, without its zone. */
export const clockOf = (text: FieldExpression): FieldExpression => extract(text, `^(${clockPattern})`);

/** The time that a text begins with, such as `2025-01-21 18:32:48.288 CET`: its zone is said as an offset where its name means one. */
export const zonedTime = (text: FieldExpression): FieldExpression => {
	const clock = clockOf(text);
	const zone = extract(text, `^${clockPattern} ?([A-Z]{1,5}|[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?)(?:[^A-Za-z0-9]|$)`);
	return first(
		...Object.entries(zoneOffsets).map(([offset, names]) => when(zone, names, join('', clock, literal(offset)))),
		whereFilled(extract(zone, '^([+-])'), join('', clock, zone)),
		join(' ', clock, zone),
	);
};
