import {insideText, placeIn, whereIn} from './field-expression.ts';

/** A key that is read: at the end of `parent`, whose `*` means every element. */
export type KeyRead = {readonly parent: readonly string[]; readonly key: string; /** As it stands in a mapping: `actor.id`, `fields[].name`. */ readonly name: string};

/** The keys of a path and of its conditions: a place in an array is any place to who looks for keys, and what is inside of a text is not in this record. */
const waysOf = (path: readonly string[]): ReadonlyArray<readonly string[]> => {
	const outside = path.includes(insideText) ? path.slice(0, path.indexOf(insideText)) : path;
	const way = outside.map(key => placeIn(key) === undefined && whereIn(key) === undefined ? key : '*');
	return [way, ...outside.flatMap((key, at) => {
		const where = whereIn(key);
		return where ? [[...way.slice(0, at + 1), ...where.path]] : [];
	})];
};

/** Every key on the way of these paths, each once. */
export const keysRead = (paths: ReadonlyArray<readonly string[]>): readonly KeyRead[] => {
	const keys = new Map<string, KeyRead>();
	for (const path of paths.flatMap(each => waysOf(each))) {
		for (const [at, key] of path.entries()) {
			const way = path.slice(0, at + 1);
			if (key !== '*') {
				keys.set(JSON.stringify(way), {parent: path.slice(0, at), key, name: nameOf(way)});
			}
		}
	}

	return [...keys.values()];
};

const nameOf = (path: readonly string[]): string => path.map((key, at) => key === '*' ? '[]' : (at === 0 ? key : `.${key}`)).join('');

type Branch = {readonly keys: Map<string, Branch>; readonly name: string};

const branchesOf = (read: readonly KeyRead[]): Branch => {
	const root: Branch = {keys: new Map(), name: ''};
	for (const {parent, key, name} of read) {
		let branch = root;
		for (const step of [...parent, key]) {
			const next = branch.keys.get(step) ?? {keys: new Map<string, Branch>(), name};
			branch.keys.set(step, next);
			branch = next;
		}
	}

	return root;
};

/** What no record that repeats one of these keys escapes, and nearly all others do. A key may be written with escapes. */
const maybeRepeats = (text: string, read: readonly KeyRead[]): boolean =>
	text.includes('\\') || read.some(({key}) => text.indexOf(`${key}"`) !== text.lastIndexOf(`${key}"`));

type Frame = {readonly branch: Branch | undefined; readonly seen: Set<string> | undefined; expectsKey: boolean};

/**
The first key among those read that stands twice in one object of a valid JSON text. Which of its values counts is nowhere settled: readers
take the first or the last, and so such a record is not read at all.
*/
export const repeatedKey = (text: string, read: readonly KeyRead[]): string | undefined => {
	if (!maybeRepeats(text, read)) {
		return undefined;
	}

	const stack: Frame[] = [];
	let next: Branch | undefined = branchesOf(read);
	for (const [token] of text.matchAll(/"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|[{}[\],]/gs)) {
		const top = stack.at(-1);
		if (token === '{' || token === '[') {
			const branch: Branch | undefined = token === '{' ? next : next?.keys.get('*');
			stack.push({branch, seen: token === '{' ? new Set() : undefined, expectsKey: token === '{'});
			next = token === '{' ? undefined : branch;
		} else if (token === '}' || token === ']') {
			stack.pop();
		} else if (token === ',') {
			next = top?.seen ? undefined : top?.branch;
			if (top?.seen) {
				top.expectsKey = true;
			}
		} else if (top?.expectsKey) {
			const key = JSON.parse(token) as string;
			next = top.branch?.keys.get(key);
			top.expectsKey = false;
			if (next && top.seen?.has(key)) {
				return next.name;
			}

			top.seen?.add(key);
		}
	}

	return undefined;
};

/** Why a record with such a key is rejected. */
export const repeatedReason = (name: string): string => `key "${name}" stands twice`;
