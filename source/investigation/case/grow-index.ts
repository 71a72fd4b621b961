import {statSync} from 'node:fs';
import {constants, copyFile} from 'node:fs/promises';
import {join} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {formatCount} from '../../document/format-number.ts';
import {ExpectedError} from '../../errors.ts';
import {findFiles, type Found} from '../../files/find-files.ts';
import type {PrivateFolder} from '../../files/private-folder.ts';
import {unusedPatterns, type Choice} from '../choose-plan.ts';
import {needsDateOrder} from '../date-order.ts';
import type {Engine} from '../engine.ts';
import type {LoadRequest} from '../investigation.ts';
import type {LoadedStore} from '../load-investigation.ts';
import {lookAtFiles, type LookedAt} from '../look-at-files.ts';
import {isBeginning} from './index-key.ts';
import {indexName} from './index-name.ts';
import {fileStates, locateExports} from './locate-exports.ts';
import {attached, hashesHold, sizesHold, wereTouched, type IndexRequest} from './open-index.ts';
import {storedLoad, type StoredLoad} from './stored-load.ts';

/*
Exports that come later are loaded into a copy of the index: those before them are not read again. It must come to what a load of all comes
to. A source is understood by itself and by what came before it, so that the last ones can be added; only duplicates, reasons and notes are found again over
all. Where the new exports bear on how the old ones are read, all are loaded.
*/

/** An index that holds the first exports of a case, as they still are. */
export type Base = {readonly stored: StoredLoad; readonly bytes: number; /** Copies it, and lets go of it. */ readonly copyTo: (path: string) => Promise<void>; readonly close: () => void};

type Asked = Omit<IndexRequest, 'key'>;

/** The exports that it holds are what they were. */
const stillHolds = async (stored: StoredLoad, {request, options: {signal}}: Asked, temporary: PrivateFolder): Promise<boolean> => {
	const paths = stored.places.map(place => request.paths[place] ?? '');
	const now = await fileStates(paths);
	return sizesHold(stored.files, now) && (!wereTouched(stored.files, now) || hashesHold(stored, await locateExports(paths, temporary, signal), signal));
};

/** What the missing exports can be added to; undefined where all are to be loaded. */
export const baseOf = async ({key, ...wanted}: Asked & {readonly key?: string}, temporary: PrivateFolder): Promise<Base | undefined> => {
	if (key === undefined) {
		return undefined;
	}

	const path = join(wanted.folder, indexName);
	let index = await attached(path, temporary, wanted.request);
	const close = (): void => {
		index?.close();
		index = undefined;
	};

	try {
		const stored = index && storedLoad(index.parts);
		if (stored && isBeginning(stored.key, key) && stored.loaded.skipped.length === 0 && await stillHolds(stored, wanted, temporary)) {
			return {
				stored, close, bytes: statSync(path).size,
				async copyTo(copy) {
					// Nobody writes to it meanwhile, for it is open.
					await copyFile(path, copy, constants.COPYFILE_FICLONE);
					close();
				},
			};
		}
	} catch (error) {
		close();
		throw error;
	}

	close();
	return undefined;
};

/** What was found, of one search after the other. */
const joined = (...found: readonly Found[]): Found => ({files: found.flatMap(({files}) => files), skipped: found.flatMap(({skipped}) => skipped), failed: found.flatMap(({failed}) => failed)});

/** The paths that a load of all would find. Members of an archive are loaded together, wherever they are named. */
const pathsOfAll = async (request: LoadRequest, known: number): Promise<readonly string[]> => {
	const [all, few, added] = await Promise.all([request.paths, request.paths.slice(0, known), request.paths.slice(known)].map(async paths => findFiles(paths, request)));
	if (!isDeepStrictEqual(joined(all!), joined(few!, added!))) {
		throw new ExpectedError('a new one stands in an archive with others that were loaded before');
	}

	return [...all!.files, ...all!.failed, ...all!.skipped].map(({path}) => path);
};

const orderOf = ({fields: {timeStyle}}: Choice): string | undefined => timeStyle.kind === 'numeric-date' ? timeStyle.order : undefined;

/** What is read of the new exports must be what would be read of them among all. */
const refuseOthers = ({choices, failed, skipped}: LookedAt, {loaded}: StoredLoad): void => {
	const [first] = [...failed.map(({path, error}) => `${path}: ${error}`), ...skipped.map(({path, reason}) => `${path}: ${reason}`)];
	if (first !== undefined) {
		throw new ExpectedError(first);
	}

	const dated = choices.filter(choice => needsDateOrder(choice));
	if (dated.some(choice => loaded.sources.some(({choice: other}) => needsDateOrder(other) && other.family === choice.family && orderOf(other) !== orderOf(choice)))) {
		throw new ExpectedError('the new ones show that day and month of the others were read the wrong way round');
	}

	if (loaded.sources.every(({choice}) => choice.format === 'empty')) {
		throw new ExpectedError('nothing was in those that were loaded before');
	}
};

/** No export is new. */
const nothing: LookedAt = {choices: [], failed: [], skipped: [], notes: []};

export type Growing = {readonly wanted: Asked; readonly temporary: PrivateFolder; /** Over the copy. */ readonly engine: () => Promise<Engine>};

/** Adds the new exports to the copy of an index. Throws an ExpectedError that says why all must be loaded. */
export const growStore = async ({wanted: {request, options}, temporary, engine}: Growing, {stored}: Base): Promise<LoadedStore> => {
	const known = stored.places.length;
	const notes = unusedPatterns(request, await pathsOfAll(request, known));
	const added = request.paths.length - known;
	if (added > 0) {
		options.onProgress?.({kind: 'phase', text: `adding ${formatCount(added, 'new export')}`});
	}

	const looked = added === 0 ? nothing : await lookAtFiles({request: {...request, paths: request.paths.slice(known)}, options, folder: temporary, session: async () => (await engine()).session, loaded: stored.loaded.sources.map(({choice}) => choice)});
	options.signal?.throwIfAborted();
	refuseOthers(looked, stored);
	const {loadStore} = await import('../load-investigation.ts');
	// A list may name its event by the path of the export.
	const named = {...stored, loaded: {...stored.loaded, sources: stored.loaded.sources.map(each => ({...each, source: {...each.source, path: request.paths[stored.places[each.id]!]!}}))}};
	return loadStore({engine: await engine(), folder: temporary, request, options, looked: {...looked, notes}, growing: true, close: async () => undefined}, named);
};
