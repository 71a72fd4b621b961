import {lstat, readdir} from 'node:fs/promises';
import {join} from 'node:path';

/** What lies in a bag. Paths are relative with `/`. Links are named, never followed; devices and pipes are never opened. */
export type BagListing = {
	/** Path → bytes. */
	readonly files: ReadonlyMap<string, number>;
	/** Path → `a link`, `a pipe`, … */
	readonly strangers: ReadonlyMap<string, string>;
	readonly folders: ReadonlySet<string>;
};

export const listBag = async (directory: string): Promise<BagListing> => {
	const files = new Map<string, number>();
	const strangers = new Map<string, string>();
	const folders = new Set<string>();
	const waiting = [''];
	for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
		for (const name of (await readdir(join(directory, folder))).toSorted()) {
			const path = folder === '' ? name : `${folder}/${name}`;
			const status = await lstat(join(directory, path));
			if (status.isFile()) {
				files.set(path, status.size);
			} else if (status.isDirectory()) {
				folders.add(path);
				waiting.push(path);
			} else {
				strangers.set(path, status.isSymbolicLink() ? 'a link' : 'a device, pipe or socket');
			}
		}
	}

	return {files, strangers, folders};
};

export const isPayload = (path: string): boolean => path.startsWith('data/');
