import type {Citation} from '../records/citation.ts';
import type {Accesses} from '../store/accesses.ts';
import {streamDuplicates} from '../store/questions/duplicates.ts';
import {rowPlaces} from '../store/questions/row-places.ts';
import type {Context} from './context.ts';
import {citationOf, recordsAgain} from './records-again.ts';
import {recordNumber} from './source-summary.ts';

/** Where the matching events stand again, by the row of the event: each export that holds duplicates of them is read once. */
export const duplicateCitations = async ({loaded}: Context, accesses: Accesses): Promise<ReadonlyMap<number, readonly Citation[]>> => {
	const place = await rowPlaces(accesses.session);
	const wanted = new Map<number, Map<number, number>>();
	for await (const {row, event} of streamDuplicates(accesses)) {
		const {source, n} = place(row);
		const records = wanted.get(source) ?? new Map<number, number>();
		wanted.set(source, records);
		records.set(recordNumber(loaded.sources[source]!.scan, n), event);
	}

	const citations = new Map<number, Citation[]>();
	for (const [source, records] of wanted) {
		const from = loaded.sources[source]!;
		for await (const found of recordsAgain(accesses.session, from, [...records.keys()], accesses.signal)) {
			const event = records.get(found.record)!;
			const others = citations.get(event) ?? [];
			citations.set(event, others);
			others.push(citationOf(from, found));
		}
	}

	return citations;
};
