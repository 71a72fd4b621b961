/** What JSON can say. An `undefined` property is left out, as JSON.stringify does. */
export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json | undefined};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/**
Canonical JSON, RFC 8785: no blanks, keys in order of their UTF-16 units, numbers and strings as ECMAScript writes them.
One departure: a lone surrogate is written as its escape (`\ud800`) where the RFC gives up, because logs do hold them.
*/
export const canonicalJson = (value: Json): string => {
	if (value === null || typeof value !== 'object') {
		if (typeof value === 'number' && !Number.isFinite(value)) {
			throw new TypeError(`${value} has no canonical JSON`);
		}

		return JSON.stringify(value);
	}

	if (isList(value)) {
		return `[${value.map(item => canonicalJson(item)).join(',')}]`;
	}

	const members: string[] = [];
	// The default order of toSorted() is by UTF-16 units, which is what the RFC asks for.
	for (const key of Object.keys(value).toSorted()) {
		const member = value[key];
		if (member !== undefined) {
			members.push(`${JSON.stringify(key)}:${canonicalJson(member)}`);
		}
	}

	return `{${members.join(',')}}`;
};
