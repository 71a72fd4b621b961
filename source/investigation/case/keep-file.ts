import {createHash} from 'node:crypto';
import {closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync} from 'node:fs';
import {basename, extname, join} from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {usedFiles, usedList, type UsedFile} from '../../records/reading.ts';

/** Where a case keeps what it was given beside the exports. */
export const keptFolder = 'kept';

/** What a case keeps: each as it was used, so that nobody can change it afterwards to fit the result. */
export type Keeping = 'leaked' | 'list' | UsedFile;

const words: Readonly<Record<Keeping, string>> = {...usedFiles, leaked: 'list of leaked customers', list: usedList, rules: 'file of rules', tickets: 'file of tickets', presence: 'file of presence'};

const ending = (path: string, fallback: string): string => /^\.[a-z\d]{1,8}$/i.test(extname(basename(path))) ? extname(basename(path)) : fallback;

const readOnce = (what: Keeping, path: string): Buffer => {
	try {
		return readFileSync(path);
	} catch (error) {
		throw new ExpectedError(`the ${words[what]} cannot be read`, {where: path, next: 'Check the path.', cause: error});
	}
};

/** Copies a file into the case, to the disk before it is said to be there, for its owner alone to read. Gives its path in the case, which says what it is and what its sha256 begins with. */
export const keepFile = (folder: string, what: Keeping, {path, sha256}: {readonly path: string; /** What it must be. */ readonly sha256?: string}): string => {
	const bytes = readOnce(what, path);
	const found = createHash('sha256').update(bytes).digest('hex');
	if (sha256 !== undefined && found !== sha256) {
		throw new ExpectedError(`the ${words[what]} changed while it was read`, {where: path, next: 'Ask again when nobody writes it.'});
	}

	const kept = `${keptFolder}/${what}-${found.slice(0, 12)}${ending(path, what === 'rules' ? '.yaml' : '.txt')}`;
	mkdirSync(join(folder, keptFolder), {recursive: true, mode: 0o700});
	const handle = openSync(join(folder, kept), 'w', 0o600);
	try {
		for (let at = 0; at < bytes.length;) {
			at += writeSync(handle, bytes, at);
		}

		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}

	return kept;
};
