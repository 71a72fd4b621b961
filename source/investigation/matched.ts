import {createHash} from 'node:crypto';
import {pauseIfDue} from '../files/pause.ts';
import {streamAccesses} from '../store/questions/access-ids.ts';
import {askTotals} from '../store/questions/totals.ts';
import type {Context} from './context.ts';
import {eventIds} from './event-ids.ts';
import type {Ask, MatchedAccesses} from './investigation.ts';

/** Lines of a list that are hashed in one go. */
const hashedTogether = 2000;

export const matchedAccesses = async (context: Context, ask: Ask): Promise<MatchedAccesses> => context.question(ask, async accesses => {
	const id = await eventIds(context, accesses.session);
	const ids: string[] = [];
	const customers = new Set<string>();
	for await (const block of streamAccesses(accesses)) {
		for (const {row, customer} of block) {
			ids.push(`${id(row)}/${customer ?? ''}`);
			if (customer !== undefined) {
				customers.add(customer);
			}
		}

		await pauseIfDue();
	}

	const hash = createHash('sha256');
	const sorted = ids.toSorted();
	for (let from = 0; from < sorted.length; from += hashedTogether) {
		hash.update(sorted.slice(from, from + hashedTogether).map(each => `${each}\n`).join(''));
		await pauseIfDue();
	}

	const {totals} = await askTotals(accesses, context.facts);
	return {events: totals.events, customers: customers.size, accesses: ids.length, hash: hash.digest('hex'), customerIds: [...customers].toSorted()};
});
