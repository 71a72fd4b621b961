import {codesFor, type Codes} from '../../counting/codes.ts';
import {emptyColumns, flag, type Columns, type RecordCodes} from '../../counting/columns.ts';
import {startCounters, type Counters} from '../../counting/counters.ts';
import {addRow, emptyMatch, type Match} from '../../counting/match.ts';
import {everything} from '../../filter/filter.ts';
import {accesses} from '../../store/accesses.ts';
import type {Session} from '../../store/database.ts';
import {codeNames, flagsOf, namedFields, numberKeys, recordCounts, streamBuckets, streamCodes, streamCounts, streamCountries, timesOfBlocks, type CodeName, type NamedField} from '../../store/questions/code-columns.ts';
import type {TimelineFrame} from '../../store/questions/facets.ts';
import type {Context} from '../context.ts';

/** Records of a block: so many that a block is whole numbers of a set. */
export const rowsOfBlock = 1024;

/** The least and the greatest time of the kept records of each block; a block without any has neither. */
export type TimeBlocks = {readonly first: Float64Array; readonly last: Float64Array};

const askTimes = async (session: Session, rows: number, signal: AbortSignal): Promise<TimeBlocks> => {
	const blocks = Math.ceil(rows / rowsOfBlock);
	const times = {first: new Float64Array(blocks).fill(Number.NaN), last: new Float64Array(blocks).fill(Number.NaN)};
	for (const {block, first, last} of await timesOfBlocks(session, rowsOfBlock, signal)) {
		times.first[block] = first;
		times.last[block] = last;
	}

	return times;
};

/** A load that was laid out for counting. */
export type LaidOut = {
	readonly columns: Columns;
	readonly counters: Counters;
	readonly times: TimeBlocks;
	readonly kept: Match;
	/** Kept, and with a reason: who looks for a leak soon asks for those without, and the store would read all reasons for that. */
	readonly reasoned: Match;
	readonly names: Readonly<Record<NamedField, readonly CodeName[]>>;
	/** Numbers of customers that records say can be added up exactly. */
	readonly isExact: boolean;
};

/** Records that are asked for at a time. */
const slice = 500_000;
/** One more than a number of customers must fit in 32 bits; larger ones are left to the store. */
const largestCount = 0xFF_FF_FF_FE;

/** Waits until nobody waits for an answer: what is laid out ahead must not be felt. */
export type Pacing = {readonly whenQuiet: () => Promise<void>; readonly signal: AbortSignal};

const inSlices = async (rows: number, {whenQuiet, signal}: Pacing, work: (range: {readonly from: number; readonly to: number}) => Promise<void>): Promise<void> => {
	for (let from = 0; from < rows; from += slice) {
		await whenQuiet();
		signal.throwIfAborted();
		await work({from, to: Math.min(rows, from + slice)});
	}
};

const fillColumns = async (session: Session, {facts}: Context, rows: number, put: (row: number, codes: RecordCodes) => void, pacing: Pacing): Promise<Pick<LaidOut, 'kept' | 'reasoned'>> => {
	const [kept, reasoned] = [emptyMatch(rows), emptyMatch(rows)];
	const {reached} = await accesses({session, filter: everything, facts, help: {bareText: async () => Promise.reject(new Error('everything holds no text'))}});
	const flags = flagsOf(facts, reached, flag);
	await inSlices(rows, pacing, async range => {
		for await (const [places, employee, customer, data, activity, system, flagged] of streamCodes(session, {...range, flags}, pacing.signal)) {
			for (const [place, row] of places!.entries()) {
				const bits = flagged![place]!;
				put(row, {employee: employee![place]!, customer: customer![place]!, data: data![place]!, activity: activity![place]!, system: system![place]!, flags: bits});
				if ((bits & flag.kept) !== 0) {
					addRow(kept, row);
					if ((bits & flag.reasoned) !== 0) {
						addRow(reasoned, row);
					}
				}
			}
		}
	});
	return {kept, reasoned};
};

/** Puts each number at the place of its row. */
const scatter = (column: Codes, rows: Uint32Array, codes: Uint32Array): void => {
	for (let place = 0; place < rows.length; place++) {
		column[rows[place]!] = codes[place]!;
	}
};

const askNames = async (session: Session): Promise<LaidOut['names']> => {
	const names = {} as Record<NamedField, readonly CodeName[]>;
	for (const field of Object.keys(namedFields) as NamedField[]) {
		names[field] = await codeNames(session, field);
	}

	return names;
};

/** Lays a load out; undefined where its events are not one access each. */
export const layOut = async (context: Context, pacing: Pacing): Promise<LaidOut | undefined> => {
	if (context.facts.several) {
		return undefined;
	}

	const session = await context.database.open();
	let counters: Counters | undefined;
	try {
		await pacing.whenQuiet();
		const {rows, counted, least, most, sum} = await recordCounts(session, pacing.signal);
		const isExact = least >= 0 && most <= largestCount && sum <= Number.MAX_SAFE_INTEGER;
		const {columns, put} = emptyColumns(rows, await numberKeys(session, pacing.signal), isExact && counted > 0);
		const sets = await fillColumns(session, context, rows, put, pacing);
		for await (const [customers, countries] of streamCountries(session, pacing.signal)) {
			scatter(columns.country, customers!, countries!);
		}

		for await (const [places, counts] of columns.count.length > 0 ? streamCounts(session, pacing.signal) : []) {
			scatter(columns.count, places!, counts!.map(count => count + 1));
		}

		const names = await askNames(session);
		const times = await askTimes(session, rows, pacing.signal);
		counters = startCounters(columns);
		await counters.numberPairs();
		return {columns, ...sets, names, times, counters, isExact};
	} catch (error) {
		counters?.close();
		throw error;
	} finally {
		session.close();
	}
};

/** The bucket of every record in a frame. */
export const layOutBuckets = async (context: Context, {rows}: Columns, frame: TimelineFrame, pacing: Pacing): Promise<Codes> => {
	const session = await context.database.open();
	try {
		const bucketOf = codesFor(rows, frame.all.length);
		await inSlices(rows, pacing, async range => {
			for await (const [places, buckets] of streamBuckets(session, frame, range, pacing.signal)) {
				scatter(bucketOf, places!, buckets!);
			}
		});
		return bucketOf;
	} finally {
		session.close();
	}
};
