import type {Filter, Test} from '../filter/filter.ts';
import {parseFilter} from '../filter/parse.ts';

/*
Home directories are called by the name of a person, and shares by the name of a machine: neither leaves the building. Paths of a case are relative to its
folder and can climb out of it into one.
*/

/** Folders that hold the homes of people. */
const homes: ReadonlySet<string> = new Set(['home', 'homes', 'Users', 'Documents and Settings']);

/** Absolute, with a drive, on a share, of a home, or climbing out. */
const isOutside = (path: string): boolean => /^(?:[/\\~]|[A-Za-z]:|\.\.(?:[/\\]|$))/.test(path);

/** A path without the name of a home, a drive or a machine: a home is `~`. One that names none stays as it is. */
export const withoutHome = (path: string): string => {
	if (!isOutside(path)) {
		return path;
	}

	const isShare = /^[/\\]{2}/.test(path);
	const parts = path.replace(/^[A-Za-z]:/, '').split(/[/\\]/).filter((part, index, all) => (part !== '' || index === all.length - 1) && part !== '.').slice(isShare ? 1 : 0);
	const home = parts.findIndex((part, index) => homes.has(part) && index + 1 < parts.length);
	if (home !== -1) {
		return ['~', ...parts.slice(home + 2)].join('/');
	}

	const first = parts.findIndex(part => part !== '..');
	const own = parts[first];
	if (own === 'root' || own?.startsWith('~')) {
		return ['~', ...parts.slice(first + 1)].join('/');
	}

	return path.startsWith('..') ? path : parts.join('/');
};

const textsOf = (test: Test): readonly string[] => {
	if (test.kind === 'is') {
		return [test.text];
	}

	return test.kind === 'like' ? test.pieces.slice(0, 1).flatMap(piece => 'literal' in piece ? [piece.literal] : []) : [];
};

/** The paths that a filter asks for. */
const pathsOf = (filter: Filter): readonly string[] => {
	switch (filter.kind) {
		case 'match': {
			return filter.field === 'source' ? textsOf(filter.test) : [];
		}

		case 'not': {
			return pathsOf(filter.part);
		}

		case 'all': {
			return [];
		}

		default: {
			return filter.parts.flatMap(part => pathsOf(part));
		}
	}
};

/** Every path of the filter in a text about it, without the home that it names. */
export const withoutHomesOf = (filter: Filter, text: string): string => [...new Set(pathsOf(filter))].toSorted((a, b) => b.length - a.length).reduce((left, path) => {
	const [bare, quoted] = [withoutHome(path), (value: string): string => JSON.stringify(value).slice(1, -1)];
	return bare === path ? left : left.replaceAll(quoted(path), () => quoted(bare)).replaceAll(path, () => bare);
}, text);

/** The same in the text of a filter. */
export const filterWithoutHomes = (text: string): string => text.includes('source:') ? withoutHomesOf(parseFilter(text, {displayTimezone: 'UTC'}), text) : text;

/** The same in a filter itself. */
export const treeWithoutHomes = (filter: Filter): Filter => JSON.parse(withoutHomesOf(filter, JSON.stringify(filter))) as Filter;
