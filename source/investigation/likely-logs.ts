import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {setImmediate as breathe} from 'node:timers/promises';
import {prepareFile} from '../files/prepared-file.ts';
import {firstRecords} from '../files/sample-records.ts';
import {detectFormat} from '../formats/formats.ts';
import {guessMapping, isClear} from '../formats/guess-mapping.ts';
import {claimText} from './claim-text.ts';

/** Something that one may want to open. */
export type Likely = {
	readonly path: string;
	readonly kind: 'log' | 'case' | 'package';
	/** The guessed format of a log; `unclear` tables need a word about their columns. */
	readonly format: string;
	readonly unclear: boolean;
	readonly bytes: number;
};

export type LikelyOptions = {readonly signal?: AbortSignal; readonly onFound: (likely: Likely) => void};

/* A folder may hold a disk image or a million files: so many entries are listed, and so many heads are read, and no more. */
const mostEntries = 300;
const mostFolders = 12;
const mostHeads = 40;

const endings = /\.(?:csv|tsv|txt|log|json|ndjson|jsonl|parquet)(?:\.(?:gz|bz2|zst))?$/i;

type Entry = {readonly path: string; readonly isFolder: boolean; readonly isFile: boolean};

const entriesOf = async (folder: string, below: string): Promise<readonly Entry[]> => {
	try {
		const entries = await readdir(folder, {withFileTypes: true});
		return entries.filter(({name}) => !name.startsWith('.') && name !== 'node_modules')
			.map(entry => ({path: join(below, entry.name), isFolder: entry.isDirectory(), isFile: entry.isFile()}))
			.toSorted((a, b) => a.path < b.path ? -1 : 1).slice(0, mostEntries);
	} catch {
		// What cannot be listed is nothing to offer.
		return [];
	}
};

/** Whether a table looks like a log: it has times. */
const lookAt = async (folder: string, path: string): Promise<Likely | undefined> => {
	const location = join(folder, path);
	const {size: bytes} = await stat(location);
	if (/\.parquet$/i.test(path)) {
		return {path, kind: 'log', format: 'parquet', unclear: false, bytes};
	}

	const file = claimText(await prepareFile(path, location));
	const sample = file.structure.kind === 'empty' ? undefined : firstRecords(file, 30);
	if (!sample || sample.rows.length === 0) {
		return undefined;
	}

	const known = detectFormat(sample);
	if (known) {
		return {path, kind: 'log', format: known.format.name, unclear: false, bytes};
	}

	const guess = guessMapping(sample);
	const {mapping} = guess;
	const clear = isClear(guess);
	const format = file.structure.kind === 'lines' ? 'ndjson' : file.structure.kind;
	return clear || mapping.time !== undefined
		? {path, kind: 'log', format, unclear: !clear, bytes}
		: undefined;
};

/** Tells of what lies in a folder and in the folders of it, one by one, as it is found. Never fails, and leaves the thread to others between two files. True when nothing was left out for being too much. */
export const likelyLogs = async (folder: string, {signal, onFound}: LikelyOptions): Promise<boolean> => {
	const top = await entriesOf(folder, '');
	const files = top.filter(({isFile}) => isFile);
	const inner: Entry[] = [];
	const folders = top.filter(({isFolder}) => isFolder);
	for (const {path} of folders.slice(0, mostFolders)) {
		const entries = await entriesOf(join(folder, path), path);
		const names = new Set(entries.map(entry => entry.path.slice(path.length + 1)));
		const kind = names.has('case.journal') ? 'case' : (names.has('bagit.txt') ? 'package' : undefined);
		if (kind) {
			onFound({path, kind, format: '', unclear: false, bytes: 0});
		} else {
			inner.push(...entries.filter(({isFile}) => isFile));
		}
	}

	const named = [...files, ...inner].filter(entry => endings.test(entry.path));
	for (const {path} of named.slice(0, mostHeads)) {
		await breathe();
		if (signal?.aborted) {
			return false;
		}

		const found = await lookAt(folder, path).catch(() => undefined);
		if (found && !signal?.aborted) {
			onFound(found);
		}
	}

	return top.length < mostEntries && folders.length <= mostFolders && named.length <= mostHeads;
};
