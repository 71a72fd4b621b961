import {posix} from 'node:path';

/** How sources are called inside the package: relative, so that no home directory or machine name leaves the building. */
export type PathNames = {
	readonly of: (path: string) => string;
	/** The same inside a sentence. */
	readonly inText: (text: string) => string;
};

const parts = (path: string): readonly string[] => posix.normalize(path.replaceAll('\\', '/')).split('/');

/** Absolute, of a home directory, with a drive, or climbing out of the working folder. */
const isOutside = (path: string): boolean => /^([/\\~]|[A-Za-z]:)/.test(path) || parts(path)[0] === '..';

/** Folders that all have in common; the last part is always the name of the file. */
const commonFolders = (paths: ReadonlyArray<readonly string[]>): number => {
	const [first, ...others] = paths;
	let count = 0;
	while (first !== undefined && count < first.length - 1 && others.every(other => count < other.length - 1 && other[count] === first[count])) {
		count++;
	}

	return count;
};

const withoutClimbing = (path: readonly string[]): string => path.filter(part => part !== '..' && part !== '').join('/');

/** `crm.csv`, and for another file of the same name `crm (2).csv`. */
const unused = (name: string, used: ReadonlySet<string>): string => {
	const {dir, name: stem, ext} = posix.parse(name);
	let candidate = name;
	for (let number = 2; used.has(candidate); number++) {
		candidate = posix.join(dir, `${stem} (${number})${ext}`);
	}

	return candidate;
};

/** A home directory in a sentence: what a person was called on some machine. */
const homeInText = /(?<=^|\s)(?:[A-Za-z]:)?[/\\](?:home|Users)[/\\][^\s/\\:"']+/g;

/** Names for all paths that occur. Paths below the working folder keep theirs; the others lose the folders they share. */
export const namePaths = (paths: readonly string[]): PathNames => {
	const outside = paths.filter(path => isOutside(path));
	const shared = commonFolders(outside.map(path => parts(path)));
	const names = new Map<string, string>();
	const used = new Set<string>();
	for (const path of paths) {
		if (!names.has(path)) {
			const wanted = withoutClimbing(isOutside(path) ? parts(path).slice(shared) : parts(path));
			const name = unused(wanted, used);
			names.set(path, name);
			used.add(name);
		}
	}

	// The longest first, or a path that begins another would cut it in two.
	const byLength = outside.toSorted((a, b) => b.length - a.length);
	const inText = (text: string): string => {
		let replaced = text;
		for (const path of byLength) {
			replaced = replaced.replaceAll(path, () => names.get(path) ?? '');
		}

		return replaced.replaceAll(homeInText, '~');
	};

	return {of: path => names.get(path) ?? (isOutside(path) ? posix.basename(parts(path).join('/')) : path), inText};
};
