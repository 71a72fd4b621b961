import {statSync} from 'node:fs';
import {stat} from 'node:fs/promises';
import type {ChangedFile} from './investigation.ts';
import type {LoadedSource} from './loaded-source.ts';
import {wholePath} from '../files/file-part.ts';
import {changeOf, type Change} from './same-file.ts';

/** One file of the disk that is looked at again. */
type Watched = {readonly path: string; readonly isReadable: boolean; readonly look: (signal: AbortSignal) => Promise<Change | undefined>};

/** Members of an archive are read from what was unpacked of it: only the archive itself can vanish. */
const archive = (path: string): Watched => {
	const stamp = async (): Promise<string | undefined> => stat(path).then(({size, mtimeMs}) => `${size} ${mtimeMs}`, () => undefined);
	const first = stamp();
	return {path, isReadable: true, async look() {
		const now = await stamp();
		return now === undefined ? 'gone' : (now === await first ? undefined : 'changed');
	}};
};

/** The file of the disk in which a member lies, `archive.zip!member`; the name of a folder may hold the sign too. */
const archiveOf = (member: string, known: Map<string, boolean>): string | undefined => {
	for (let end = member.indexOf('!'); end > 0; end = member.indexOf('!', end + 1)) {
		const file = member.slice(0, end);
		const isFile = known.get(file) ?? statSync(file, {throwIfNoEntry: false})?.isFile() ?? false;
		known.set(file, isFile);
		if (isFile) {
			return file;
		}
	}

	return undefined;
};

/** Each file of the disk once. What came through a pipe cannot come again, and nobody can take it away. */
const watchedOf = (sources: readonly LoadedSource[]): readonly Watched[] => {
	const taken = new Set<string>();
	const known = new Map<string, boolean>();
	return sources.flatMap((loaded): readonly Watched[] => {
		const {location} = loaded.file;
		const path = wholePath(loaded.file);
		if (path === location) {
			if (taken.has(path)) {
				return [];
			}

			taken.add(path);
			return [{path, isReadable: false, look: async signal => changeOf(loaded, signal)}];
		}

		const container = archiveOf(path, known);
		if (container === undefined || taken.has(container)) {
			return [];
		}

		taken.add(container);
		return [archive(container)];
	});
};

/** What to look at: so many in turn, or one of this path, and always those that were other than loaded the last time. */
export type Look = {readonly most?: number; readonly path?: string};

export type FileWatch = {
	/** All files that are known to be other than they were loaded, in the order of the load. */
	look(what: Look): Promise<readonly ChangedFile[]>;
	end(): void;
};

/** Notices files that vanish or change. One look at a time, one file after the other, so that a slow disk holds up nothing else. */
export const watchFiles = (sources: readonly LoadedSource[]): FileWatch => {
	const files = watchedOf(sources);
	const found = new Map<Watched, Change>();
	const work = new AbortController();
	let next = 0;
	let last: Promise<unknown> = Promise.resolve();

	const inTurn = (most: number): readonly Watched[] => {
		const count = Math.min(most, files.length);
		const turn = Array.from({length: count}, (_, index) => files[(next + index) % files.length]!);
		next = files.length === 0 ? 0 : (next + count) % files.length;
		return turn;
	};

	const lookAt = async (wanted: ReadonlySet<Watched>): Promise<void> => {
		for (const file of wanted) {
			if (work.signal.aborted) {
				return;
			}

			const change = await file.look(work.signal);
			if (change) {
				found.set(file, change);
			} else {
				found.delete(file);
			}
		}
	};

	return {
		async look({most = 0, path}) {
			const now = last.then(async () => lookAt(new Set([...found.keys(), ...files.filter(file => file.path === path), ...inTurn(most)])));
			last = now;
			await now;
			return files.flatMap(file => found.has(file) ? [{path: file.path, change: found.get(file)!, isReadable: file.isReadable}] : []);
		},
		end() {
			work.abort();
		},
	};
};
