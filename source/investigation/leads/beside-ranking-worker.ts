import {parentPort} from 'node:worker_threads';
import type {Background} from '../../leads/background.ts';
import {eventDays, type EventDays} from '../../leads/event-days.ts';
import type {AccountEvents} from '../../store/questions/account-events.ts';
import {backgroundBeside, type BesideAsk} from './beside-ranking.ts';
import {compareDays, type Compared} from './compare-days.ts';

/** What the thread is given, one after the other. */
export type BesideOrder = {readonly ask: BesideAsk} | {readonly events: AccountEvents; readonly accounts: number};

/** What the thread tells. */
export type BesideMessage = {readonly background: Background | undefined} | {readonly compared: Compared};

const tell = (message: BesideMessage): void => {
	parentPort!.postMessage(message);
};

// Only what was counted is held on to: of ten million events that frees 70 MB.
const counted = new Promise<readonly EventDays[]>(resolve => {
	parentPort!.on('message', async (order: BesideOrder) => {
		if ('events' in order) {
			resolve(eventDays(order.events, order.accounts));
			return;
		}

		// The events are read meanwhile.
		tell({background: backgroundBeside(order.ask)});
		tell({compared: await compareDays(order.ask, counted)});
	});
});
