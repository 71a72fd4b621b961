import {setTimeout as delay} from 'node:timers/promises';
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

/** Milliseconds after which a thread that has nothing to do any more is stopped, though it does not end. */
const patience = 10_000;

/** Starts the thread that does everything but draw and answer keys. */
export const startCore = (options: AppCoreOptions): StartedCore => {
	const worker = startWorker(import.meta.url, 'core-worker', options);
	let hasEnded = false;
	// A thread that is ended with the process has no time to clear away what it has on the disk.
	removeOwnFoldersAtExit();
	let failWith: (error: BugError) => void;
	const failure = new Promise<never>((_resolve, reject) => {
		failWith = reject;
	});
	// Whoever races against it looks at it; once the app is left nobody does.
	failure.catch(() => undefined);
	const fallen = (error: Error): BugError => new BugError(`the thread that loads and answers fell over: ${error.message}`, error);
	const {remote, settled, leave, fail} = peer<AppCore>(worker, {}, error => failWith(fallen(error)));
	const gone = (error: BugError): void => {
		fail(error);
		failWith(error);
	};

	const ended = new Promise<void>(resolve => {
		worker.on('exit', () => {
			hasEnded = true;
			gone(new BugError('the thread that loads and answers has ended'));
			resolve();
		});
	});
	// Errors that come out of a thread are copies that have lost their kind.
	worker.on('error', error => gone(fallen(error)));
	return {
		core: remote,
		failure,
		async end() {
			// One that fell over may never answer.
			await Promise.race([settled(), failure.catch(async () => delay(patience, undefined, {ref: false}))]);
			if (hasEnded) {
				return;
			}

			// The engine cannot bear it when its thread is stopped while it still puts something away.
			leave();
			await Promise.race([ended, delay(patience, undefined, {ref: false})]);
			await worker.terminate();
		},
	};
};
