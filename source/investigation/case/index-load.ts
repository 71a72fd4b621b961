import {chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {openJournal} from '../../case/journal-file.ts';
import {BugError, CancelledError} from '../../errors.ts';
import {openPrivateFolder, type PrivateFolder} from '../../files/private-folder.ts';
import {countryCode} from '../../records/country.ts';
import type {Engine} from '../engine.ts';
import {ListError} from '../event-lists/join-lists.ts';
import type {LoadedStore} from '../load-investigation.ts';
import {lookAtFiles} from '../look-at-files.ts';
import {baseOf, growStore, type Base} from './grow-index.ts';
import {indexName} from './index-name.ts';
import {fileStates} from './locate-exports.ts';
import type {IndexRequest} from './open-index.ts';
import {noRoom} from './room.ts';
import {partsOf, type FileState} from './stored-load.ts';

/** What came of it: an index, or why there is none, for which the exports are loaded without. */
export type Built = 'built' | {readonly reason: string | undefined};

/** `key` as far as it is known before the load: hashes of exports that nobody read yet may be empty, and a case that is being made has none. */
export type IndexToLoad = Omit<IndexRequest, 'key'> & {readonly key?: string};

/** A load of the exports of a case in a file of its own, which becomes the index when the case says what was loaded. */
export type IndexLoad = {
	readonly store: LoadedStore;
	/** Makes it the index: `key` says what it holds. */
	readonly put: (key: string) => Promise<Built>;
	/** Lets go of it; what is no index by then is gone. */
	readonly close: () => void;
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

type Building = {readonly wanted: IndexToLoad; readonly inside: PrivateFolder; readonly temporary: PrivateFolder};

/** The engine over the file that is to be the index. */
const engineOver = ({wanted: {request}, inside, temporary}: Building, engines: Engine[], filled: boolean): (() => Promise<Engine>) => {
	let opened: Promise<Engine> | undefined;
	return async () => {
		const {openEngine} = await import('../engine.ts');
		opened ??= openEngine(temporary.path, request.memory, {path: join(inside.path, indexName), filled});
		engines[0] = await opened;
		return opened;
	};
};

const load = async (building: Building, engines: Engine[]): Promise<LoadedStore> => {
	const {wanted: {request, options}, temporary} = building;
	const engine = engineOver(building, engines, false);
	const looked = await lookAtFiles({request, options, folder: temporary, session: async () => (await engine()).session});
	options.signal?.throwIfAborted();
	const {loadStore} = await import('../load-investigation.ts');
	return loadStore({engine: await engine(), folder: temporary, request, options, looked, growing: true, close: async () => undefined});
};

/** Adds the new exports to a copy of the index that is there; undefined where that cannot come to what a load of all comes to, which is told. */
const grow = async (building: Building, base: Base, engines: Engine[]): Promise<LoadedStore | undefined> => {
	const {wanted, inside, temporary} = building;
	const {onProgress, signal} = wanted.options;
	const copy = join(inside.path, indexName);
	try {
		await base.copyTo(copy);
		return await growStore({wanted, temporary, engine: engineOver(building, engines, true)}, base);
	} catch (error) {
		if (signal?.aborted || error instanceof BugError || error instanceof ListError || diskFault(error) !== undefined) {
			throw error;
		}

		letGo(engines);
		for (const path of [copy, `${copy}.wal`]) {
			rmSync(path, {force: true});
		}

		onProgress?.({kind: 'noted', text: `all exports of the case are loaded, and not the new ones alone: ${(error as Error).message}`});
		return undefined;
	}
};

/** Of every source its place among the exports of the case, as the case knows them; undefined where what was loaded is something else. */
const placesOf = ({request, key}: Pick<IndexRequest, 'request' | 'key'>, {loaded}: LoadedStore, known: readonly number[]): readonly number[] | undefined => {
	const {sources} = JSON.parse(key) as {readonly sources: ReadonlyArray<{readonly sha256: string}>};
	const places = loaded.sources.map(({id, source}) => known[id] ?? request.paths.findIndex((path, place) => path === source.path && sources[place]?.sha256 === source.sha256));
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
	// What a process that was killed did not write into the one before is not this one's.
	rmSync(join(folder, `${indexName}.wal`), {force: true});
	renameSync(fresh, join(folder, indexName));
};

/** Of a request only what is the case's own. */
const ownOf = (wanted: IndexToLoad): IndexToLoad => {
	const {leaked: _leaked, only: _only, stdin: _stdin, ...request} = wanted.request;
	return {...wanted, request};
};

type Begun = {readonly building: Building; readonly engines: Engine[]; readonly store: LoadedStore; /** Places of sources that were loaded before. */ readonly known: readonly number[]; readonly before: readonly FileState[] | undefined};

const put = async ({building: {wanted, inside}, engines, store, known, before}: Begun, key: string): Promise<Built> => {
	const places = placesOf({...wanted, key}, store, known);
	if (!before || !places) {
		// Whoever loads them without an index says what is wrong with them.
		return {reason: undefined};
	}

	wanted.options.onProgress?.({kind: 'phase', text: 'writing the index'});
	try {
		await write(engines[0]!, store, {key, files: places.map(place => before[place]!), places});
		letGo(engines);
		const {fillUp} = await import('../../store/index-file.ts');
		await fillUp(join(inside.path, indexName));
		if (openJournal(wanted.folder).state.disposed) {
			// Somebody disposed of the case meanwhile: it keeps nothing any more.
			return {reason: undefined};
		}

		putInPlace(inside, wanted.folder);
		return 'built';
	} catch (error) {
		return reasonOf(error, wanted);
	}
};

/** Why there is no index, where the disk is to blame; anything else is thrown on. */
const reasonOf = (error: unknown, {options: {signal}}: IndexToLoad): {readonly reason: string} => {
	const reason = signal?.aborted ? undefined : diskFault(error);
	if (reason === undefined) {
		throw signal?.aborted ? new CancelledError() : error;
	}

	return {reason};
};

/**
Loads the exports of a case beside its index; where the index that is there holds the first of them, only the others. It is made in a folder of its own: nobody
sees half of it, and two may load at once.
*/
export const loadIndex = async (asked: IndexToLoad): Promise<IndexLoad | {readonly reason: string}> => {
	const wanted = ownOf(asked);
	const {folder, request: {paths}} = wanted;
	const engines: Engine[] = [];
	let [inside, temporary]: Array<PrivateFolder | undefined> = [];
	let base: Base | undefined;
	const close = (): void => {
		letGo(engines);
		base?.close();
		inside?.remove();
		temporary?.remove();
	};

	try {
		temporary = openPrivateFolder();
		base = await baseOf(wanted, temporary);
		const reason = await noRoom(folder, base ? paths.slice(base.stored.places.length) : paths, base?.bytes);
		if (reason !== undefined) {
			close();
			return {reason};
		}

		inside = openPrivateFolder(folder);
		const building = {wanted, inside, temporary};
		const before = await fileStates(paths);
		const grown = base && await grow(building, base, engines);
		const begun = {building, engines, before, known: grown && base ? base.stored.places : [], store: grown ?? await load(building, engines)};
		return {close, store: begun.store, put: async key => put(begun, key)};
	} catch (error) {
		close();
		return reasonOf(error, wanted);
	}
};
