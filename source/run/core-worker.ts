import {parentPort, workerData} from 'node:worker_threads';
import {peer} from '../remote/peer.ts';
import {appCore, type AppCoreOptions} from './app-core.ts';

/* The thread of the app's core: it does what the screen's thread asks for, until that has no more to ask. */

peer(parentPort!, appCore(workerData as AppCoreOptions));
