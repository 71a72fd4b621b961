import process from 'node:process';
import {parentPort, workerData} from 'node:worker_threads';
import {peer} from '../remote/peer.ts';
import {appCore, type AppCoreOptions} from './app-core.ts';

/* The thread of the app's core: it does what the screen's thread asks for, until that has no more to ask. */

const {tellFall} = peer(parentPort!, appCore(workerData as AppCoreOptions));

// The engine takes the whole process with it when its thread ends at once: the screen's thread is told, gives the terminal back, and ends this one in order.
process.on('uncaughtException', tellFall);
