import {resolve} from 'node:path';
import type {AcquisitionFacts} from '../../case/acts.ts';
import {formatCount} from '../../document/format-number.ts';
import {ExpectedError} from '../../errors.ts';
import type {CaseState} from '../../case/case-state.ts';
import {partSuffix, pathOfFile, type Source} from '../../records/source.ts';
import type {LoadOptions, LoadRequest} from '../investigation.ts';
import type {LoadedStore} from '../load-investigation.ts';
import {placesByHash} from '../places-by-hash.ts';
import {pathInCase, pathOfCase, requestOfCase} from './case-reading.ts';
import {loadForItself} from './create-case.ts';
import {findExports, refuseFailed} from './find-exports.ts';
import {keyOf} from './index-key.ts';
import {loadIndex} from './index-load.ts';
import {openCopies, type ExportCopies} from './keep-exports.ts';
import {fileStates} from './locate-exports.ts';
import {sourceOf, type Case} from './open-case.ts';

/** Paths as the case calls them, with those that the person gave. */
const calledByCase = (folder: string, exports: ReadonlyArray<readonly [path: string, given: string]>): ReadonlyMap<string, string> =>
	new Map(exports.map(([path, given]) => [pathOfCase(folder, pathInCase(folder, path)), given]));

/** What stands in the case is as the journal says, and can be compared with what comes. */
const holdsKnown = (state: CaseState, {loaded}: LoadedStore, added: ReadonlyMap<string, string>): boolean =>
	loaded.failed.every(({path}) => added.has(path)) && state.sources.every(({sha256}) => loaded.sources.some(({source}) => source.sha256 === sha256));

/**
Adds exports to a case, read as its others are, and to its index: they are loaded once, and those that the case has are not loaded again where its index holds them.
What selections match with them is a delta, to be accepted with a reason.
*/
export const addSources = async (opened: Case, asked: LoadRequest & {readonly copySources?: boolean}, options: LoadOptions): Promise<readonly string[]> => {
	const copies = openCopies(opened.folder, options.signal);
	try {
		return await addKept(opened, {asked, copies}, options);
	} catch (error) {
		copies.takeBack();
		throw error;
	} finally {
		copies.close();
	}
};

/** What comes over standard input is kept always, the others where that is asked. */
const addKept = async (opened: Case, {asked, copies}: {readonly asked: Parameters<typeof addSources>[1]; readonly copies: ExportCopies}, options: LoadOptions): Promise<readonly string[]> => {
	const {folder, state} = opened;
	const request = {...requestOfCase(folder, state), ...(asked.memory === undefined ? {} : {memory: asked.memory})};
	const {exports, failed} = await findExports({...request, lists: [...request.lists ?? [], ...asked.lists ?? []], paths: await copies.keepInput(asked)}, state.sources, options.signal);
	refuseFailed(failed, 'nothing was added');
	const fresh = exports.filter(({known}) => !known).map(({path}) => path);
	const kept = asked.copySources ? await copies.keepAll(fresh) : fresh;
	const names = calledByCase(folder, kept.map((path, index) => [path, fresh[index]!]));
	const added = names.size === 0 ? [] : await load({opened, request, names, options});
	return exports.map(({path, known}) => {
		const sources = added.filter(each => names.get(nameOf(each, names)) === path);
		const said = path === copies.copies.get('-') ? 'what came over standard input' : path;
		return known || sources.length === 0 ? `${said} is in the case already` : `${said} was added: ${sources.map(source => `${partSuffix(source) === '' || sources.length === 1 ? '' : `${source.format} `}${eventsOf(source)}`).join('; ')}. whosaw case show tells what it changes.`;
	});
};

const eventsOf = ({records: {kept, duplicate}}: Source): string => `${formatCount(kept, 'event')}${duplicate > 0 ? `, beside ${formatCount(duplicate, 'duplicate')}` : ''}`;

type Adding = {readonly opened: Case; readonly request: LoadRequest; readonly names: ReadonlyMap<string, string>; readonly options: LoadOptions};

/** Under which of the names a source was found: of a file that mixes formats what was found may be the file. */
const nameOf = (source: Pick<Source, 'path' | 'format'>, names: ReadonlyMap<string, string>): string => names.has(source.path) ? source.path : pathOfFile(source);

