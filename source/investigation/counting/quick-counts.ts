import {countRows, firstOfEach, type Match} from '../../counting/match.ts';
import type {Buckets, Counts} from '../../counting/count.ts';
import {CancelledError} from '../../errors.ts';
import {match as filterOf} from '../../filter/build.ts';
import {everything} from '../../filter/filter.ts';
import {namedFields, type CodeName, type NamedField} from '../../store/questions/code-columns.ts';
import {sharedFields, type FacetCount, type FacetWanted, type TimelineFrame} from '../../store/questions/facets.ts';
import {askInferred, totalsOf, type StoredTotals} from '../../store/questions/totals.ts';
import type {Context} from '../context.ts';
import type {Ask} from '../investigation.ts';
import {layOut, layOutBuckets, type LaidOut, type Pacing} from './lay-out.ts';
import {keepMatches, type Matches} from './matches.ts';
import {pageFinder, type PagePlace} from './page-rows.ts';

/** Below so many records the store answers as quickly. */
export const worthwhile = 500_000;

/**
Counts over columns in memory, for the panes of the app: ten times as quick as asking the store, which remains the one that says what a filter
matches. Each answer equals that of the store, and is undefined where the store must be asked.
*/
export type QuickCounts = {
	readonly totals: (ask: Ask) => Promise<StoredTotals | undefined>;
	readonly countEvents: (ask: Ask) => Promise<number | undefined>;
	/** Rows among which a page of the events in order of time is. */
	readonly pageRows: (ask: Ask, place: PagePlace) => Promise<readonly number[] | undefined>;
	readonly facet: (ask: Ask & FacetWanted) => Promise<{readonly rows: readonly FacetCount[]; readonly more: number} | undefined>;
	readonly timeline: (ask: Ask, frame: TimelineFrame) => Promise<readonly number[] | undefined>;
	/** Lays the columns out, of `least` records or more. Until that is done, and where it cannot be, the store answers. */
	readonly prepare: (signal: AbortSignal, least?: number) => Promise<void>;
	readonly close: () => void;
};

type Ready = LaidOut & {readonly matches: Matches; /** How many customers lists alone name; undefined where no list was given. */ readonly inferred: (ask: Ask) => Promise<number | undefined>};

/** Counts of a set are made once, for whichever panes ask for them. */
const countOnce = <Count>(count: (match: Match) => Promise<Count>): ((match: Match) => Promise<Count>) => {
	const counts = new WeakMap<Match, Promise<Count>>();
	return async match => {
		const known = counts.get(match) ?? count(match);
		counts.set(match, known);
		return known;
	};
};

/** In the order of the store: most events first, then by the bytes of the text. */
const inOrder = (one: FacetCount, other: FacetCount): number => other.events - one.events || Buffer.compare(Buffer.from(one.value), Buffer.from(other.value));

const rowsOf = (names: readonly CodeName[], events: Uint32Array, {field, limit, customersOf}: {readonly field: NamedField; readonly limit: number; readonly customersOf?: Uint32Array}) => {
	const rows = names.filter(({code}) => events[code]! > 0).map(({code, ...name}): FacetCount => ({...name, events: events[code]!, ...(customersOf ? {customers: customersOf[code]!} : {})}));
	const put = sharedFields.has(field) ? together(rows) : rows;
	return {rows: put.toSorted(inOrder).slice(0, limit), more: Math.max(0, put.length - limit)};
};

/** One row a value. */
const together = (rows: readonly FacetCount[]): readonly FacetCount[] => {
	const events = new Map<string, number>();
	for (const row of rows) {
		events.set(row.value, (events.get(row.value) ?? 0) + row.events);
	}

	return [...events].map(([value, count]) => ({value, events: count}));
};

const isNamed = (field: string): field is NamedField => Object.hasOwn(namedFields, field);

const answers = (ready: Ready, frames: Frames) => {
	const findPage = pageFinder(ready.times);
	const {columns: {several}, counters, matches, names} = ready;
	const firsts = new WeakMap<Match, Match>();
	/** A set of accesses as one of records: each counts once, whomever else it reached. */
	const recordsOf = (match: Match): Match => {
		const known = firsts.get(match) ?? firstOfEach(match, several);
		firsts.set(match, known);
		return known;
	};

	// The timeline is nearly always asked too: its buckets are counted by the way.
	const valuesAndBuckets = async (match: Match) => {
		const frame = frames.newest();
		return {frame, ...await counters.values(recordsOf(match), frame?.buckets)};
	};

	const counts = {values: countOnce(valuesAndBuckets), people: countOnce(counters.people), countries: countOnce(counters.countries)};
	return {
		async totals(ask: Ask): Promise<StoredTotals | undefined> {
			if (!ready.isExact) {
				return undefined;
			}

			const match = await matches.of(ask);
			const [values, people] = await Promise.all([counts.values(match), counts.people(match)]);
			// Whom lists alone name is asked of the store: no column says it.
			const inferred = await ready.inferred(ask);
			return totalsOf({...values, customers: people.customers, unknown: values.unknownScope, ...(inferred === undefined ? {} : {inferred})});
		},
		countEvents: async (ask: Ask): Promise<number> => countRows(recordsOf(await matches.of(ask))),
		pageRows: async (ask: Ask, place: PagePlace) => findPage(recordsOf(await matches.of(ask)), place)?.map(at => at < several.from ? at : several.rowOf[at - several.from]!),
		async timeline(ask: Ask, frame: TimelineFrame): Promise<readonly number[] | undefined> {
			const known = frames.known(frame);
			if (!known) {
				return undefined;
			}

			const match = await matches.of(ask);
			const counted = await counts.values(match);
			return [...(counted.frame === known ? counted.buckets! : await counters.buckets(recordsOf(match), known.buckets))];
		},
		async facet({field, limit, customers = false, ...ask}: Ask & FacetWanted) {
			if (!isNamed(field) || (customers && field !== 'employee')) {
				return undefined;
			}

			const match = await matches.of(ask);
			if (field === 'country') {
				return rowsOf(names.country, await counts.countries(match), {field, limit});
			}

			const values: Counts['values'] = await counts.values(match);
			return rowsOf(names[field], values[namedFields[field]], {field, limit, ...(customers ? {customersOf: (await counts.people(match)).customersOf} : {})});
		},
	};
};

