import {extract, join, literal, when, first, type FieldExpression} from '../records/field-expression.ts';
import {whereFilled} from './expressions.ts';

/** Names of zones that mean one offset wherever they are used. Names of several (CST, IST, BST, PST) are not here: their times are rejected, for nobody can tell. */
const offsets: Readonly<Record<string, readonly string[]>> = {
	'+00:00': ['UTC', 'GMT', 'UCT', 'Z', 'WET'], '+01:00': ['CET', 'MET', 'WEST', 'WAT'], '+02:00': ['CEST', 'MEST', 'EET', 'SAST', 'CAT'], '+03:00': ['EEST', 'MSK', 'EAT'],
	'+07:00': ['WIB'], '+08:00': ['HKT', 'AWST', 'WITA'], '+09:00': ['JST', 'KST', 'WIT'], '+09:30': ['ACST'], '+10:00': ['AEST'], '+10:30': ['ACDT'], '+11:00': ['AEDT'], '+12:00': ['NZST'], '+13:00': ['NZDT'],
	'-02:30': ['NDT'], '-03:30': ['NST'], '-04:00': ['EDT'], '-05:00': ['EST'], '-06:00': ['MDT'], '-07:00': ['PDT', 'MST'], '-08:00': ['AKDT'], '-09:00': ['AKST'], '-10:00': ['HST'],
};

const clockPattern = String.raw`[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?`;

/** The clock reading that a text begins with, without its zone. */
export const clockOf = (text: FieldExpression): FieldExpression => extract(text, `^(${clockPattern})`);

/** The time that a text begins with, such as `2025-01-21 18:32:48.288 CET`: its zone is said as an offset where its name means one. */
export const zonedTime = (text: FieldExpression): FieldExpression => {
	const clock = clockOf(text);
	const zone = extract(text, `^${clockPattern} ?([A-Z]{1,5}|[+-][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2})?)?)(?:[^A-Za-z0-9]|$)`);
	return first(
		...Object.entries(offsets).map(([offset, names]) => when(zone, names, join('', clock, literal(offset)))),
		whereFilled(extract(zone, '^([+-])'), join('', clock, zone)),
		join(' ', clock, zone),
	);
};
