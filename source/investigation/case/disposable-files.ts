import {createHash} from 'node:crypto';
import {closeSync, existsSync, openSync, readSync, readdirSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {freshName} from '../../case/destroy-payloads.ts';
import {journalName} from '../../case/journal-file.ts';
import {indexName} from './index-name.ts';
import {keptFolder} from './keep-file.ts';

/** What of a case folder is not listed: it belongs to a process that was killed, or to the destroying itself. */
const isLeftOver = (name: string): boolean => name === freshName || /^whosaw-\d+-/.test(name);

/** What the case made and holds data in: the index, torn acts that were set aside, and what it kept. Other people's files in the folder are theirs. */
const isDisposable = (name: string): boolean => name === keptFolder || name.startsWith(indexName) || name.startsWith(`${journalName}.torn-`) || isLeftOver(name);

const names = (folder: string): readonly string[] => readdirSync(folder).filter(name => isDisposable(name)).toSorted();

const filesBelow = (folder: string, name: string): readonly string[] => statSync(join(folder, name)).isDirectory()
	? readdirSync(join(folder, name)).toSorted().flatMap(each => filesBelow(folder, `${name}/${each}`))
	: [name];

/** In pieces: an index may be larger than memory. */
export const hashInPieces = (path: string): string => {
	const hash = createHash('sha256');
	const piece = Buffer.alloc(1 << 20);
	const handle = openSync(path, 'r');
	try {
		for (let length = readSync(handle, piece); length > 0; length = readSync(handle, piece)) {
			hash.update(piece.subarray(0, length));
		}
	} finally {
		closeSync(handle);
	}

	return hash.digest('hex');
};

export type DisposableFile = {readonly path: string; readonly bytes: number; readonly sha256: string};

/** The files that disposing of a case destroys, by their paths in it. */
export const disposableFiles = (folder: string): readonly DisposableFile[] => names(folder).filter(name => !isLeftOver(name)).flatMap(name => filesBelow(folder, name))
	.map(path => ({path, bytes: statSync(join(folder, path)).size, sha256: hashInPieces(join(folder, path))}));

export const holdsDisposable = (folder: string): boolean => existsSync(folder) && names(folder).length > 0;

export const destroyFiles = (folder: string): void => {
	for (const name of names(folder)) {
		rmSync(join(folder, name), {recursive: true, force: true});
	}
};
