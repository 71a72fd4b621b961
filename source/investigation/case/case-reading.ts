import {isAbsolute, join, relative, resolve} from 'node:path';
import type {CaseState} from '../../case/case-state.ts';
import {usedFileNames, type Reading, type UsedFile} from '../../records/reading.ts';
import type {LoadRequest} from '../investigation.ts';

/** A path as the journal keeps it: relative to the case folder, so that both can be moved together. */
export const pathInCase = (folder: string, path: string): string => relative(resolve(folder), resolve(path)).replaceAll('\\', '/');

export const pathOfCase = (folder: string, path: string): string => isAbsolute(path) ? path : join(folder, path);

const filled = <Value>(list: readonly Value[] | undefined): readonly Value[] | undefined => list && list.length > 0 ? list : undefined;

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> => value === undefined ? {} : {[key]: value} as Record<Key, Value>;

/** How a file that says how exports are read is called: by its path in the case. */
export type NameFile = (what: UsedFile, path: string) => string;

/** How exports are read, as the journal keeps it. */
export const readingOfRequest = (request: LoadRequest, name: NameFile): Reading => ({
	...optional('timezones', filled(request.timezones)), ...optional('maps', filled(request.maps)), ...optional('formats', filled(request.formats)),
	...optional('dateOrder', request.dateOrder), ...(request.overlapping ? {overlapping: true} : {}),
	...Object.assign({}, ...usedFileNames.map(what => optional(what, filled((request[what] ?? []).map(path => name(what, path)))))),
});

/** A reading of the journal as whoever asks calls its files. */
export const requestOfReading = (folder: string, reading: Reading): Reading => ({
	...reading, ...Object.assign({}, ...usedFileNames.map(what => optional(what, reading[what]?.map(path => pathOfCase(folder, path))))),
});

/** What to load for a case, read as it was when the case was made. */
export const requestOfCase = (folder: string, state: CaseState): LoadRequest => ({
	...requestOfReading(folder, state.created?.reading ?? {}), ...(state.leaked.length > 0 ? {leaked: state.leaked.map(({path}) => pathOfCase(folder, path))} : {}),
	...(state.lists.length > 0 ? {lists: state.lists.map(({event, path}) => ({event, path: pathOfCase(folder, path)}))} : {}),
	paths: state.sources.map(({path}) => pathOfCase(folder, path)),
});