type Frame = {readonly frame: TimelineFrame; readonly buckets: Buckets};
type Frames = {readonly newest: () => Frame | undefined; readonly known: (frame: TimelineFrame) => Frame | undefined; readonly add: (frame: TimelineFrame) => Promise<void>};

/** Columns of buckets for the frames that were asked last: one for the width of the screen, and one for what it was before. */
const keepFrames = (context: Context, laidOut: LaidOut, pacing: Pacing): Frames => {
	const frames: Frame[] = [];
	let laying = false;
	const add = async (frame: TimelineFrame): Promise<void> => {
		laying = true;
		try {
			frames.unshift({frame, buckets: {bucketOf: await layOutBuckets(context, laidOut, frame, pacing), buckets: frame.all.length}});
			frames.splice(2);
		} finally {
			laying = false;
		}
	};

	return {
		newest: () => frames[0],
		add,
		known(frame) {
			const found = frames.find(each => each.frame.bucket === frame.bucket && each.frame.all.length === frame.all.length);
			if (!found && !laying && frame.all.length > 0) {
				add(frame).catch(() => undefined);
			}

			return found;
		},
	};
};

/** So many kinds of data are counted before anybody asks. */
const mostBefore = 8;

/** A kind of data is a part of many filters, and half of all records may be of one: the facet that leaves the other parts out asks for it alone. */
const countBefore = async (from: ReturnType<typeof answers>, {whenQuiet, signal}: Pacing): Promise<void> => {
	const kinds = await from.facet({filter: everything, field: 'data', limit: mostBefore});
	for (const {value} of kinds?.rows ?? []) {
		await whenQuiet();
		signal.throwIfAborted();
		await from.totals({filter: filterOf('data', {kind: 'is', text: value})});
	}
};

export const quickCounts = (context: Context): QuickCounts => {
	let answering: ReturnType<typeof answers> | undefined;
	let ready: Ready | undefined;
	let lastFrame: TimelineFrame | undefined;
	const ending = new AbortController();
	const letGo = (): void => {
		answering = undefined;
		ready?.counters.close();
	};

	/** What fails here is asked of the store, which says what is wrong, or answers. */
	const tried = async <Answer>(ask: (from: ReturnType<typeof answers>) => Promise<Answer | undefined>): Promise<Answer | undefined> => {
		try {
			return answering && await ask(answering);
		} catch (error) {
			if (error instanceof CancelledError) {
				throw error;
			}

			return undefined;
		}
	};

	const prepare = async (signal: AbortSignal, least: number): Promise<void> => {
		const pacing = {whenQuiet: context.whenQuiet, signal: AbortSignal.any([signal, ending.signal])};
		const laidOut = context.counts.events < least ? undefined : await layOut(context, pacing);
		if (ending.signal.aborted) {
			laidOut?.counters.close();
		} else if (laidOut) {
			ready = {...laidOut, matches: keepMatches(context, laidOut), inferred: async ask => context.facts.listed && context.question(ask, askInferred)};
			const frames = keepFrames(context, ready, pacing);
			const from = answers(ready, frames);
			if (lastFrame) {
				await frames.add(lastFrame);
			}

			// What is asked when a filter is taken away; and the first run of code is slow.
			await Promise.all([from.totals({filter: everything}), from.facet({filter: everything, field: 'country', limit: 0})]);
			answering = from;
			await countBefore(from, pacing);
		}
	};

	return {
		totals: async ask => tried(async from => from.totals(ask)),
		countEvents: async ask => tried(async from => from.countEvents(ask)),
		pageRows: async (ask, place) => tried(async from => from.pageRows(ask, place)),
		facet: async ask => tried(async from => from.facet(ask)),
		async timeline(ask, frame) {
			lastFrame = frame;
			return tried(async from => from.timeline(ask, frame));
		},
		async prepare(signal, least = worthwhile) {
			try {
				await prepare(signal, least);
			} catch {
				// Given up, or there is no room for it: the store goes on answering.
				letGo();
			}
		},
		close() {
			ending.abort();
			letGo();
		},
	};
};
