import {existsSync, rmSync} from 'node:fs';
import {join, resolve} from 'node:path';
import type {CaseState} from '../../case/case-state.ts';
import {ExpectedError} from '../../errors.ts';
import {pathMatches} from '../../files/path-pattern.ts';
import type {ListOf} from '../../records/reading.ts';
import type {EventList} from '../event-lists/event-list.ts';
import type {LoadOptions, LoadRequest} from '../investigation.ts';
import {checkLists, openInvestigation} from '../open-investigation.ts';
import {hashOfFile} from '../places-by-hash.ts';
import {pathOfCase, requestOfCase} from './case-reading.ts';
import {keyOf} from './index-key.ts';
import {loadIndex} from './index-load.ts';
import {keepFile} from './keep-file.ts';
import {checkFrozen} from './leaked-lists.ts';
import type {Case} from './open-case.ts';

/** A list as the case keeps it. */
type Kept = {readonly event: string; readonly path: string; readonly sha256: string};

/** The id of an event that was named by the path of its export: the case keeps ids alone, which hang on no path. */
const idOf = ({folder, sources}: {readonly folder: string; readonly sources: CaseState['sources']}, event: string): string => {
	const place = /^(?<path>.+)#(?<record>\d{1,15})$/s.exec(event)?.groups;
	if (!place) {
		return event;
	}

	const path = place['path']!;
	const exact = sources.filter(source => source.path === path || resolve(pathOfCase(folder, source.path)) === resolve(path));
	const found = [...new Set((exact.length > 0 ? exact : sources.filter(source => pathMatches(source.path, path))).map(({sha256}) => sha256))];
	if (found.length !== 1) {
		throw new ExpectedError(`no list can be joined to ${event}: ${found.length === 0 ? 'no export of the case is' : `${found.length} exports of the case are`} called ${path}`, {where: folder, next: `Exports: ${sources.slice(0, 10).map(source => source.path).join(', ')}.`});
	}

	return `${found[0]!.slice(0, 16)}-${place['record']!}`;
};

/** What the lists come to with all that the case has, and its index with them. */
const load = async (opened: Case, fresh: readonly Kept[], options: LoadOptions): Promise<{readonly lists: readonly EventList[]; readonly put: (state: CaseState) => Promise<unknown>; readonly close: () => Promise<void>}> => {
	const {folder, state} = opened;
	const reading = state.created?.reading ?? {};
	const own = requestOfCase(folder, state);
	const request: LoadRequest = {...own, lists: [...own.lists ?? [], ...fresh.map(({event, path}) => ({event, path: pathOfCase(folder, path)}))]};
	const key = await keyOf(folder, reading, state.sources, [...state.lists, ...fresh]).catch(() => undefined);
	const index = key === undefined ? {reason: undefined} : await loadIndex({folder, key, request, options});
	if ('store' in index) {
		return {lists: index.store.lists, put: async now => keyOf(folder, reading, now.sources, now.lists).then(index.put).catch(() => undefined), close: async () => index.close()};
	}

	const {lists, close} = await openInvestigation(request, options);
	return {lists, put: async () => undefined, close};
};

/**
Joins lists to bulk exports of the case: each is copied into it first, and stands in the journal with what it came to. What selections match with it is a delta, to be
accepted with a reason; `whosaw case undo` takes it back.
*/
export const joinEventLists = async (opened: Case, given: readonly ListOf[], options: LoadOptions = {}): Promise<readonly EventList[]> => {
	const {folder, state} = opened;
	checkFrozen(folder, state);
	await checkLists({lists: given});
	const known = new Set(state.lists.map(({path}) => path));
	const kept: Kept[] = [];
	let done = false;
	try {
		for (const {event, path} of given) {
			const id = idOf({folder, sources: state.sources}, event);
			const before = state.lists.find(list => list.event === id);
			if (before) {
				throw new ExpectedError(`the case has a list for ${id} already: ${before.path}`, {where: folder, next: 'Take it back first: whosaw case undo DIR takes back the last act. One list says all whom the event reached.'});
			}

			const sha256 = await hashOfFile(path);
			kept.push({event: id, sha256, path: keepFile(folder, 'list', {path, sha256})});
		}

		const loaded = await load(opened, kept, options);
		try {
			const joined = loaded.lists.slice(state.lists.length);
			for (const [index, {event, given: entries, resolved, inferred}] of joined.entries()) {
				const {path, sha256} = kept[index]!;
				opened.append({act: 'event-list-joined', payload: {event, path, sha256, given: entries, resolved, inferred}});
			}

			done = true;
			await loaded.put(opened.state);
			return joined;
		} finally {
			await loaded.close();
		}
	} finally {
		for (const {path} of done ? [] : kept.filter(each => !known.has(each.path) && existsSync(join(folder, each.path)))) {
			rmSync(join(folder, path));
		}
	}
};
