import {setImmediate as turn} from 'node:timers/promises';
import {parentPort} from 'node:worker_threads';
import type {AccountEvents} from '../../store/questions/account-events.ts';
import {besideRankingAside} from './beside-ranking-aside.ts';
import {workOut, type LeadWork, type WorkedOut} from './work-out.ts';

/** What the thread is given: the accesses, and the events once they were read. */
export type LeadOrder = {readonly work: Omit<LeadWork, 'events'>} | {readonly events: AccountEvents};

/** What the thread tells. */
export type LeadMessage =
	| {readonly kind: 'step'; readonly text: string; readonly done: number}
	| {readonly kind: 'done'; readonly found: WorkedOut};

const tell = (message: LeadMessage): void => {
	parentPort!.postMessage(message);
};

const events = new Promise<AccountEvents>(resolve => {
	parentPort!.on('message', async (order: LeadOrder) => {
		if ('events' in order) {
			resolve(order.events);
			return;
		}

		const found = await workOut({...order.work, events}, async (text, done) => {
			tell({kind: 'step', text, done});
			// The events come as a message, which waits for a turn.
			await turn();
		}, besideRankingAside);
		tell({kind: 'done', found});
	});
});
