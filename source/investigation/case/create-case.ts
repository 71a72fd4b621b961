import {existsSync, rmdirSync, rmSync, statSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import type {Created} from '../../case/acts.ts';
import {createCaseFolder, isCase} from '../../case/journal-file.ts';
import {ExpectedError} from '../../errors.ts';
import {pathMatches} from '../../files/path-pattern.ts';
import {makeFolder} from '../../make-folder.ts';
import type {Scoped} from '../../records/reading.ts';
import type {FailedSource, Source} from '../../records/source.ts';
import type {LoadOptions, LoadRequest} from '../investigation.ts';
import {openInvestigation} from '../open-investigation.ts';
import {pathInCase, pathOfCase, readingOfRequest, requestOfReading} from './case-reading.ts';
import {findExports, refuseFailed} from './find-exports.ts';
import {keyOf} from './index-key.ts';
import {loadIndex} from './index-load.ts';
import {openCopies, readingOfCopies} from './keep-exports.ts';
import {keepFile, keptFolder} from './keep-file.ts';
import {openToChange, sourceOf, type Case, type Worker} from './open-case.ts';

export type NewCase = {readonly folder: string; readonly request: LoadRequest; readonly worker: Worker; readonly about: Omit<Created, 'reading'>; readonly options?: LoadOptions; /** The case keeps the exports, too. */ readonly copySources?: boolean};

/** Folders that are made for a case, and taken away again when none comes of it. */
const folderFor = (folder: string): {readonly takeBack: () => void} => {
	const keeps = existsSync(join(folder, keptFolder));
	const first = makeFolder(folder, 0o700);
	return {
		takeBack() {
			if (isCase(folder)) {
				return;
			}

			if (!keeps) {
				rmSync(join(folder, keptFolder), {recursive: true, force: true});
			}

			try {
				for (let made = resolve(folder); first !== undefined && made.startsWith(resolve(first)); made = dirname(made)) {
					rmdirSync(made);
				}
			} catch {
				// Somebody put something there.
			}
		},
	};
};

/** Of the sources of a load what the journal says of them. */
type Loaded = {readonly sources: readonly Source[]; readonly failed: readonly FailedSource[]};

/** Where there is no index, to know what is in the exports. `reason` says why there is none, `beside` that the case has others. */
export const loadForItself = async (request: LoadRequest, options: LoadOptions, {reason, beside = false}: {readonly reason?: string | undefined; readonly beside?: boolean}): Promise<Loaded> => {
	if (reason !== undefined) {
		options.onProgress?.({kind: 'noted', text: reason});
	}

	const {sources, failed, close} = await openInvestigation(request, options, {beside});
	await close();
	return {sources, failed};
};

/** A zone that was said for a file of tickets or of presence by its name holds for the copy that the case keeps, which has another. `kept`: path → the name of its copy. */
const zonesOfKept = (timezones: ReadonlyArray<Scoped<string>>, kept: ReadonlyMap<string, string>, exports: readonly string[]): ReadonlyArray<Scoped<string>> => timezones.flatMap(zone => {
	const {files, value} = zone;
	const copies = files === undefined ? [] : [...kept].filter(([path]) => pathMatches(path, files)).map(([, name]) => ({files: name, value}));
	return copies.length > 0 && !exports.some(path => pathMatches(path, files!)) ? copies : [zone, ...copies];
});

const make = async ({folder, request, worker, about}: NewCase, paths: readonly string[], options: LoadOptions): Promise<Case> => {
	const kept = new Map<string, string>();
	const said = readingOfRequest(request, (what, path) => {
		const name = keepFile(folder, what, {path});
		kept.set(path, name);
		return name;
	});
	const reading = said.timezones ? {...said, timezones: zonesOfKept(said.timezones, kept, paths)} : said;
	const own = {...requestOfReading(folder, reading), paths: paths.map(path => pathOfCase(folder, pathInCase(folder, path))), ...(request.memory === undefined ? {} : {memory: request.memory})};
	const load = await loadIndex({folder, request: own, options});
	try {
		const {sources, failed} = 'reason' in load ? await loadForItself(own, options, load) : {sources: load.store.loaded.sources.map(({source}) => source), failed: load.store.loaded.failed};
		refuseFailed(failed, 'the case was not made');
		createCaseFolder(folder);
		const made = openToChange(folder, worker);
		made.append({act: 'case-created', payload: {...about, reading}});
		for (const source of sources) {
			made.append({act: 'source-added', payload: sourceOf(folder, source)});
		}

		if (!('reason' in load)) {
			// From here on there is a case, with an index or without.
			await keyOf(folder, reading, made.state.sources).then(load.put).catch(() => undefined);
		}

		return made;
	} finally {
		if (!('reason' in load)) {
			load.close();
		}
	}
};

/** The exports behind paths; none where one of them cannot be read. */
const readable = async (request: LoadRequest, signal: AbortSignal | undefined): Promise<readonly string[]> => {
	const {exports, failed} = await findExports(request, undefined, signal);
	refuseFailed(failed, 'the case was not made');
	return exports.map(({path}) => path);
};

/** Makes a case from exports, and its index with it: they are loaded once. They are loaded first: a case of files that cannot be read is not made. How they are read is what was said: nobody is asked. */
export const createCase = async (wanted: NewCase): Promise<Case> => {
	const {folder, request, options: {decide: _decide, review: _review, ...options} = {}} = wanted;
	if (isCase(folder) || statSync(folder, {throwIfNoEntry: false})?.isFile()) {
		throw new ExpectedError(isCase(folder) ? 'there is a case already' : 'there is a file of this name', {where: folder, next: 'Name another folder, or add to the case: whosaw case sources add DIR PATH…'});
	}

	// Standard input is found when it is kept; of files it is known before anything is made.
	const found = request.paths.includes('-') ? undefined : await readable(request, options.signal);
	const {takeBack} = folderFor(folder);
	const copies = found && !wanted.copySources ? undefined : openCopies(folder, options.signal);
	try {
		const paths = found ?? await readable({...request, paths: await copies!.keepInput(request)}, options.signal);
		const kept = wanted.copySources ? await copies!.keepAll(paths) : paths;
		return await make(copies ? {...wanted, request: readingOfCopies(request, folder, copies.copies)} : wanted, kept, options);
	} catch (error) {
		copies?.takeBack();
		takeBack();
		throw error;
	} finally {
		copies?.close();
	}
};
