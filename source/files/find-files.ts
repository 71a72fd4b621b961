import {realpathSync, statSync, type Dirent} from 'node:fs';
import {readdir, realpath, stat} from 'node:fs/promises';
import {basename, join} from 'node:path';
import type {FailedSource, SkippedFile} from '../records/source.ts';
import {ExpectedError} from '../errors.ts';
import {usedFileNames, usedList, type ListOf, type UsedFile} from '../records/reading.ts';
import {globExpression, isGlob} from './path-pattern.ts';
import {pauseIfDue} from './pause.ts';
import {readError} from './prepared-file.ts';

/** The argument that stands for standard input. */
export const standardInput = '-';

export type FoundFile = {
	readonly path: string;
	readonly bytes: number;
	/** Named by the person, and not only found below a folder. */
	readonly named: boolean;
	/** Of an archive the members, and of a file that mixes formats the parts, that were asked for: `archive.zip!member`, `mixed.ndjson!okta`; all when absent. */
	readonly members?: readonly string[];
};

export type Found = {readonly files: readonly FoundFile[]; readonly skipped: readonly SkippedFile[]; readonly failed: readonly FailedSource[]};

type Finding = {readonly files: FoundFile[]; readonly skipped: SkippedFile[]; readonly failed: FailedSource[]; readonly seen: Set<string>; /** Files of which only some was named. */ readonly opened: Set<string>};

/**
Finds the files behind arguments: files, folders (recursively) and globs, in the order of arguments and then of paths. One real path is
found once. `apart` are files that serve another purpose, such as directories and rules.
*/
export const findFiles = async (paths: readonly string[], apart: Apart = {}): Promise<Found> => {
	const finding: Finding = {files: [], skipped: [], failed: [], seen: new Set(), opened: new Set()};
	const real = async (path: string, reason: string): Promise<readonly [string, string]> => [await realpath(path).catch(() => path), reason];
	const others = new Map(await Promise.all(([...usedFileNames, 'leaked'] as const).flatMap(what => (apart[what] ?? []).map(async path => real(path, purposes[what]))).concat((apart.lists ?? []).map(async ({path}) => real(path, `used as a ${usedList}`)))));
	for (const path of paths) {
		if (path === standardInput) {
			if (!finding.files.some(file => file.path === path)) {
				finding.files.push({path, bytes: 0, named: true});
			}

			continue;
		}

		try {
			if (await findMember(finding, path)) {
				continue;
			}

			for (const each of await expand(path)) {
				await visit(finding, {path: each, named: true, others});
			}
		} catch (error) {
			const known = readError(error, path);
			if (!(known instanceof ExpectedError)) {
				throw error;
			}

			finding.failed.push({path, error: known.message, ...(known.next === undefined ? {} : {next: known.next})});
		}
	}

	return finding;
};

