import {CancelledError} from '../../errors.ts';
import {startWorker} from '../../start-worker.ts';
import {workOut, type LeadWork, type WorkedOut} from './work-out.ts';
import type {AccountEvents} from '../../store/questions/account-events.ts';
import type {LeadMessage, LeadOrder} from './work-out-worker.ts';

type Aside = {readonly signal?: AbortSignal; readonly onStep: (text: string, done: number) => void};

/** Up to so many accesses and events they take no longer than a thread does to begin. */
const few = 1000;

/** The columns go to the thread as they are: who hands them over has them no more. */
const buffersOf = (columns: LeadWork['columns'] | AccountEvents): ArrayBuffer[] => Object.values(columns).map(({buffer}: {readonly buffer: ArrayBufferLike}) => buffer as ArrayBuffer);

const inWorker = async ({events, ...work}: LeadWork, {signal, onStep}: Aside): Promise<WorkedOut> => new Promise((resolve, reject) => {
	const worker = startWorker(import.meta.url, 'work-out-worker', undefined);
	const end = (): void => {
		signal?.removeEventListener('abort', stop);
		void worker.terminate();
	};

	const stop = (): void => {
		end();
		reject(new CancelledError());
	};

	signal?.addEventListener('abort', stop, {once: true});
	worker.on('message', (message: LeadMessage) => {
		if (message.kind === 'step') {
			onStep(message.text, message.done);
		} else {
			end();
			resolve(message.found);
		}
	});
	worker.on('error', error => {
		end();
		reject(error);
	});
	const order = (given: LeadOrder, columns: LeadWork['columns'] | AccountEvents): void => {
		worker.postMessage(given, buffersOf(columns));
	};

	order({work}, work.columns);
	Promise.resolve(events).then(read => order({events: read}, read)).catch((error: unknown) => {
		end();
		reject(error);
	});
});

/** `workOut` on a thread of its own, so that it does not hold up the screen; of a few accesses here and now. */
export const workOutAside = async (work: LeadWork, aside: Aside): Promise<WorkedOut> => {
	aside.signal?.throwIfAborted();
	return work.columns.account.length > few || (await work.events).account.length > few
		? inWorker(work, aside)
		: workOut(work, async (text, done) => {
			aside.onStep(text, done);
		});
};
