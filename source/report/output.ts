import {randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {constants} from 'node:fs';
import {access, lstat, open, realpath, rename, rm, stat, type FileHandle} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {ExpectedError, usageError} from '../errors.ts';

/** Text in pieces. */
export type Text = AsyncIterable<string> | Iterable<string>;

/** A reader that has seen enough (`| head`) is no error: the work just ends. */
export class ClosedPipe extends Error {
	override readonly name = 'ClosedPipe';
}

/** Small pieces are gathered: a write for every row would be slow. */
const pieceSize = 65_536;

async function * gathered(text: Text): AsyncGenerator<string> {
	let buffer = '';
	for await (const piece of text) {
		buffer += piece;
		if (buffer.length >= pieceSize) {
			yield buffer;
			buffer = '';
		}
	}

	if (buffer !== '') {
		yield buffer;
	}
}

/** Writes to a stream no faster than it is read. */
export const writeToStream = async (stream: NodeJS.WritableStream, text: Text): Promise<void> => {
	for await (const piece of gathered(text)) {
		if (!stream.writable) {
			throw new ClosedPipe();
		}

		if (!stream.write(piece)) {
			await once(stream, 'drain');
		}
	}
};

const exists = async (path: string): Promise<boolean> => {
	try {
		await lstat(path);
		return true;
	} catch {
		return false;
	}
};

/** Says before any work is done whether a file can be written. */
export const checkOutput = async (path: string, force: boolean): Promise<void> => {
	const folder = dirname(resolve(path));
	if (!await exists(folder)) {
		throw new ExpectedError('there is no such folder to write to', {where: folder, next: 'Make it, or choose another with --output.'});
	}

	if (!await exists(path)) {
		return access(folder, constants.W_OK);
	}

	if ((await stat(path)).isDirectory()) {
		throw usageError(`--output ${path} is a folder`, 'Name a file in it.');
	}

	if (!force) {
		throw new ExpectedError('the file is there already', {where: path, next: 'Choose another --output, or replace it with --force.'});
	}
};

/** An export is evidence: no option replaces it. */
export const refuseSource = async (path: string, sources: ReadonlyArray<{readonly path: string}>): Promise<void> => {
	if (!await exists(path)) {
		return;
	}

	const target = await realpath(path);
	for (const source of sources) {
		const [file = ''] = source.path.split('!');
		if ((await exists(file)) && await realpath(file) === target) {
			throw usageError(`--output ${path} is one of the exports`, 'Choose another file: exports are never changed.');
		}
	}
};

const fill = async (file: FileHandle, text: Text): Promise<void> => {
	try {
		for await (const piece of gathered(text)) {
			await file.writeFile(piece);
		}

		await file.sync();
	} finally {
		await file.close();
	}
};

/** Written beside and renamed when complete: a file of that name is whole or not there. Only its owner may read it. */
export const writeToFile = async (path: string, text: Text): Promise<void> => {
	const beside = join(dirname(resolve(path)), `.${basename(path).slice(0, 200)}.${randomBytes(6).toString('hex')}.part`);
	try {
		await fill(await open(beside, 'wx', 0o600), text);
		await rename(beside, resolve(path));
	} catch (error) {
		await rm(beside, {force: true});
		throw error;
	}
};
