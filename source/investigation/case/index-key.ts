import {resolve} from 'node:path';
import type {CaseState} from '../../case/case-state.ts';
import {canonicalJson, type Json} from '../../records/canonical-json.ts';
import type {LoadRequest} from '../investigation.ts';
import {hashOfFile} from '../places-by-hash.ts';
import {toolVersion} from '../tool-version.ts';
import {pathOfCase, readingOfRequest, requestOfCase} from './case-reading.ts';
import {usedFileNames} from '../../records/reading.ts';

/** To be raised whenever the tables, or what is loaded into them, change. */
const indexVersion = 2;

const plain = (value: unknown): string => canonicalJson(value as Json);

/** Whether a request reads the exports as the case does: what else is asked of them is not the case's, and is not kept. */
const isOwn = (folder: string, state: CaseState, request: LoadRequest): boolean => {
	const reading = (each: LoadRequest): string => plain([each.paths.map(path => resolve(path)), readingOfRequest(each, (_, path) => resolve(path))]);
	return reading(request) === reading(requestOfCase(folder, state));
};

/** All that decides what a load of the case comes to, as one text; undefined where the request is not the case's own. An index of another key is older. */
export const indexKey = async (folder: string, state: CaseState, request: LoadRequest): Promise<string | undefined> => {
	if (!isOwn(folder, state, request)) {
		return undefined;
	}

	const reading = state.created?.reading ?? {};
	const hashes = async (paths: readonly string[] = []): Promise<readonly string[]> => Promise.all(paths.map(async path => hashOfFile(pathOfCase(folder, path))));
	return plain({
		index: indexVersion, tool: toolVersion, sources: state.sources.map(({path, sha256}) => ({path, sha256})), reading,
		used: Object.fromEntries(await Promise.all(usedFileNames.map(async what => [what, await hashes(reading[what])] as const))),
	});
};

type Key = {readonly sources: ReadonlyArray<{readonly path: string; readonly sha256: string}>};

/** Whether a load of one key is the beginning of another's: the same reading of the same exports, and others behind them. */
export const isBeginning = (part: string, whole: string): boolean => {
	const [{sources: few, ...asked}, {sources: many, ...wanted}] = [JSON.parse(part) as Key, JSON.parse(whole) as Key];
	return few.length > 0 && few.length < many.length && plain([asked, few]) === plain([wanted, many.slice(0, few.length)]);
};
