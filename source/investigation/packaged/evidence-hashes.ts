import {createHash} from 'node:crypto';
import type {Context} from '../context.ts';
import type {Ask} from '../investigation.ts';
import {evidenceRecords} from './evidence.ts';

/** The hash of every matching record as it stands in its export now, by evidence id: what a package must hold again. */
export const evidenceHashes = async (context: Context, ask: Ask): Promise<ReadonlyMap<string, string>> => context.question(ask, async accesses => {
	const hashes = new Map<string, string>();
	for await (const {event, bytes} of evidenceRecords(context, accesses, {ofRow: () => [], ofCustomer: () => [], why: () => []})) {
		hashes.set(event.id, createHash('sha256').update(bytes).digest('hex'));
	}

	return hashes;
});
