import {createWriteStream} from 'node:fs';
import {link, lstat, open, rename, rm} from 'node:fs/promises';
import {pipeline} from 'node:stream/promises';
import {ExpectedError} from '../../errors.ts';
import {encrypted} from './encrypt.ts';
import {zipStream} from './write-zip.ts';

export type ArchiveRequest = {
	readonly zip?: boolean;
	/** Recipients; with any there is no plain zip. */
	readonly encrypt?: readonly string[];
};

/** An archive that is whole and on the disk, and not yet in its place. */
export type StagedArchive = {
	readonly path: string;
	readonly publish: () => Promise<void>;
	/** Takes it away again, wherever it is. */
	readonly discard: () => Promise<void>;
};

/** Where the archive will stand. Undefined: none is asked for. */
export const archivePath = (target: string, {zip = false, encrypt = []}: ArchiveRequest): string | undefined =>
	encrypt.length > 0 ? `${target}.zip.age` : (zip ? `${target}.zip` : undefined);

const taken = (path: string): ExpectedError => new ExpectedError('there is a file already where the archive is to be', {where: path, next: 'Name another folder, or move this file away.'});

/** Refuses a place that is taken, before the long work. */
export const checkArchivePlace = async (path: string): Promise<void> => {
	const status = await lstat(path).catch(() => undefined);
	if (status) {
		throw taken(path);
	}
};

/** In its place without ever replacing another file. Disks without hard links get a plain rename, after a look. */
const place = async (from: string, path: string): Promise<void> => {
	try {
		await link(from, path);
		await rm(from, {force: true});
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
			throw taken(path);
		}

		await checkArchivePlace(path);
		await rename(from, path);
	}
};

type Staging = {readonly directory: string; readonly name: string; readonly staged: string; readonly signal?: AbortSignal | undefined};

/** Packs the bag in `directory` under the name `name` into the file `staged`. */
export const stageArchive = async (path: string, {directory, name, staged, signal}: Staging, {encrypt = []}: ArchiveRequest): Promise<StagedArchive> => {
	let published = false;
	const discard = async (): Promise<void> => rm(published ? path : staged, {force: true});
	try {
		const plain = await zipStream(directory, name);
		const bytes = encrypt.length > 0 ? await encrypted(plain, encrypt) : plain;
		await pipeline(bytes, createWriteStream(staged, {flags: 'wx', mode: 0o600}), {signal});
		const handle = await open(staged, 'r+');
		await handle.sync();
		await handle.close();
	} catch (error) {
		await discard().catch(() => undefined);
		throw error;
	}

	return {
		path, discard,
		async publish() {
			await place(staged, path);
			published = true;
		},
	};
};
