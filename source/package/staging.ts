import {randomBytes} from 'node:crypto';
import {lstat, mkdir, open, readdir, rename, rm, rmdir} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import process from 'node:process';
import {ExpectedError} from '../errors.ts';

/** A folder beside the target that becomes the target when all is written, or vanishes. */
export type Staging = {
	readonly directory: string;
	/** Makes a folder inside, with those above it. */
	readonly folder: (path: string) => Promise<void>;
	/** Puts everything on the disk and the folder in its place, in one step. */
	readonly publish: () => Promise<void>;
	readonly discard: () => Promise<void>;
};

const errorCode = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

const taken = (target: string, what: string): ExpectedError => new ExpectedError(`a case file is only written into a new or empty folder; this ${what}`, {
	where: target, next: 'Name another folder, or move this one away.',
});

/** Refuses a target that holds something already. */
export const checkTarget = async (target: string): Promise<void> => {
	try {
		const status = await lstat(target);
		if (!status.isDirectory()) {
			throw taken(target, status.isSymbolicLink() ? 'is a link' : 'is a file');
		}

		if ((await readdir(target)).length > 0) {
			throw taken(target, 'holds files');
		}
	} catch (error) {
		if (errorCode(error) !== 'ENOENT') {
			throw error;
		}
	}
};

/** A folder's entries are on the disk only when the folder is. Windows knows no such call. */
const syncFolder = async (path: string): Promise<void> => {
	if (process.platform !== 'win32') {
		const handle = await open(path, 'r');
		try {
			await handle.sync();
		} finally {
			await handle.close();
		}
	}
};

/** POSIX puts a folder in the place of an empty one; Windows wants the empty one gone. */
const replace = async (from: string, target: string): Promise<void> => {
	try {
		if (process.platform === 'win32') {
			await rmdir(target).catch(() => undefined);
		}

		await rename(from, target);
	} catch (error) {
		if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM'].includes(errorCode(error))) {
			throw taken(target, 'was filled by someone else in the meantime');
		}

		throw error;
	}
};

const partialPrefix = (target: string): string => `.${basename(resolve(target))}.partial-`;

/** Folders that a killed export left beside the target: `.DIR.partial-…`. They can be deleted once no export is running. */
export const leftOvers = async (target: string): Promise<readonly string[]> => {
	const parent = dirname(resolve(target));
	const names = await readdir(parent).catch(() => []);
	return names.filter(name => name.startsWith(partialPrefix(target))).toSorted().map(name => join(parent, name));
};

/** `random` distinguishes exports to the same target at the same time. */
export const openStaging = async (target: string, random = randomBytes(6).toString('hex')): Promise<Staging> => {
	const full = resolve(target);
	await checkTarget(full);
	const parent = dirname(full);
	const directory = join(parent, `${partialPrefix(full)}${random}`);
	try {
		await mkdir(directory, {mode: 0o700});
	} catch (error) {
		throw errorCode(error) === 'ENOENT' ? new ExpectedError('the folder that is to hold the case file does not exist', {where: parent, next: 'Make it first, or name another.', cause: error}) : error;
	}

	const folders = new Set<string>();
	const folder = async (path: string): Promise<void> => {
		if (path !== '.' && !folders.has(path)) {
			await folder(dirname(path));
			await mkdir(join(directory, path), {mode: 0o700});
			folders.add(path);
		}
	};

	const publish = async (): Promise<void> => {
		for (const path of [...folders].toReversed()) {
			await syncFolder(join(directory, path));
		}

		await syncFolder(directory);
		await replace(directory, full);
		await syncFolder(parent);
	};

	return {directory, folder, publish, discard: async () => rm(directory, {recursive: true, force: true})};
};
