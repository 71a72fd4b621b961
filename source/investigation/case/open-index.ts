import {existsSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {CancelledError} from '../../errors.ts';
import {openPrivateFolder, type PrivateFolder} from '../../files/private-folder.ts';
import type {LoadOptions, LoadRequest, StreamingInvestigation} from '../investigation.ts';
import type {OpenedIndex} from '../../store/index-file.ts';
import {hashOfFile} from '../places-by-hash.ts';
import {isOfAnotherVersion} from './index-key.ts';
import {indexName} from './index-name.ts';
import {fileStates, locateExports, type Located} from './locate-exports.ts';
import {relocated, storedLoad, type FileState, type StoredLoad} from './stored-load.ts';

export type IndexRequest = {readonly folder: string; readonly key: string; readonly request: LoadRequest; readonly options: LoadOptions};

const isSame = (before: readonly FileState[], now: readonly FileState[], same: (a: FileState, b: FileState) => boolean): boolean =>
	before.length === now.length && before.every((state, index) => same(state, now[index]!));

/** Files of other sizes are other files. */
export const sizesHold = (before: readonly FileState[], now: readonly FileState[] | undefined): now is readonly FileState[] => now !== undefined && isSame(before, now, (a, b) => a.bytes === b.bytes);

/** A file that was written anew may hold the same. */
export const wereTouched = (before: readonly FileState[], now: readonly FileState[]): boolean => !isSame(before, now, (a, b) => a.modified === b.modified);

/** Whether the bytes are those that were loaded. */
export const hashesHold = async ({loaded}: StoredLoad, located: readonly Located[], signal?: AbortSignal): Promise<boolean> => {
	for (const [index, {source: {sha256}}] of loaded.sources.entries()) {
		if (await hashOfFile(located[index]!.location, signal) !== sha256) {
			return false;
		}
	}

	return true;
};

/** The exports are what they were, though they were copied or touched: the next to ask need not read them again. */
const rememberFiles = async (path: string, files: readonly FileState[]): Promise<void> => {
	const {rewritePart} = await import('../../store/index-file.ts');
	// Where somebody else has it open, or may not write, it stays as it is.
	await rewritePart(path, 'files', JSON.stringify(files)).catch(() => undefined);
};

/** The index of a case, to be asked; undefined where there is none that can be read. */
export const attached = async (path: string, temporary: PrivateFolder, {memory}: LoadRequest): Promise<OpenedIndex | undefined> => {
	const {openIndex} = await import('../../store/index-file.ts');
	try {
		return await openIndex(path, {
			temporary: temporary.path, ...(memory === undefined ? {} : {memory}),
			onDamage() {
				rmSync(path, {force: true});
			},
		});
	} catch {
		// Missing, damaged, or of another engine: the exports are there.
		return undefined;
	}
};

/** Tells what a load would tell. */
const tellLoaded = ({onProgress}: LoadOptions, {loaded}: StoredLoad): void => {
	onProgress?.({kind: 'found', files: loaded.sources.length, bytes: loaded.sources.reduce((sum, {source}) => sum + source.bytes, 0)});
	for (const {source} of loaded.sources) {
		onProgress?.({kind: 'loaded', source});
	}
};

type Ready = {readonly index: OpenedIndex; readonly stored: StoredLoad; readonly temporary: PrivateFolder};

/** The stored load as whoever asks calls its files; undefined where it is not what the case says now. */
const readied = async (index: OpenedIndex, {folder, key, request, options: {checkHashes, signal, onProgress}}: IndexRequest, temporary: PrivateFolder): Promise<StoredLoad | undefined> => {
	const stored = storedLoad(index.parts);
	const paths = stored?.places.map(place => request.paths[place] ?? '');
	if (!stored || !paths) {
		return undefined;
	}

	const now = await fileStates(paths);
	// Another whosaw, other exports, another way to read them: then it is built anew.
	if (stored.key !== key || !sizesHold(stored.files, now)) {
		if (isOfAnotherVersion(stored.key, key)) {
			onProgress?.({kind: 'noted', text: 'the index of the case was made by another version of whosaw: it is built anew from the exports'});
		}

		return undefined;
	}

	const located = await locateExports(paths, temporary, signal);
	const touched = wereTouched(stored.files, now);
	if ((touched || checkHashes) && !await hashesHold(stored, located, signal)) {
		return undefined;
	}

	if (touched) {
		await rememberFiles(join(folder, indexName), now);
	}

	return {...stored, lists: namedLists(stored, request), loaded: {...stored.loaded, sources: stored.loaded.sources.map((source, place) => relocated(source, located[place]!))}};
};

/** Lists as whoever asks calls them and their exports. */
const namedLists = ({lists, places}: StoredLoad, {lists: asked = [], paths}: LoadRequest): StoredLoad['lists'] =>
	lists.map((list, index) => ({...list, path: asked[index]!.path, source: paths[places[list.sourceId]!]!}));

const asking = async ({index, stored, temporary}: Ready, {request, options}: IndexRequest): Promise<StreamingInvestigation> => {
	const [{nameSources}, {serviceOver}] = await Promise.all([import('../../store/index-file.ts'), import('../load-investigation.ts')]);
	await nameSources(index.session, new Map(stored.loaded.sources.map(({id, source}) => [id, source.path])));
	const investigation = await serviceOver({engine: index, request, options, close: async () => {
		index.close();
		temporary.remove();
	}}, stored);
	tellLoaded(options, stored);
	return investigation;
};

/** Asks the index of a case, when it holds what a load of its exports would give now; undefined when it is to be built. */
export const openIndexed = async (wanted: IndexRequest): Promise<StreamingInvestigation | undefined> => {
	const temporary = openPrivateFolder();
	let index: OpenedIndex | undefined;
	try {
		const path = join(wanted.folder, indexName);
		const wasThere = existsSync(path);
		index = await attached(path, temporary, wanted.request);
		if (!index && wasThere) {
			wanted.options.onProgress?.({kind: 'noted', text: 'the index of the case cannot be read: it is built anew from the exports'});
		}

		const stored = index && await readied(index, wanted, temporary);
		if (index && stored) {
			return await asking({index, stored, temporary}, wanted);
		}
	} catch (error) {
		index?.close();
		temporary.remove();
		throw wanted.options.signal?.aborted ? new CancelledError() : error;
	}

	index?.close();
	temporary.remove();
	return undefined;
};
