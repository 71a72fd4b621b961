import {createHash} from 'node:crypto';
import {cp, readFile, readdir, stat, writeFile} from 'node:fs/promises';
import {join, relative} from 'node:path';
import {timestampRequest} from '../../source/package/seal/timestamp-request.ts';
import {temporaryFolder} from './_contents.ts';

/* Packages that were altered, by somebody careless, or by somebody who makes all hashes anew. */

export const copyOf = async (directory: string): Promise<string> => {
	const copy = join(await temporaryFolder(), 'case');
	await cp(directory, copy, {recursive: true});
	return copy;
};

export const edit = async (path: string, change: (text: string) => string): Promise<void> => {
	const before = await readFile(path, 'latin1');
	const after = change(before);
	if (after === before) {
		throw new Error(`nothing to change in ${path}`);
	}

	await writeFile(path, after, 'latin1');
};

const manifestOf = async (directory: string, paths: readonly string[]): Promise<string> => {
	const lines = await Promise.all(paths.map(async path => `${createHash('sha256').update(await readFile(join(directory, path))).digest('hex')}  ${path}\n`));
	return lines.join('');
};

/** Makes every hash and size of the bag anew. */
export const reseal = async (directory: string): Promise<void> => {
	const entries = await readdir(join(directory, 'data'), {recursive: true, withFileTypes: true});
	const paths = entries.filter(entry => entry.isFile()).map(entry => relative(directory, join(entry.parentPath, entry.name))).toSorted();
	const sizes = await Promise.all(paths.map(async path => (await stat(join(directory, path))).size));
	const oxum = `${sizes.reduce((sum, size) => sum + size, 0)}.${paths.length}`;
	const info = await readFile(join(directory, 'bag-info.txt'), 'utf8');
	await writeFile(join(directory, 'bag-info.txt'), info.replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${oxum}`));
	await writeFile(join(directory, 'manifest-sha256.txt'), await manifestOf(directory, paths));
	const covering = await manifestOf(directory, ['bag-info.txt', 'bagit.txt', 'manifest-sha256.txt']);
	await writeFile(join(directory, 'tagmanifest-sha256.txt'), covering);
	await writeFile(join(directory, 'tagmanifest-sha256.txt.tsq'), timestampRequest(createHash('sha256').update(covering).digest('hex')));
};
