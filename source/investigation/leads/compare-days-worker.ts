import {parentPort} from 'node:worker_threads';
import type {AccountEvents} from '../../store/questions/account-events.ts';
import {compareDays, type Reached} from './compare-days.ts';

/** What the thread is given, one after the other. */
export type CompareOrder = {readonly events: AccountEvents; readonly accounts: number} | {readonly reached: Reached};

let compare: ReturnType<typeof compareDays> | undefined;

parentPort!.on('message', async (order: CompareOrder) => {
	if ('events' in order) {
		compare = compareDays(order.events, order.accounts);
	} else {
		parentPort!.postMessage(await compare!(order.reached));
	}
});
