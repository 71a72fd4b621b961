import {stat} from 'node:fs/promises';
import {ExpectedError} from '../../errors.ts';
import {containerOf, readHead} from '../../files/byte-source.ts';
import {findFiles} from '../../files/find-files.ts';
import {openArchive} from '../../files/open-archive.ts';
import type {PrivateFolder} from '../../files/private-folder.ts';
import type {FileState} from './stored-load.ts';

/** Where the bytes of an export are: itself, the file that it is a part of, or a private copy of the member of an archive. */
export type Located = {readonly path: string; readonly location: string; /** Of the bytes at `location`. */ readonly modified: number};

const isThere = async (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

/** The file that holds an export: the export, or the archive that it is a member of. */
export const fileOf = async (path: string): Promise<string> => {
	if (await isThere(path)) {
		return path;
	}

	const {files: [found]} = await findFiles([path]);
	return found?.path ?? path;
};

/** Size and time of the files that hold the exports; undefined where one is gone. */
export const fileStates = async (paths: readonly string[]): Promise<readonly FileState[] | undefined> => {
	const states: FileState[] = [];
	for (const path of paths) {
		const info = await stat(await fileOf(path)).catch(() => undefined);
		if (!info) {
			return undefined;
		}

		states.push({bytes: info.size, modified: info.mtimeMs});
	}

	return states;
};

/** Finds the bytes of exports. Members of archives are unpacked, each archive once. */
export const locateExports = async (paths: readonly string[], folder: PrivateFolder, signal?: AbortSignal): Promise<readonly Located[]> => {
	const locations = new Map<string, string>();
	const {files} = await findFiles(paths);
	for (const {path, members} of files) {
		if (members && containerOf(await readHead(path, 512)) !== 'zip') {
			for (const part of members) {
				locations.set(part, path);
			}
		} else if (members) {
			const opened = await openArchive({path, location: path, named: true}, folder, signal);
			for (const member of opened.files) {
				for (const part of members.filter(each => each === member.path || each.startsWith(`${member.path}!`))) {
					locations.set(part, member.location);
				}
			}
		}
	}

	return Promise.all(paths.map(async path => {
		const location = locations.get(path) ?? path;
		const info = await stat(location).catch((error: unknown) => {
			throw new ExpectedError('an export of the case is gone', {where: path, next: 'If it was moved: whosaw case sources relocate DIR PATH finds it by its hash.', cause: error});
		});
		return {path, location, modified: info.mtimeMs};
	}));
};
