import {resolve} from 'node:path';
import type {CaseState} from '../../case/case-state.ts';
import {canonicalJson, type Json} from '../../records/canonical-json.ts';
import type {LoadRequest} from '../investigation.ts';
import {hashOfFile} from '../places-by-hash.ts';
import {toolVersion} from '../tool-version.ts';
import {pathOfCase, readingOfRequest, requestOfCase} from './case-reading.ts';
import {usedFileNames, type Reading} from '../../records/reading.ts';

/** To be raised whenever the tables, or what is loaded into them, change. */
const indexVersion = 9;

/** `path` as the journal has it. */
type Key = {/** Behind bulk exports. */ readonly lists: unknown; readonly sources: ReadonlyArray<{readonly path: string; readonly sha256: string}>};

type Versions = {readonly index: unknown; readonly tool: unknown};

const plain = (value: unknown): string => canonicalJson(value as Json);

/** Whether a request reads the exports as the case does: what else is asked of them is not the case's, and is not kept. */
const isOwn = (folder: string, state: CaseState, request: LoadRequest): boolean => {
	const reading = (each: LoadRequest): string => plain([each.paths.map(path => resolve(path)), (each.lists ?? []).map(({event, path}) => [event, resolve(path)]), readingOfRequest(each, (_, path) => resolve(path))]);
	return reading(request) === reading(requestOfCase(folder, state));
};

/** All that decides what a load comes to, as one text. An index of another key is older. */
export const keyOf = async (folder: string, reading: Reading, sources: Key['sources'], lists: ReadonlyArray<Pick<CaseState['lists'][number], 'event' | 'sha256'>> = []): Promise<string> => {
	const hashes = async (paths: readonly string[] = []): Promise<readonly string[]> => Promise.all(paths.map(async path => hashOfFile(pathOfCase(folder, path))));
	return plain({
		index: indexVersion, tool: toolVersion, sources: sources.map(({path, sha256}) => ({path, sha256})), lists: lists.map(({event, sha256}) => ({event, sha256})), reading,
		used: Object.fromEntries(await Promise.all(usedFileNames.map(async what => [what, await hashes(reading[what])] as const))),
	});
};

/** The key of what the case says now; undefined where the request is not the case's own. */
export const indexKey = async (folder: string, state: CaseState, request: LoadRequest): Promise<string | undefined> =>
	isOwn(folder, state, request) ? keyOf(folder, state.created?.reading ?? {}, state.sources, state.lists) : undefined;

/** Whether a key was made by another whosaw, or for other tables. */
export const isOfAnotherVersion = (before: string, now: string): boolean => {
	const [{index, tool}, ours] = [JSON.parse(before) as Versions, JSON.parse(now) as Versions];
	return index !== ours.index || tool !== ours.tool;
};

/** Whether a load of one key is the beginning of another's: the same reading of the same exports, and others behind them. Lists behind bulk exports are joined anew each time, and may be others. */
export const isBeginning = (part: string, whole: string): boolean => {
	const [{sources: few, lists: before, ...asked}, {sources: many, lists: now, ...wanted}] = [JSON.parse(part) as Key, JSON.parse(whole) as Key];
	const isMore = few.length < many.length || (few.length === many.length && plain(before) !== plain(now));
	return few.length > 0 && isMore && plain([asked, few]) === plain([wanted, many.slice(0, few.length)]);
};