const exists = async (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

/** A member of an archive, or a part of a file, by its citation: `archive.zip!member`. No file of the whole name may be there. */
const findMember = async (finding: Finding, path: string): Promise<boolean> => {
	const archive = path.includes('!') && !await exists(path) ? await archiveOf(path) : undefined;
	if (archive === undefined) {
		return false;
	}

	const at = finding.files.findIndex(file => file.path === archive.path);
	const known = finding.files[at];
	if (!known) {
		finding.opened.add(archive.path);
		finding.files.push({...archive, named: true, members: [path]});
	} else if (known.members) {
		finding.files[at] = {...known, members: [...known.members, path]};
	}

	return true;
};

const archiveOf = async (path: string): Promise<{readonly path: string; readonly bytes: number} | undefined> => {
	for (let at = path.lastIndexOf('!'); at > 0; at = path.lastIndexOf('!', at - 1)) {
		const info = await stat(path.slice(0, at)).catch(() => undefined);
		if (info?.isFile()) {
			return {path: path.slice(0, at), bytes: info.size};
		}
	}

	return undefined;
};

const expand = async (path: string): Promise<readonly string[]> => {
	if (!isGlob(path) || await exists(path)) {
		return [path];
	}

	const fixed = path.slice(0, path.search(/[*?[]/));
	const root = fixed.slice(0, fixed.lastIndexOf('/') + 1);
	const expression = globExpression(path);
	const names = await readdir(root === '' ? '.' : root, {recursive: true});
	const found = names.map(name => root + name).filter(name => expression.test(name)).toSorted();
	if (found.length === 0) {
		throw new ExpectedError('no file matches this pattern', {where: path, next: 'Check the pattern.'});
	}

	return found;
};

type Visit = {readonly path: string; readonly named: boolean; readonly others: ReadonlyMap<string, string>; /** The path without links, where it is known. */ readonly real?: string};

/** The name under which the app begins a file of rules beside the exports. */
export const rulesName = 'whosaw-rules.yaml';
const rulesReason = 'rules that say which data a value reaches';

/** What a file beside the exports is given for. */
type Purpose = UsedFile | 'leaked';

/** Files that serve another purpose, by what they are. */
export type Apart = Readonly<Partial<Record<Purpose, readonly string[]>>> & {readonly lists?: readonly ListOf[]};

const purposes: Readonly<Record<Purpose, string>> = {leaked: 'used as a list of leaked customers', employees: 'used as a directory', customers: 'used as a directory', tickets: 'used as tickets', presence: 'used as records of presence', rules: rulesReason};

/** Asked at once: of thousands of files, going to another thread for each would take longer than all that is done with them. */
const visit = async (finding: Finding, {path, named, others, real = realpathSync.native(path)}: Visit): Promise<void> => {
	const info = statSync(real);
	if (finding.seen.has(real)) {
		return;
	}

	finding.seen.add(real);
	if (info.isDirectory()) {
		await visitFolder(finding, {path, named, others, real});
	} else if (!info.isFile()) {
		throw new ExpectedError('it is a device or a pipe, not a file', {where: path, next: 'Give it on standard input: `… | whosaw report -`.'});
	} else if (others.get(real) === rulesReason || (!named && others.has(real))) {
		finding.skipped.push({path, reason: others.get(real)!});
	} else if (!named && basename(path) === rulesName) {
		finding.skipped.push({path, reason: `${rulesReason}; --rules applies them`});
	} else {
		const file = {path, bytes: info.size, named};
		const at = finding.opened.has(path) ? finding.files.findIndex(each => each.path === path) : -1;
		// Where some of an archive was named before, now all of it is.
		finding.files.splice(at === -1 ? finding.files.length : at, at === -1 ? 0 : 1, file);
	}
};

/** What is no link stands where its folder does. */
const realIn = (folder: string, entry: Dirent): {readonly real?: string} => entry.isSymbolicLink() ? {} : {real: join(folder, entry.name)};

const visitFolder = async (finding: Finding, {path, others, real = path}: Visit): Promise<void> => {
	const entries = new Map((await readdir(path, {withFileTypes: true})).map(entry => [entry.name, entry]));
	const names = [...entries.keys()];
	const known = names.includes('bagit.txt') ? 'a case file that was exported' : (names.includes('case.journal') ? 'a case' : undefined);
	if (known) {
		finding.skipped.push({path, reason: known});
		return;
	}

	for (const name of names.toSorted()) {
		const inner = join(path, name);
		if (name.startsWith('.')) {
			finding.skipped.push({path: inner, reason: 'hidden'});
			continue;
		}

		try {
			await visit(finding, {path: inner, named: false, others, ...realIn(real, entries.get(name)!)});
			await pauseIfDue();
		} catch (error) {
			const knownError = readError(error, inner);
			if (!(knownError instanceof ExpectedError)) {
				throw error;
			}

			finding.failed.push({path: inner, error: knownError.message, ...(knownError.next === undefined ? {} : {next: knownError.next})});
		}
	}
};
