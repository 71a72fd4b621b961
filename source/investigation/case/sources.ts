import {resolve} from 'node:path';
import type {AcquisitionFacts} from '../../case/acts.ts';
import {ExpectedError} from '../../errors.ts';
import type {LoadOptions, LoadRequest} from '../investigation.ts';
import {openInvestigation} from '../open-investigation.ts';
import {placesByHash} from '../places-by-hash.ts';
import {pathInCase, pathOfCase, requestOfCase} from './case-reading.ts';
import {sourceOf, type Case} from './open-case.ts';

/** Adds exports to a case, read as its others are. What selections match with them is a delta, to be accepted with a reason. */
export const addSources = async (opened: Case, request: LoadRequest, options: LoadOptions): Promise<readonly string[]> => {
	const {folder, state} = opened;
	const investigation = await openInvestigation({...requestOfCase(folder, state), paths: request.paths}, options);
	const {sources, failed} = investigation;
	await investigation.close();
	const [first] = failed;
	if (first) {
		throw new ExpectedError(`nothing was added, for an export cannot be read: ${first.error}`, {where: first.path, ...(first.next === undefined ? {} : {next: first.next})});
	}

	const known = new Set(state.sources.map(({sha256}) => sha256));
	return sources.map(source => {
		if (known.has(source.sha256)) {
			return `${source.path} is in the case already`;
		}

		opened.append({act: 'source-added', payload: sourceOf(folder, source)});
		return `${source.path} was added: ${source.records.kept} events. whosaw case show tells what it changes.`;
	});
};

/** Finds moved exports by their hashes: files, and members of archives. */
export const relocateSources = async (opened: Case, paths: readonly string[], signal?: AbortSignal): Promise<readonly string[]> => {
	const {sources} = opened.state;
	const found = await placesByHash(paths, {sha256: sources.map(({sha256}) => sha256), ...(signal ? {signal} : {})});
	const moved = sources.flatMap(({sha256, path}) => {
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
	const source = opened.state.sources.find(each => resolve(pathOfCase(opened.folder, each.path)) === resolve(path) || each.path === path || each.sha256 === path);
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
