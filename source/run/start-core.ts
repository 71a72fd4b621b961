import {BugError} from '../errors.ts';
import {removeOwnFoldersAtExit} from '../investigation/own-folders.ts';
import {peer, type Remote} from '../remote/peer.ts';
import {startWorker} from '../start-worker.ts';
import type {AppCore, AppCoreOptions} from './app-core.ts';

/** The app's core on its thread. */
export type StartedCore = {
	readonly core: Remote<AppCore>;
	/** Fails when the thread ends by an error that no one awaits there. */
	readonly failure: Promise<never>;
	/** Waits for what was asked, and ends the thread. */
	readonly end: () => Promise<void>;
};

/** Starts the thread that does everything but draw and answer keys. */
export const startCore = (options: AppCoreOptions): StartedCore => {
	const worker = startWorker(import.meta.url, 'core-worker', options);
	const {remote, settled, fail} = peer<AppCore>(worker, {});
	// A thread that is ended with the process has no time to clear away what it has on the disk.
	removeOwnFoldersAtExit();
	const failure = new Promise<never>((_resolve, reject) => {
		const failed = (error: unknown): void => {
			fail(error);
			reject(error);
		};

		// Errors that come out of a thread are copies that have lost their kind.
		worker.on('error', error => {
			failed(new BugError(`the thread that loads and answers fell over: ${error.message}`, error));
		});
		worker.on('exit', () => {
			failed(new BugError('the thread that loads and answers has ended'));
		});
	});
	// Whoever races against it looks at it; once the app is left nobody does.
	failure.catch(() => undefined);
	return {
		core: remote,
		failure,
		async end() {
			await settled();
			await worker.terminate();
		},
	};
};
