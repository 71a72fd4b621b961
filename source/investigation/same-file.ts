import {stat} from 'node:fs/promises';
import {openBytes} from '../files/byte-source.ts';
import type {LoadedSource} from './loaded-source.ts';

/** What became of a file since it was loaded. */
export type Change = 'gone' | 'changed';

type Loaded = Pick<LoadedSource, 'file' | 'source'>;

/** The file as it was when it was last read through, and what came of that. */
type Compared = {readonly bytes: number; readonly modified: number; readonly change: Change | undefined};

const compared = new WeakMap<Loaded['file'], Compared>();

const hashOf = async (path: string, signal?: AbortSignal): Promise<string> => {
	const bytes = openBytes(path, 'plain', signal);
	for await (const _ of bytes.chunks) {
		// Reading is hashing.
	}

	return bytes.sha256();
};

/** One of the same length and another time may have been copied back: its hash tells, once for each such time. */
const changeOfBytes = async ({file, source}: Loaded, modified: number, signal?: AbortSignal): Promise<Change | undefined> => {
	const known = compared.get(file);
	if (known?.modified === modified && known.bytes === file.bytes) {
		return known.change;
	}

	const change = await hashOf(file.location, signal) === source.sha256 ? undefined : 'changed';
	compared.set(file, {bytes: file.bytes, modified, change});
	return change;
};

/** Whether a file is still the one that was loaded: a look at its size and time, and at its bytes only when these leave it open. */
export const changeOf = async (loaded: Loaded, signal?: AbortSignal): Promise<Change | undefined> => {
	const {file} = loaded;
	const now = await stat(file.location).catch(() => undefined);
	if (!now?.isFile()) {
		return 'gone';
	}

	if (now.size !== file.bytes) {
		return 'changed';
	}

	return now.mtimeMs === file.modified ? undefined : changeOfBytes(loaded, now.mtimeMs, signal).catch(() => 'gone');
};
