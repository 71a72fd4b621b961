import {createHash} from 'node:crypto';
import {createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync} from 'node:fs';
import {open, stat} from 'node:fs/promises';
import {basename, join} from 'node:path';
import process from 'node:process';
import {pipeline} from 'node:stream/promises';
import {CancelledError, ExpectedError} from '../../errors.ts';
import {openPrivateFolder, type PrivateFolder} from '../../files/private-folder.ts';
import {pathMatches} from '../../files/path-pattern.ts';
import type {Reading, Scoped} from '../../records/reading.ts';
import type {LoadRequest} from '../investigation.ts';
import {keptFolder} from './keep-file.ts';
import {fileOf} from './locate-exports.ts';

/** Below it a folder for each export, called by what its sha256 begins with; in there it keeps its own name, which patterns of files go by. */
export const keptExports = `${keptFolder}/exports`;

const diskWords: Readonly<Record<string, string>> = {ENOSPC: 'the disk is full', EDQUOT: 'the disk quota is used up', EROFS: 'this disk is read-only', EACCES: 'its folder may not be written to'};

/** Copies of exports in a case. */
export type ExportCopies = {
	/** Keeps exports, and gives the paths of the copies; of the member of an archive, that of the member in the copy. */
	readonly keepAll: (paths: readonly string[]) => Promise<readonly string[]>;
	/** What comes over standard input is there once: it is kept, and named by its copy. */
	readonly keepInput: (request: LoadRequest) => Promise<readonly string[]>;
	/** Of every path that was kept, the path of its copy. */
	readonly copies: ReadonlyMap<string, string>;
	/** Takes away what was kept, where nothing came of it. */
	readonly takeBack: () => void;
	readonly close: () => void;
};

type Copying = {readonly folder: string; readonly temporary: PrivateFolder; readonly signal: AbortSignal | undefined};

/** Reads once, to be hashed and written; on the disk before it has its name. */
const copied = async (from: NodeJS.ReadableStream, name: string, {folder, temporary, signal}: Copying): Promise<{readonly path: string; readonly isNew: boolean}> => {
	const half = temporary.fresh('.copy');
	const hash = createHash('sha256');
	try {
		await pipeline(from, async function * (pieces: AsyncIterable<Buffer | string>) {
			for await (const piece of pieces) {
				hash.update(piece);
				yield piece;
			}
		}, createWriteStream(half, {mode: 0o600}), signal ? {signal} : {});
		const handle = await open(half, 'r');
		await handle.sync().finally(async () => handle.close());
	} catch (error) {
		const words = diskWords[(error as NodeJS.ErrnoException).code ?? ''];
		throw signal?.aborted ? new CancelledError() : (words === undefined ? error : new ExpectedError(`the export cannot be kept in the case: ${words}`, {where: name, next: 'Make room, or leave the exports where they are.', cause: error}));
	}

	const place = join(folder, keptExports, hash.digest('hex').slice(0, 12));
	const path = join(place, name);
	const isNew = !existsSync(path);
	mkdirSync(place, {recursive: true, mode: 0o700});
	renameSync(half, path);
	return {path, isNew};
};

const copyOf = async (file: string, copying: Copying): ReturnType<typeof copied> => {
	const before = await stat(file).catch((error: unknown) => {
		throw new ExpectedError('an export is gone', {where: file, next: 'Name it where it is now.', cause: error});
	});
	const copy = await copied(createReadStream(file), basename(file), copying);
	const after = await stat(file);
	if (before.size !== after.size || before.mtimeMs !== after.mtimeMs) {
		throw new ExpectedError('the export changed while it was copied', {where: file, next: 'Try again when nobody writes it.'});
	}

	return copy;
};

/** Keeps exports in a case that is there or is being made. */
export const openCopies = (folder: string, signal?: AbortSignal): ExportCopies => {
	const copying = {folder, temporary: openPrivateFolder(folder), signal};
	const copies = new Map<string, string>();
	const fresh: string[] = [];
	const noted = (file: string, {path, isNew}: Awaited<ReturnType<typeof copied>>): string => {
		copies.set(file, path);
		if (isNew) {
			fresh.push(path);
		}

		return path;
	};

	const keep = async (path: string): Promise<string> => {
		if (path.startsWith(join(folder, keptExports))) {
			return path;
		}

		const file = await fileOf(path);
		const copy = `${copies.get(file) ?? noted(file, await copyOf(file, copying))}${path.slice(file.length)}`;
		copies.set(path, copy);
		return copy;
	};

	return {
		copies,
		async keepAll(paths) {
			const kept: string[] = [];
			for (const path of paths) {
				kept.push(await keep(path));
			}

			return kept;
		},
		async keepInput({paths, stdin}) {
			const copy = paths.includes('-') ? noted('-', await copied(stdin ?? process.stdin, 'stdin', copying)) : '-';
			return paths.map(path => path === '-' ? copy : path);
		},
		takeBack() {
			copying.temporary.remove();
			for (const path of fresh) {
				rmSync(join(path, '..'), {recursive: true, force: true});
			}

			for (const made of [join(folder, keptExports), join(folder, keptFolder)]) {
				if (fresh.length > 0 && existsSync(made) && readdirSync(made).length === 0) {
					rmSync(made, {recursive: true});
				}
			}
		},
		close() {
			copying.temporary.remove();
		},
	};
};

/** What was said of files by a pattern holds for their copies, also where the pattern names a folder. */
const scopedOf = <Value>(list: ReadonlyArray<Scoped<Value>> | undefined, folder: string, copies: ReadonlyMap<string, string>): ReadonlyArray<Scoped<Value>> | undefined => list?.flatMap(item => {
	const {files, value} = item;
	const others = files === undefined ? [] : [...copies].filter(([path, copy]) => pathMatches(path, files) && !pathMatches(copy, files)).map(([, copy]) => ({files: copy.slice(folder.length).replace(/^\//, ''), value}));
	return [item, ...others];
});

/** How exports are read when they are read from their copies. */
export const readingOfCopies = <Request extends Reading>(request: Request, folder: string, copies: ReadonlyMap<string, string>): Request => {
	const [timezones, maps, formats] = [scopedOf(request.timezones, folder, copies), scopedOf(request.maps, folder, copies), scopedOf(request.formats, folder, copies)];
	return {...request, ...(timezones ? {timezones} : {}), ...(maps ? {maps} : {}), ...(formats ? {formats} : {})};
};
