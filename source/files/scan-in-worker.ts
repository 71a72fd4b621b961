import {BugError, CancelledError, ExpectedError} from '../errors.ts';
import {startWorker} from '../start-worker.ts';
import type {PreparedFile} from './prepared-file.ts';
import type {ScanOptions, ScanResult} from './scan.ts';

/** What the worker is told and tells. */
export type ScanOrder = {readonly file: PreparedFile; readonly feed?: string};
export type ScanMessage =
	| {readonly kind: 'progress'; readonly bytes: number; readonly records: number}
	| {readonly kind: 'done'; readonly result: ScanResult}
	| {readonly kind: 'failed'; readonly message: string; readonly where?: string; readonly next?: string; readonly expected: boolean};

/** `scanFile` on a thread of its own, so that hashing and splitting neither hold up the screen nor wait for the engine. */
export const scanInWorker = async (file: PreparedFile, {feed, signal, onProgress}: Omit<ScanOptions, 'feed'> & {readonly feed?: string} = {}): Promise<ScanResult> =>
	new Promise((resolve, reject) => {
		const worker = startWorker(import.meta.url, 'scan-worker', {file, ...(feed === undefined ? {} : {feed})} satisfies ScanOrder);
		const stop = (): void => {
			void worker.terminate();
			reject(new CancelledError());
		};

		signal?.addEventListener('abort', stop, {once: true});
		worker.on('message', (message: ScanMessage) => {
			if (message.kind === 'progress') {
				onProgress?.(message.bytes, message.records);
			} else {
				signal?.removeEventListener('abort', stop);
				if (message.kind === 'done') {
					resolve(message.result);
				} else {
					reject(message.expected ? new ExpectedError(message.message, message) : new BugError(message.message));
				}
			}
		});
		worker.on('error', error => {
			signal?.removeEventListener('abort', stop);
			reject(error);
		});
	});
