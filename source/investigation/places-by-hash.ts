import {createHash} from 'node:crypto';
import {createReadStream, mkdtempSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {ExpectedError} from '../errors.ts';
import {containerOf, readHead} from '../files/byte-source.ts';
import {findFiles, type Apart, type FoundFile} from '../files/find-files.ts';
import {openArchive} from '../files/open-archive.ts';
import {openPrivateFolder, type PrivateFolder} from '../files/private-folder.ts';

export const hashOfFile = async (path: string, signal?: AbortSignal): Promise<string> => {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path, signal ? {signal} : {})) {
		hash.update(chunk as Buffer);
	}

	return hash.digest('hex');
};

type Looking = {
	/** Hashes that are still to be found. */
	readonly wanted: Set<string>;
	readonly places: Map<string, string>;
	readonly strangers: Map<string, string> | undefined;
	readonly folder: PrivateFolder;
	readonly signal: AbortSignal | undefined;
};

const note = ({wanted, places, strangers}: Looking, sha256: string, path: string): void => {
	if (wanted.delete(sha256)) {
		places.set(sha256, path);
	} else if (!places.has(sha256)) {
		strangers?.set(path, sha256);
	}
};

const isArchive = async (path: string): Promise<boolean> => containerOf(await readHead(path, 512)) === 'zip';

/** Hashes the members of one archive. They are unpacked where only this user may read them, and are gone when they are hashed. */
const lookInside = async (looking: Looking, {path, members}: FoundFile): Promise<void> => {
	const own = mkdtempSync(join(looking.folder.path, 'members-'));
	let count = 0;
	const folder: PrivateFolder = {
		path: own,
		fresh(suffix) {
			count++;
			return join(own, `${count}${suffix}`);
		},
		remove() {
			rmSync(own, {recursive: true, force: true});
		},
	};
	try {
		const {files} = await openArchive({path, location: path, named: true}, folder, looking.signal);
		for (const member of files.filter(each => members?.includes(each.path) ?? true)) {
			note(looking, await hashOfFile(member.location, looking.signal), member.path);
		}
	} catch (error) {
		// What is no archive of exports holds none of them.
		if (!(error instanceof ExpectedError)) {
			throw error;
		}
	} finally {
		folder.remove();
	}
};

export type Wanted = {readonly sha256: Iterable<string>; /** Files that serve another purpose. */ readonly apart?: Apart; readonly signal?: AbortSignal; /** Takes the hashes of what none is, by path. */ readonly strangers?: Map<string, string>};

/** Where exports are now, by their hashes, whatever they are called: files, files below folders, and members of archives as `archive.zip!member`. */
export const placesByHash = async (paths: readonly string[], {sha256, apart = {}, signal, strangers}: Wanted): Promise<ReadonlyMap<string, string>> => {
	const {files} = await findFiles(paths, apart);
	const looking: Looking = {wanted: new Set(sha256), places: new Map(), strangers, folder: openPrivateFolder(), signal};
	try {
		for (const file of files.filter(each => each.members === undefined)) {
			note(looking, await hashOfFile(file.path, signal), file.path);
		}

		// Unpacking costs more than reading: archives are opened for what no file is.
		for (const file of files) {
			if (looking.wanted.size > 0 && await isArchive(file.path)) {
				await lookInside(looking, file);
			}
		}

		return looking.places;
	} finally {
		looking.folder.remove();
	}
};
