import {parentPort} from 'node:worker_threads';
import {eventDays, type EventDays} from '../../leads/event-days.ts';
import type {AccountEvents} from '../../store/questions/account-events.ts';
import {compareCounted, type Reached} from './compare-days.ts';

/** What the thread is given, one after the other. */
export type CompareOrder = {readonly reached: Reached} | {readonly events: AccountEvents; readonly accounts: number};

// Only what was counted is held on to: of ten million events that frees 70 MB.
const counted = new Promise<readonly EventDays[]>(resolve => {
	parentPort!.on('message', async (order: CompareOrder) => {
		if ('events' in order) {
			resolve(eventDays(order.events, order.accounts));
		} else {
			parentPort!.postMessage(await compareCounted(order.reached, counted));
		}
	});
});
