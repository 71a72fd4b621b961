import {parentPort} from 'node:worker_threads';
import {compareDaysAside} from './compare-days-aside.ts';
import {workOut, type LeadWork, type WorkedOut} from './work-out.ts';

/** What the thread tells. */
export type LeadMessage =
	| {readonly kind: 'step'; readonly text: string; readonly done: number}
	| {readonly kind: 'done'; readonly found: WorkedOut};

const tell = (message: LeadMessage): void => {
	parentPort!.postMessage(message);
};

parentPort!.once('message', async (work: LeadWork) => {
	const found = await workOut(work, async (text, done) => {
		tell({kind: 'step', text, done});
	}, compareDaysAside);
	tell({kind: 'done', found});
});
