import {startWorker} from '../../start-worker.ts';
import type {AccountEvents} from '../../store/questions/account-events.ts';
import type {compareDays, Compared, Reached} from './compare-days.ts';
import type {CompareOrder} from './compare-days-worker.ts';

/**
`compareDays` on a thread of its own, beside the ranking. The events go to it as they are: who hands them over has them no more. What accounts reached is best in
memory that threads share.
*/
export const compareDaysAside: typeof compareDays = (events: AccountEvents, accounts: number) => {
	const worker = startWorker(import.meta.url, 'compare-days-worker', undefined);
	const order = (given: CompareOrder, buffers: readonly ArrayBuffer[] = []): void => {
		worker.postMessage(given, buffers);
	};

	order({events, accounts}, Object.values(events).map(({buffer}) => buffer as ArrayBuffer));
	const compared = new Promise<Compared>((resolve, reject) => {
		worker.once('message', resolve);
		worker.once('error', reject);
	});
	// Nobody waits for it yet when it fails at once.
	compared.catch(() => undefined);
	return async (reached: Reached) => {
		order({reached});
		try {
			return await compared;
		} finally {
			void worker.terminate();
		}
	};
};
