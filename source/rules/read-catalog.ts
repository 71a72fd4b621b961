import {isMap, isScalar, isSeq} from 'yaml';
import {rulePattern} from './pattern.ts';
import type {Table} from './rule.ts';
import {texts, type Refuse} from './yaml-nodes.ts';

const shape = '{public.customers: [id, email]}';

/** Reads which columns a table has: `{public.customers: [id, email, "Birth Date"]}`. Undefined where a file has no catalog. */
export const readCatalog = (node: unknown, refuse: Refuse, place: unknown): readonly Table[] | undefined => {
	if (node === undefined) {
		return undefined;
	}

	if (!isMap(node)) {
		throw refuse(`the catalog is not a map of tables with their columns, such as ${shape}`, node ?? place);
	}

	if (node.items.length === 0) {
		throw refuse(`the catalog names no table: leave it out, or say it as ${shape}`, node);
	}

	const seen = new Set<string>();
	return node.items.map(({key, value}): Table => {
		const table = isScalar(key) ? key.value : undefined;
		if (typeof table !== 'string' || table === '') {
			throw refuse(`a table of the catalog is not a text, such as ${shape}`, key);
		}

		const columns = isSeq(value) ? texts(value) : undefined;
		if (!columns) {
			throw refuse(`the catalog does not give "${table}" a list of columns, such as ${shape}`, key);
		}

		const pattern = rulePattern(table);
		// Case does not count in a glob, and does in an expression.
		const one = pattern.startsWith('(?is)') ? pattern.toLowerCase() : pattern;
		if (seen.has(one)) {
			throw refuse(`the catalog has "${table}" twice: case does not count`, key);
		}

		seen.add(one);
		return {table, pattern, columns: [...new Set(columns)]};
	});
};
