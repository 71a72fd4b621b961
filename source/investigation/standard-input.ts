import {createWriteStream} from 'node:fs';
import {stat} from 'node:fs/promises';
import {pipeline} from 'node:stream/promises';
import process from 'node:process';
import {CancelledError} from '../errors.ts';
import type {FoundFile} from '../files/find-files.ts';
import type {PrivateFolder} from '../files/private-folder.ts';
import type {LoadRequest} from './investigation.ts';

/** Standard input can be read once: it is kept in the private folder, and cited as `-`. */
export const keepStandardInput = async ({stdin}: LoadRequest, folder: PrivateFolder, signal?: AbortSignal): Promise<FoundFile & {readonly location: string}> => {
	const location = folder.fresh('.stdin');
	try {
		await pipeline(stdin ?? process.stdin, createWriteStream(location, {mode: 0o600}), signal ? {signal} : {});
	} catch (error) {
		throw signal?.aborted ? new CancelledError() : error;
	}

	const {size} = await stat(location);
	return {path: '-', location, bytes: size, named: true};
};
