import {chmodSync, closeSync, fsyncSync, openSync, renameSync} from 'node:fs';
import {statfs} from 'node:fs/promises';
import {join} from 'node:path';
import {openJournal} from '../../case/journal-file.ts';
import {formatBytes} from '../../document/format-number.ts';
import {openPrivateFolder, type PrivateFolder} from '../../files/private-folder.ts';
import {countryCode} from '../../records/country.ts';
import type {Engine} from '../engine.ts';
import type {LoadedStore} from '../load-investigation.ts';
import {lookAtFiles} from '../look-at-files.ts';
import {indexName} from './index-name.ts';
import {fileStates} from './locate-exports.ts';
import type {IndexRequest} from './open-index.ts';
import {partsOf, type FileState} from './stored-load.ts';

/** What came of it: an index, or why there is none, for which the exports are loaded without. */
export type Built = 'built' | {readonly reason: string | undefined};

/** Keys are hashes, which do not shrink: 98 MB were measured for 59 MB of short rows, and more stands there while it is built. A packed export is larger than it looks. */
const roomFor = async (paths: readonly string[]): Promise<number> => {
	const files = new Set(paths.map(path => path.replace(/(\.zip)!.*$/is, '$1')));
	const sizes = await Promise.all([...files].map(async path => {
		const [state] = await fileStates([path]) ?? [];
		return (state?.bytes ?? 0) * (/\.(?:gz|bz2|zst|zip)$/i.test(path) ? 16 : 2.5);
	}));
	return sizes.reduce((sum, size) => sum + size, 1 << 20);
};

const noRoom = async ({folder, request: {paths}}: IndexRequest): Promise<string | undefined> => {
	const {bavail, bsize} = await statfs(folder);
	const [needed, free] = [await roomFor(paths), bavail * bsize];
	return needed > free ? `the case keeps no index of its exports: it may need ${formatBytes(needed)}, and ${formatBytes(free)} are free` : undefined;
};

const diskCodes = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EXDEV', 'EBUSY', 'ENOENT']);

/** Faults of the disk: the exports can be asked all the same. */
const diskFault = (error: unknown): string | undefined => {
	const {code = '', message = '', cause} = error as NodeJS.ErrnoException & {readonly cause?: unknown};
	if (diskCodes.has(code)) {
		return `the case keeps no index of its exports: its folder cannot be written to (${code})`;
	}

	return /no space left|disk.*full|read-only file system|permission denied/i.test(`${message} ${(cause as Error | undefined)?.message ?? ''}`) ? `the case keeps no index of its exports: ${message}` : undefined;
};

type Building = {readonly wanted: IndexRequest; readonly inside: PrivateFolder; readonly temporary: PrivateFolder};

const load = async ({wanted: {request, options}, inside, temporary}: Building, engines: Engine[]): Promise<LoadedStore> => {
	let opened: Promise<Engine> | undefined;
	const engine = async (): Promise<Engine> => {
		const {openEngine} = await import('../engine.ts');
		opened ??= openEngine(temporary.path, request.memory, join(inside.path, indexName));
		engines[0] = await opened;
		return opened;
	};

	const {leaked: _leaked, only: _only, stdin: _stdin, ...whole} = request;
	const looked = await lookAtFiles({request: whole, options, folder: temporary, session: async () => (await engine()).session});
	options.signal?.throwIfAborted();
	const {loadStore} = await import('../load-investigation.ts');
	return loadStore({engine: await engine(), folder: temporary, request: whole, options, looked, close: async () => undefined});
};

/** Of every source its place among the exports of the case, as the case knows them; undefined where what was loaded is something else. */
const placesOf = ({request, key}: IndexRequest, {loaded}: LoadedStore): readonly number[] | undefined => {
	const {sources} = JSON.parse(key) as {readonly sources: ReadonlyArray<{readonly sha256: string}>};
	const places = loaded.sources.map(({source}) => request.paths.findIndex((path, place) => path === source.path && sources[place]?.sha256 === source.sha256));
	return loaded.failed.length === 0 && places.length === sources.length && new Set(places).size === places.length && !places.includes(-1) ? places : undefined;
};

const write = async ({session}: Engine, store: LoadedStore, {key, files, places}: {readonly key: string; readonly files: readonly FileState[]; readonly places: readonly number[]}): Promise<void> => {
	const [{nameSources, writeIndex}, {codeLoggedCountries}] = await Promise.all([import('../../store/index-file.ts'), import('../../store/directories.ts')]);
	await codeLoggedCountries(session, countryCode);
	await nameSources(session, new Map(store.loaded.sources.map(({id}) => [id, ''])));
	await writeIndex(session, partsOf({...store, key, files, places}));
};

/** Lets go of the file. A conversation that is left open keeps it open, too. */
const letGo = (engines: Engine[]): void => {
	for (const {session, database} of engines.splice(0)) {
		session.close();
		database.close();
	}
};

/** In one step, and only when it is whole. */
const putInPlace = (inside: PrivateFolder, folder: string): void => {
	const fresh = join(inside.path, indexName);
	chmodSync(fresh, 0o600);
	const handle = openSync(fresh, 'r');
	fsyncSync(handle);
	closeSync(handle);
	renameSync(fresh, join(folder, indexName));
};

const build = async (building: Building, engines: Engine[]): Promise<Built> => {
	const {wanted, inside} = building;
	const before = await fileStates(wanted.request.paths);
	const store = await load(building, engines);
	const places = placesOf(wanted, store);
	if (!before || !places) {
		// Whoever loads them without an index says what is wrong with them.
		return {reason: undefined};
	}

	wanted.options.onProgress?.({kind: 'phase', text: 'writing the index'});
	await write(engines[0]!, store, {key: wanted.key, files: places.map(place => before[place]!), places});
	letGo(engines);
	if (openJournal(wanted.folder).state.disposed) {
		// Somebody disposed of the case meanwhile: it keeps nothing any more.
		return {reason: undefined};
	}

	putInPlace(inside, wanted.folder);
	return 'built';
};

/** Loads the exports of a case into its index. It is made in a folder of its own beside it: nobody sees half of it, and two may build at once. */
export const buildIndex = async (wanted: IndexRequest): Promise<Built> => {
	const engines: Engine[] = [];
	let [inside, temporary]: Array<PrivateFolder | undefined> = [];
	try {
		const reason = await noRoom(wanted);
		if (reason !== undefined) {
			return {reason};
		}

		inside = openPrivateFolder(wanted.folder);
		temporary = openPrivateFolder();
		return await build({wanted, inside, temporary}, engines);
	} catch (error) {
		const reason = wanted.options.signal?.aborted ? undefined : diskFault(error);
		if (reason === undefined) {
			throw error;
		}

		return {reason};
	} finally {
		letGo(engines);
		inside?.remove();
		temporary?.remove();
	}
};
