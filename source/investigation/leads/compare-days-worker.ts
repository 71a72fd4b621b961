import {parentPort} from 'node:worker_threads';
import type {AccountEvents} from '../../store/questions/account-events.ts';
import {compareDays, type Reached} from './compare-days.ts';

/** What the thread is given, one after the other. */
export type CompareOrder = {readonly reached: Reached} | {readonly events: AccountEvents};

const events = new Promise<AccountEvents>(resolve => {
	parentPort!.on('message', async (order: CompareOrder) => {
		if ('events' in order) {
			resolve(order.events);
		} else {
			parentPort!.postMessage(await compareDays(order.reached, events));
		}
	});
});
