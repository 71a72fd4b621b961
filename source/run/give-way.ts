import {readlinkSync} from 'node:fs';
import {getPriority, setPriority} from 'node:os';

/** Of the forty that Linux has, up to this one: with so many less a thread gets a third of what another one gets, where there is too little for both. */
const steps = 5;
const lowest = 19;

/**
Lets the thread that calls this, and those that it starts, give way to the one that draws. Linux alone has priorities of threads; elsewhere, and where it
may not be done, nothing happens.
*/
export const giveWay = (): void => {
	try {
		const thread = /\/task\/(\d+)$/.exec(readlinkSync('/proc/thread-self'))?.[1];
		if (thread !== undefined) {
			setPriority(Number(thread), Math.min(lowest, getPriority(Number(thread)) + steps));
		}
	} catch {
		// Then all threads are alike.
	}
};
