import {setImmediate as turn} from 'node:timers/promises';

/** Milliseconds that work goes on without a pause: the app answers keys and draws on the same thread. */
const longest = 4;

/** When this thread paused last. Every pause is one for all: works that give each other their items share the thread too. */
let paused = 0;

const pause = async (): Promise<void> => {
	await turn();
	paused = performance.now();
};

/** What is to be waited for between two items of long work; nothing while none is due. */
export const pauseIfDue = (): Promise<void> | undefined => performance.now() - paused < longest ? undefined : pause();
