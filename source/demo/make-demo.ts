import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile as writeWhole} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {pipeline} from 'node:stream/promises';
import {ExpectedError} from '../errors.ts';
import {makeFolder} from '../make-folder.ts';
import {demoFiles, demoRequest} from './demo-files.ts';
import {makeWorld, type DemoSize} from './world.ts';
import {writeFile} from './write-file.ts';

export {demoRequest, type DemoRequest} from './demo-files.ts';
export type {DemoSize} from './world.ts';

export type DemoOptions = {
	/** Absent, empty, or a demo made before. */
	readonly directory: string;
	/** Another seed, another world. Default 1. */
	readonly seed?: number;
	/** `small`: about 70,000 events. `large`: about three million. Default small. */
	readonly size?: DemoSize;
};

/** `paths` are the exports to load. `reused`: the folder already held exactly this world. */
export type Demo = {readonly directory: string; readonly paths: readonly string[]; readonly reused: boolean};

/** Raised whenever the same seed would give other bytes. */
const version = 1;
const markerName = 'demo.json';
type Marker = {readonly seed: number; readonly size: DemoSize; readonly version: number; readonly sha256: Readonly<Record<string, string>>};

/** Makes the invented world, or finds it made. The same seed and size give the same bytes; nothing of anybody else is overwritten. */
export const makeDemo = async ({directory, seed = 1, size = 'small'}: DemoOptions): Promise<Demo> => {
	const found = await entriesOf(directory);
	const {paths} = demoRequest(directory);
	if (found.length > 0) {
		await checkSame(directory, {seed, size});
		return {directory, paths, reused: true};
	}

	await makeBeside(directory, {seed, size});
	return {directory, paths, reused: false};
};

const entriesOf = async (directory: string): Promise<readonly string[]> => {
	try {
		return await readdir(directory);
	} catch (error) {
		const {code} = error as NodeJS.ErrnoException;
		if (code === 'ENOENT') {
			return [];
		}

		throw new ExpectedError(code === 'ENOTDIR' ? 'the demo needs a folder, and this is a file' : 'the demo folder cannot be read', {where: directory, next: 'Choose another folder with --output DIR.', cause: error});
	}
};

/** Made in a folder beside and moved when complete, the marker last: a demo stopped half-way leaves nothing to stumble over. */
const makeBeside = async (directory: string, {seed, size}: {readonly seed: number; readonly size: DemoSize}): Promise<void> => {
	const target = resolve(directory);
	let workplace: string | undefined;
	try {
		makeFolder(dirname(target));
		workplace = await mkdtemp(join(dirname(target), '.whosaw-demo-'));
		await writeWorld(workplace, {seed, size});
		await moveInto(target, workplace);
	} catch (error) {
		throw new ExpectedError(`the demo could not be written (${(error as Error).message})`, {where: directory, next: 'Choose another folder with --output DIR.', cause: error});
	} finally {
		if (workplace !== undefined) {
			await rm(workplace, {recursive: true, force: true});
		}
	}
};

/** Into the folder itself, which may be where the person's shell stands. */
const moveInto = async (target: string, workplace: string): Promise<void> => {
	makeFolder(target, 0o700);
	const names = (await readdir(workplace)).filter(name => name !== markerName);
	await Promise.all(names.map(name => rename(join(workplace, name), join(target, name))));
	await rename(join(workplace, markerName), join(target, markerName));
};

const writeWorld = async (directory: string, {seed, size}: {readonly seed: number; readonly size: DemoSize}): Promise<void> => {
	const world = makeWorld(seed, size);
	const sha256: Record<string, string> = {};
	for (const {name, text, gzip} of demoFiles) {
		const path = join(directory, name);
		await mkdir(dirname(path), {recursive: true});
		sha256[name] = await writeFile(path, text(world), gzip === undefined ? {} : {gzip});
	}

	const marker: Marker = {seed, size, version, sha256};
	await writeWhole(join(directory, markerName), JSON.stringify(marker, undefined, '\t') + '\n', {mode: 0o600});
};

const readMarker = async (directory: string): Promise<Partial<Marker> | undefined> => {
	try {
		return JSON.parse(await readFile(join(directory, markerName), 'utf8')) as Partial<Marker>;
	} catch {
		return undefined;
	}
};

const sha256Of = async (path: string): Promise<string | undefined> => {
	const hash = createHash('sha256');
	try {
		await pipeline(createReadStream(path), hash);
	} catch {
		return undefined;
	}

	return hash.digest('hex');
};

/** Throws unless the folder holds the very world asked for, byte for byte. Other files beside it (a case made of it) do not matter. */
const checkSame = async (directory: string, {seed, size}: {readonly seed: number; readonly size: DemoSize}): Promise<void> => {
	const marker = await readMarker(directory);
	if (marker === undefined) {
		throw new ExpectedError('this folder holds something else than a demo, and nothing of it will be touched', {where: directory, next: 'Choose an empty or new folder with --output DIR.'});
	}

	if (marker.seed !== seed || marker.size !== size || marker.version !== version) {
		throw new ExpectedError(`this folder holds another demo (seed ${marker.seed}, ${marker.size}, version ${marker.version}) than the one asked for (seed ${seed}, ${size}, version ${version})`, {where: directory, next: 'Choose another folder with --output DIR, or delete this one.'});
	}

	for (const {name} of demoFiles) {
		if (await sha256Of(join(directory, name)) !== marker.sha256?.[name]) {
			throw new ExpectedError(`a file of this demo was changed or removed: ${name}`, {where: directory, next: 'Delete the folder to make the demo again, or choose another with --output DIR.'});
		}
	}
};
