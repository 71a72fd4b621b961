import {allOf, anyOf, match, negate} from './build.ts';
import type {Filter, FilterField, Test} from './filter.ts';

/** The same filter with other tests. */
export const mapTests = (filter: Filter, change: (field: FilterField, test: Test) => Test): Filter => {
	switch (filter.kind) {
		case 'all': {
			return filter;
		}

		case 'not': {
			return negate(mapTests(filter.part, change));
		}

		case 'match': {
			return match(filter.field, change(filter.field, filter.test));
		}

		default: {
			const parts = filter.parts.map(part => mapTests(part, change));
			return filter.kind === 'and' ? allOf(parts) : anyOf(parts);
		}
	}
};

/** The text that a test looks for, its wildcards included; undefined where it looks for none. */
export const textOf = (test: Test): string | undefined => {
	if (test.kind === 'is' || test.kind === 'contains') {
		return test.text;
	}

	return test.kind === 'like' ? test.pieces.map(piece => 'wildcard' in piece ? piece.wildcard : piece.literal).join('') : undefined;
};
