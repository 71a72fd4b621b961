import {everything, type Filter, type FilterField, type Test} from './filter.ts';
import {printPart} from './print.ts';

/** Matches no access: what is left when every possible one is excluded. Prints as `NOT *`. */
export const nothing: Filter = Object.freeze({kind: 'not', part: everything});

const isNothing = (filter: Filter): boolean => filter.kind === 'not' && filter.part.kind === 'all';

const freeze = <Value extends object>(value: Value): Value => {
	for (const inner of Object.values(value)) {
		if (typeof inner === 'object' && inner !== null && !Object.isFrozen(inner)) {
			freeze(inner as object);
		}
	}

	return Object.freeze(value);
};

export const match = (field: FilterField, test: Test): Filter => freeze({kind: 'match', field, test});

/** The parts without those said twice; the first one stays, since the order is the writer's. */
const distinct = (parts: readonly Filter[]): readonly Filter[] => [...new Map(parts.map(part => [printPart(part), part])).values()];

const flatten = (kind: 'and' | 'or', parts: readonly Filter[]): readonly Filter[] => parts.flatMap(part => part.kind === kind ? part.parts : [part]);

const joined = (kind: 'and' | 'or', parts: readonly Filter[]): Filter => {
	const [first, ...rest] = distinct(parts);
	if (first === undefined) {
		return kind === 'and' ? everything : nothing;
	}

	return rest.length === 0 ? first : freeze({kind, parts: [first, ...rest]});
};

/** All of these; of none, everything. */
export const allOf = (parts: readonly Filter[]): Filter => {
	const flat = flatten('and', parts).filter(part => part.kind !== 'all');
	return flat.some(part => isNothing(part)) ? nothing : joined('and', flat);
};

/** Any of these; of none, nothing. */
export const anyOf = (parts: readonly Filter[]): Filter => {
	const flat = flatten('or', parts).filter(part => !isNothing(part));
	return flat.some(part => part.kind === 'all') ? everything : joined('or', flat);
};

export const negate = (filter: Filter): Filter => filter.kind === 'not' ? filter.part : freeze({kind: 'not', part: filter});

/** All of these filters together, as when flags, chips and a text meet. */
export const combineFilters = (...filters: readonly Filter[]): Filter => allOf(filters);
