import type {Citation} from '../../records/citation.ts';
import type {ExposureRow} from '../../records/answer.ts';
import type {PackagedEvidence} from '../../package/contents.ts';
import type {Accesses} from '../../store/accesses.ts';
import {streamExposures} from '../../store/questions/customers.ts';
import {streamEvents, type StoredEvent} from '../../store/questions/events.ts';
import type {Context} from '../context.ts';
import {duplicateCitations} from '../duplicate-citations.ts';
import {eventIds} from '../event-ids.ts';
import {eventRow} from '../event-rows.ts';
import {flat} from '../flat.ts';
import type {LoadedSource} from '../loaded-source.ts';
import {disagreementOf} from '../record-detail.ts';
import {citationOf, recordsAgain} from '../records-again.ts';
import {understand} from '../second-reader.ts';
import {recordNumber} from '../source-summary.ts';
import type {Selected} from './selected.ts';

export const exposureRows = async function * (context: Context, accesses: Accesses): AsyncGenerator<ExposureRow> {
	const id = await eventIds(context, accesses.session);
	for await (const {rows, ...exposure} of flat(streamExposures(accesses))) {
		yield {...exposure, evidence: rows.map(row => id(row))};
	}
};

/** Every matching event with its record read again, source by source, in one pass over each export. */
export const evidenceRecords = async function * (context: Context, accesses: Accesses, selected: Selected): AsyncGenerator<PackagedEvidence> {
	const found = {selected, duplicates: await duplicateCitations(context, accesses), signal: accesses.signal};
	let batch: StoredEvent[] = [];
	for await (const event of flat(streamEvents(accesses, context.facts))) {
		if (batch.length > 0 && batch[0]!.source !== event.source) {
			yield * evidenceOf(context, batch, found);
			batch = [];
		}

		batch.push(event);
	}

	yield * evidenceOf(context, batch, found);
};

type Found = {readonly selected: Selected; readonly duplicates: ReadonlyMap<number, readonly Citation[]>; readonly signal: AbortSignal | undefined};

/** Takes the events out of the list as it goes: of a hundred thousand, none is held longer than it is needed. */
const evidenceOf = async function * (context: Context, events: Array<StoredEvent | undefined>, {selected, duplicates, signal}: Found): AsyncGenerator<PackagedEvidence> {
	if (events.length === 0) {
		return;
	}

	const loaded: LoadedSource = context.loaded.sources[events[0]!.source]!;
	const records = events.map(event => recordNumber(loaded.scan, event!.n));
	let next = 0;
	for await (const found of recordsAgain(context.session, loaded, records, signal)) {
		const stored = events[next]!;
		events[next] = undefined;
		const event = eventRow(stored, context.loaded.sources);
		const disagreement = disagreementOf(understand(loaded.choice, found.text), stored);
		const {encoding} = loaded.file.encoding;
		const again = duplicates.get(event.row);
		const why = selected.why(event.row);
		yield {
			event, citation: citationOf(loaded, found), bytes: found.bytes, selections: selected.ofRow(event.row),
			why: disagreement === undefined ? why : [...why, `to be looked at: ${disagreement}`],
			...(encoding === 'utf-8' ? {} : {encoding}), ...(again ? {duplicates: again} : {}),
		};
		next++;
	}
};
