import {codesFor, type Codes} from '../../counting/codes.ts';
import {emptyColumns, flag, type Columns, type RecordCodes} from '../../counting/columns.ts';
import {startCounters, type Counters} from '../../counting/counters.ts';
import {addRow, emptyMatch, hasRow, type Match} from '../../counting/match.ts';
import {everything} from '../../filter/filter.ts';
import {accesses} from '../../store/accesses.ts';
import type {Session} from '../../store/database.ts';
import {codeNames, countSeveral, flagsOf, namedFields, numberKeys, recordCounts, streamBuckets, streamCodes, streamCounts, streamCountries, streamSeveral, timesOfBlocks, type CodeName, type NamedField} from '../../store/questions/code-columns.ts';
import type {TimelineFrame} from '../../store/questions/facets.ts';
import type {Context} from '../context.ts';

/** Places of a block: so many that a block is whole numbers of a set. */
export const rowsOfBlock = 1024;

/** The least and the greatest time of what is kept in each block: of records, or behind them of accesses of those that name several customers. A block without any has neither. */
export type TimeBlocks = {readonly first: Float64Array; readonly last: Float64Array};

const askTimes = async (session: Session, {rows, several, kept, severalAt}: {readonly rows: number; readonly several: Columns['several']; readonly kept: Match; readonly severalAt: Float64Array}, signal: AbortSignal): Promise<TimeBlocks> => {
	const blocks = Math.ceil(rows / rowsOfBlock);
	const times = {first: new Float64Array(blocks).fill(Number.NaN), last: new Float64Array(blocks).fill(Number.NaN)};
	for (const {block, first, last} of await timesOfBlocks(session, rowsOfBlock, signal)) {
		times.first[block] = first;
		times.last[block] = last;
	}

	for (const [access, at] of severalAt.entries()) {
		const block = Math.floor((several.from + access) / rowsOfBlock);
		if (hasRow(kept, several.from + access)) {
			times.first[block] = Number.isNaN(times.first[block]) ? at : Math.min(times.first[block]!, at);
			times.last[block] = Number.isNaN(times.last[block]) ? at : Math.max(times.last[block]!, at);
		}
	}

	return times;
};

/** A load that was laid out for counting. */
export type LaidOut = {
	readonly columns: Columns;
	readonly counters: Counters;
	readonly times: TimeBlocks;
	/** When each access of a record with several customers was, in microseconds. */
	readonly severalAt: Float64Array;
	readonly kept: Match;
	/** Kept, and with a reason: who looks for a leak soon asks for those without, and the store would read all reasons for that. */
	readonly reasoned: Match;
	readonly names: Readonly<Record<NamedField, readonly CodeName[]>>;
	/** Numbers of customers that records say can be added up exactly. */
	readonly isExact: boolean;
};

/** Records that are asked for at a time. */
const slice = 500_000;
/** Somewhat more than a number of customers must fit in 32 bits; larger ones are left to the store. */
const largestCount = 0xFF_FF_FF_F0;
/** More accesses of records with several customers are left to the store. */
const mostSeveral = 8_000_000;

/** Waits until nobody waits for an answer: what is laid out ahead must not be felt. */
export type Pacing = {readonly whenQuiet: () => Promise<void>; readonly signal: AbortSignal};

const inSlices = async (rows: number, {whenQuiet, signal}: Pacing, work: (range: {readonly from: number; readonly to: number}) => Promise<void>): Promise<void> => {
	for (let from = 0; from < rows; from += slice) {
		await whenQuiet();
		signal.throwIfAborted();
		await work({from, to: Math.min(rows, from + slice)});
	}
};

const fillColumns = async (session: Session, {facts}: Context, rows: number, put: (place: number, codes: RecordCodes) => void, {several, count, rows: length}: Columns, pacing: Pacing): Promise<Pick<LaidOut, 'kept' | 'reasoned' | 'severalAt'>> => {
	const [kept, reasoned] = [emptyMatch(length), emptyMatch(length)];
	const {reached} = await accesses({session, filter: everything, facts, help: {bareText: async () => Promise.reject(new Error('everything holds no text'))}});
	const flags = flagsOf(facts, reached, flag);
	const add = (place: number, codes: RecordCodes): void => {
		put(place, codes);
		if ((codes.flags & flag.kept) !== 0) {
			addRow(kept, place);
			if ((codes.flags & flag.reasoned) !== 0) {
				addRow(reasoned, place);
			}
		}
	};

	await inSlices(rows, pacing, async range => {
		for await (const [places, employee, customer, data, activity, system, flagged] of streamCodes(session, {...range, flags}, pacing.signal)) {
			for (const [place, row] of places!.entries()) {
				add(row, {employee: employee![place]!, customer: customer![place]!, data: data![place]!, activity: activity![place]!, system: system![place]!, flags: flagged![place]!});
			}
		}
	});
	const severalAt = new Float64Array(several.rowOf.length);
	let access = 0;
	for await (const {rows: found, columns: [row, employee, customer, data, activity, system, flagged, said, at]} of severalAt.length > 0 ? streamSeveral(session, flags, pacing.signal) : []) {
		for (let place = 0; place < found; place++, access++) {
			add(several.from + access, {employee: employee!(place), customer: customer!(place), data: data!(place), activity: activity!(place), system: system!(place), flags: flagged!(place)});
			several.rowOf[access] = row!(place);
			severalAt[access] = at!(place);
			if (count.length > 0) {
				count[several.from + access] = said!(place);
			}
		}
	}

	return {kept, reasoned, severalAt};
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

/** Lays a load out; undefined where too many accesses are of events that name several customers. */
export const layOut = async (context: Context, pacing: Pacing): Promise<LaidOut | undefined> => {
	const session = await context.database.open();
	let counters: Counters | undefined;
	try {
		await pacing.whenQuiet();
		const {rows, counted, least, most, sum} = await recordCounts(session, pacing.signal);
		const isExact = least >= 0 && most <= largestCount && sum <= Number.MAX_SAFE_INTEGER;
		const several = context.facts.several ? await countSeveral(session, pacing.signal) : 0;
		if (several > mostSeveral) {
			return undefined;
		}

		const from = Math.ceil(rows / rowsOfBlock) * rowsOfBlock;
		const {columns, put} = emptyColumns({rows: from + several, several: {from, accesses: several}}, await numberKeys(session, context.facts, pacing.signal), isExact && counted > 0);
		const sets = await fillColumns(session, context, rows, put, columns, pacing);
		for await (const [customers, countries] of streamCountries(session, pacing.signal)) {
			scatter(columns.country, customers!, countries!);
		}

		for await (const [places, counts] of columns.count.length > 0 ? streamCounts(session, pacing.signal) : []) {
			scatter(columns.count, places!, counts!.map(count => count + 1));
		}

		const names = await askNames(session);
		const times = await askTimes(session, {...columns, ...sets}, pacing.signal);
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
export const layOutBuckets = async (context: Context, {columns: {rows, several}, severalAt}: LaidOut, frame: TimelineFrame, pacing: Pacing): Promise<Codes> => {
	const session = await context.database.open();
	try {
		const bucketOf = codesFor(rows, frame.all.length);
		for (const [access, at] of severalAt.entries()) {
			bucketOf[several.from + access] = Math.min(Math.max(Math.floor((at - frame.from) / frame.bucket), 0), Math.max(0, frame.all.length - 1));
		}

		await inSlices(several.from, pacing, async range => {
			for await (const [places, buckets] of streamBuckets(session, frame, range, pacing.signal)) {
				scatter(bucketOf, places!, buckets!);
			}
		});
		return bucketOf;
	} finally {
		session.close();
	}
};
