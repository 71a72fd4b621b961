import {startWorker} from '../../start-worker.ts';
import type {besideRanking} from './beside-ranking.ts';
import type {BesideMessage, BesideOrder} from './beside-ranking-worker.ts';

/**
`besideRanking` on a thread of its own. The events go to it as they are: who hands them over has them no more. What accounts reached is best in memory that threads
share.
*/
export const besideRankingAside: typeof besideRanking = (ask, events) => {
	const worker = startWorker(import.meta.url, 'beside-ranking-worker', undefined);
	const order = (given: BesideOrder, buffers: readonly ArrayBuffer[] = []): void => {
		worker.postMessage(given, buffers);
	};

	const told = async <Found>(found: (message: BesideMessage) => Found | undefined): Promise<Found> => new Promise((resolve, reject) => {
		worker.on('message', (message: BesideMessage) => {
			const answer = found(message);
			if (answer) {
				resolve(answer);
			}
		});
		worker.once('error', reject);
	});
	const background = told(message => 'background' in message ? message.background : undefined);
	const comparison = told(message => 'compared' in message ? message.compared : undefined);
	// Nobody waits for them yet when the thread fails at once.
	background.catch(() => undefined);
	comparison.catch(() => undefined);
	const compare = async () => {
		try {
			order({ask});
			const read = await events;
			order({events: read, accounts: ask.accounts.length}, Object.values(read).map(({buffer}) => buffer as ArrayBuffer));
			return await comparison;
		} finally {
			void worker.terminate();
		}
	};

	return {compared: compare(), ...(ask.leaked ? {background} : {})};
};
