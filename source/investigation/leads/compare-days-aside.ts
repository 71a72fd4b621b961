import {startWorker} from '../../start-worker.ts';
import type {compareDays, Compared} from './compare-days.ts';
import type {CompareOrder} from './compare-days-worker.ts';

/**
`compareDays` on a thread of its own, beside the ranking. The events go to it as they are: who hands them over has them no more. What accounts reached is best in
memory that threads share.
*/
export const compareDaysAside: typeof compareDays = async (reached, events) => {
	const worker = startWorker(import.meta.url, 'compare-days-worker', undefined);
	const order = (given: CompareOrder, buffers: readonly ArrayBuffer[] = []): void => {
		worker.postMessage(given, buffers);
	};

	const compared = new Promise<Compared>((resolve, reject) => {
		worker.once('message', resolve);
		worker.once('error', reject);
	});
	// Nobody waits for it yet when it fails at once.
	compared.catch(() => undefined);
	try {
		order({reached});
		const read = await events;
		order({events: read, accounts: reached.accounts.length}, Object.values(read).map(({buffer}) => buffer as ArrayBuffer));
		return await compared;
	} finally {
		void worker.terminate();
	}
};
