import {conjuncts, fieldsUsed, withoutField, withOnly} from '../../filter/conjuncts.ts';
import type {Filter, FilterField} from '../../filter/filter.ts';

/** The values that a part asks for one by one, when it asks for nothing else: `E0042`, or `(E0042 OR E0107)`. */
const plainValues = (part: Filter): readonly string[] | undefined => {
	if (part.kind === 'match') {
		return part.test.kind === 'is' ? [part.test.text] : undefined;
	}

	if (part.kind !== 'or') {
		return undefined;
	}

	const values = part.parts.map(one => plainValues(one));
	return values.every(value => value !== undefined) ? values.flat() : undefined;
};

const isAbout = (part: Filter, field: FilterField): boolean => {
	const [first, ...others] = fieldsUsed(part);
	return first === field && others.length === 0;
};

export type Selection = {readonly only: ReadonlySet<string>; readonly not: ReadonlySet<string>};

/** Which values of a field the chips ask for, and which they leave out. */
export const selectionOf = (filter: Filter, field: FilterField): Selection => {
	const about = conjuncts(filter).filter(part => isAbout(part, field));
	return {
		only: new Set(about.flatMap(part => plainValues(part) ?? [])),
		not: new Set(about.flatMap(part => part.kind === 'not' ? plainValues(part.part) ?? [] : [])),
	};
};

/** Enter on a row of a facet: only this, and once more: as before. */
export const toggleOnly = (filter: Filter, field: FilterField, value: string): Filter => {
	const {only} = selectionOf(filter, field);
	return only.size === 1 && only.has(value) ? withoutField(filter, field) : withOnly(filter, field, value);
};
