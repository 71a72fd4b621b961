import {openBytes} from '../files/byte-source.ts';
import {filterSentence} from '../filter/sentence.ts';
import {conjuncts} from '../filter/conjuncts.ts';
import {printFilter, printPart} from '../filter/print.ts';
import type {Citation} from '../records/citation.ts';
import type {CustomerRow, EvidenceRecord, ExposureRow} from '../records/answer.ts';
import {writePackage} from '../package/write-package.ts';
import type {Accesses} from '../store/accesses.ts';
import {askDataTypes} from '../store/questions/breakdowns.ts';
import {streamCustomers, streamExposures} from '../store/questions/customers.ts';
import {streamEvents, type StoredEvent} from '../store/questions/events.ts';
import {askTotals} from '../store/questions/totals.ts';
import type {Source} from '../records/source.ts';
import type {Context} from './context.ts';
import {duplicateCitations} from './duplicate-citations.ts';
import {eventIds} from './event-ids.ts';
import {eventRow} from './event-rows.ts';
import type {ExportRequest, ExportResult} from './investigation.ts';
import {limitationsOf} from './limitations.ts';
import type {LoadedSource} from './loaded-source.ts';
import {disagreementOf} from './record-detail.ts';
import {citationOf, recordsAgain} from './records-again.ts';
import {rejectionsOf} from './rejections.ts';
import {understand} from './second-reader.ts';
import {countUnlisted} from './unlisted.ts';
import {toolVersion} from './tool-version.ts';

/** Writes the case file of one filter: whole, or not at all. */
export const exportCaseFile = async (context: Context, request: ExportRequest): Promise<ExportResult> =>
	context.question({filter: request.filter, ...(request.signal ? {signal: request.signal} : {})}, async accesses => {
		const {facts, loaded, lookups, notes} = context;
		const {totals, affected, namelessEvents} = await askTotals(accesses, facts);
		const result = await writePackage({
			audience: 'law-enforcement', tool: {name: 'whosaw', version: toolVersion}, now: request.now, reason: request.reason,
			...(request.investigator === undefined ? {} : {investigator: request.investigator}),
			filter: {text: printFilter(request.filter), tree: request.filter, sentence: filterSentence(request.filter)},
			displayTimezone: request.displayTimezone ?? 'UTC', totals, affected, byDataType: await askDataTypes(accesses),
			limitations: limitationsOf({...loaded, notes, totals, affected, namelessEvents, unlisted: await countUnlisted(context, {filter: request.filter}), filter: request.filter}),
			sources: loaded.sources.map(({source}) => source), failed: loaded.failed, skipped: loaded.skipped,
			hashAgain: async source => hashAgain(context, source),
			customers: flat<CustomerRow>(streamCustomers(accesses, lookups)), exposures: exposures(context, accesses), evidence: evidence(context, accesses, request),
			rejections: rejectionsOf(context),
		}, request.directory, {...(request.signal ? {signal: request.signal} : {}), ...(request.onProgress ? {onProgress: request.onProgress} : {}), ...(request.seal ? {seal: request.seal} : {})});
		return {directory: result.directory, files: result.files, bytes: result.bytes, customers: totals.customers, records: result.records, ...(result.archive === undefined ? {} : {archive: result.archive})};
	});

const flat = async function * <Item>(blocks: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
	for await (const block of blocks) {
		yield * block;
	}
};

/** The hash of a source once more, after its records were read; unknown for standard input, which has no second reading. */
const hashAgain = async ({loaded}: Context, source: Source): Promise<string | undefined> => {
	const found = loaded.sources.find(each => each.source === source || each.source.path === source.path);
	if (!found || found.file.path === '-') {
		return undefined;
	}

	const bytes = openBytes(found.file.location, 'plain');
	for await (const chunk of bytes.chunks) {
		void chunk;
	}

	return bytes.sha256();
};

const exposures = async function * (context: Context, accesses: Accesses): AsyncGenerator<ExposureRow> {
	const id = await eventIds(context, accesses.session);
	for await (const {rows, ...exposure} of flat(streamExposures(accesses))) {
		yield {...exposure, evidence: rows.map(row => id(row))};
	}
};

/** Every matching event with its record read again, source by source, in one pass over each export. */
const evidence = async function * (context: Context, accesses: Accesses, {filter, signal}: ExportRequest): AsyncGenerator<EvidenceRecord> {
	const found = {why: conjuncts(filter).map(part => printPart(part)), duplicates: await duplicateCitations(context, accesses), signal};
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

type Found = {readonly why: readonly string[]; readonly duplicates: ReadonlyMap<number, readonly Citation[]>; readonly signal: AbortSignal | undefined};

const evidenceOf = async function * (context: Context, events: readonly StoredEvent[], {why, duplicates, signal}: Found): AsyncGenerator<EvidenceRecord> {
	if (events.length === 0) {
		return;
	}

	const loaded: LoadedSource = context.loaded.sources[events[0]!.source]!;
	const rows = events.map(event => eventRow(event, context.loaded.sources));
	let next = 0;
	for await (const found of recordsAgain(context.session, loaded, rows.map(({record}) => record), signal)) {
		const event = rows[next]!;
		const disagreement = disagreementOf(understand(loaded.choice, found.text), events[next]!);
		const {encoding} = loaded.file.encoding;
		const again = duplicates.get(event.row);
		yield {
			event, citation: citationOf(loaded, found), bytes: found.bytes, why: disagreement === undefined ? why : [...why, `to be looked at: ${disagreement}`],
			...(encoding === 'utf-8' ? {} : {encoding}), ...(again ? {duplicates: again} : {}),
		};
		next++;
	}
};