/** Loads what is new, says it in the journal, and keeps the index of all. */
const load = async ({opened, request, names, options}: Adding): Promise<readonly Source[]> => {
	const {folder, state} = opened;
	const [reading, added] = [state.created?.reading ?? {}, [...names.keys()]];
	const areThere = await fileStates(request.paths) !== undefined;
	const key = areThere ? await keyOf(folder, reading, [...state.sources, ...added.map(path => ({path: pathInCase(folder, path), sha256: ''}))], state.lists).catch(() => undefined) : undefined;
	const index = key === undefined ? {reason: undefined} : await loadIndex({folder, key, request: {...request, paths: [...request.paths, ...added]}, options});
	try {
		const whole = 'store' in index && holdsKnown(state, index.store, names) ? index : undefined;
		const {sources, failed} = whole
			? {sources: whole.store.loaded.sources.map(({source}) => source), failed: whole.store.loaded.failed}
			: await loadForItself({...request, paths: added}, options, {beside: true, ...('reason' in index ? {reason: index.reason} : {})});
		refuseFailed(failed, 'nothing was added');
		const fresh = sources.filter(source => names.has(nameOf(source, names)));
		for (const source of fresh) {
			opened.append({act: 'source-added', payload: sourceOf(folder, source)});
		}

		// From here on they are in the case, with an index or without.
		await (whole && keyOf(folder, reading, opened.state.sources, opened.state.lists).then(whole.put).catch(() => undefined));
		return fresh;
	} finally {
		if ('store' in index) {
			index.close();
		}
	}
};

/** Finds moved exports by their hashes: files, and members of archives. */
export const relocateSources = async (opened: Case, paths: readonly string[], signal?: AbortSignal): Promise<readonly string[]> => {
	const {sources} = opened.state;
	const found = await placesByHash(paths, {sha256: sources.map(({sha256}) => sha256), ...(signal ? {signal} : {})});
	// Of a file that mixes formats the parts move together.
	const files = new Map(sources.map(source => [source.sha256, pathOfFile(source)]));
	const moved = [...files].flatMap(([sha256, path]) => {
		const place = found.get(sha256);
		return place !== undefined && resolve(place) !== resolve(pathOfCase(opened.folder, path)) ? [{sha256, from: path, to: place}] : [];
	});
	if (moved.length === 0) {
		throw new ExpectedError('none of these files is an export of the case at another place', {where: paths.join(', '), next: 'whosaw case show lists the exports with their hashes.'});
	}

	return moved.map(({sha256, from, to}) => {
		opened.append({act: 'source-relocated', payload: {sha256, path: pathInCase(opened.folder, to)}});
		return `${from} is ${to}`;
	});
};

const acquisitionNames = ['exportedBy', 'system', 'query', 'selection', 'exportedAt', 'delivered', 'hashTaken'] as const;

/** Says how an export came to be. */
export const describeSource = async (opened: Case, path: string, text: string): Promise<readonly string[]> => {
	const isMeant = (each: string): boolean => resolve(pathOfCase(opened.folder, each)) === resolve(path) || each === path;
	const source = opened.state.sources.find(each => isMeant(each.path) || isMeant(pathOfFile(each)) || each.sha256 === path);
	if (!source) {
		throw new ExpectedError('this is no export of the case', {where: path, next: `Exports: ${opened.state.sources.map(each => each.path).join(', ')}.`});
	}

	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new ExpectedError(`the acquisition facts are no valid JSON (${(error as Error).message})`, {where: path, cause: error});
	}

	const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
	const stranger = entries.find(([name, fact]) => !(acquisitionNames as readonly string[]).includes(name) || typeof fact !== 'string');
	if (entries.length === 0 || stranger) {
		throw new ExpectedError(stranger ? `"${stranger[0]}" is no text of an acquisition` : 'no acquisition fact is said', {where: path, next: `Texts: ${acquisitionNames.join(', ')}.`});
	}

	opened.append({act: 'source-described', payload: {sha256: source.sha256, acquisition: Object.fromEntries(entries) as AcquisitionFacts}});
	return [`${source.path}: ${entries.map(([name]) => name).join(', ')}`];
};
