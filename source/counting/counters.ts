import type {Worker} from 'node:worker_threads';
import {BugError} from '../errors.ts';
import {startWorker} from '../start-worker.ts';
import {kindFields, type CodedField, type Columns, type KindField} from './columns.ts';
import type {Buckets, Counts} from './count.ts';
import type {Order} from './counting-worker.ts';
import {emptyMatch, fewRows, matchRows, partsOf, type Match} from './match.ts';

/** Threads that count over columns. Each answer is what the function of the same name in `count.ts` gives. */
export type Counters = {
	/** To be done first, once the columns are filled: pairs are numbered, and people can be counted. */
	readonly numberPairs: () => Promise<void>;
	/** The set of the kept records with codes for which `wanted` holds 1. */
	readonly codes: (field: CodedField, wanted: Uint8Array, kept: Match) => Promise<Match>;
	/** With the buckets of a frame, where one is given. */
	readonly values: (match: Match, frame?: Buckets) => Promise<Counts['values']>;
	readonly people: (match: Match) => Promise<Counts['people']>;
	readonly countries: (match: Match) => Promise<Counts['countries']>;
	readonly buckets: (match: Match, frame: Buckets) => Promise<Counts['buckets']>;
	readonly close: () => void;
};

const isOfKinds = (field: CodedField): field is KindField => (kindFields as readonly CodedField[]).includes(field);

/** Two counts of one filter are asked for at a time: its values and its people. */
const threads = 2;

type Waiting = {readonly order: Order; readonly resolve: (answer: unknown) => void; readonly reject: (error: Error) => void};

/** Hands orders to whichever thread is free, in turn. */
const pool = (columns: Columns) => {
	const waiting: Waiting[] = [];
	const running = new Map<Worker, Waiting>();
	const workers = Array.from({length: threads}, () => startWorker(import.meta.url, 'counting-worker', columns));
	const free = new Set(workers);
	let failure: Error | undefined;
	const next = (): void => {
		const [worker] = free;
		const job = worker && waiting.shift();
		if (job) {
			free.delete(worker);
			running.set(worker, job);
			worker.postMessage(job.order);
		}
	};

	/** A thread that died takes all with it: whoever asked must ask the store. */
	const fail = (error: Error): void => {
		failure ??= error;
		for (const {reject} of [...running.values(), ...waiting.splice(0)]) {
			reject(failure);
		}

		running.clear();
	};

	for (const worker of workers) {
		worker.unref();
		worker.on('message', answer => {
			running.get(worker)?.resolve(answer);
			running.delete(worker);
			free.add(worker);
			next();
		});
		worker.on('error', fail);
		worker.on('exit', () => {
			fail(new BugError('a thread that counts has ended'));
		});
	}

	return {
		ask: async (order: Order): Promise<unknown> => new Promise((resolve, reject) => {
			if (failure) {
				reject(failure);
				return;
			}

			waiting.push({order, resolve, reject});
			next();
		}),
		close() {
			for (const worker of workers) {
				void worker.terminate();
			}
		},
	};
};

export const startCounters = (columns: Columns): Counters => {
	const {ask, close} = pool(columns);
	return {
		async numberPairs() {
			await ask({kind: 'pairs'});
		},
		async codes(field, wanted, kept) {
			const few = field === 'employee' ? fewRows(columns.byEmployee, wanted) : undefined;
			if (few) {
				return matchRows(few, kept);
			}

			const match = emptyMatch(columns.rows);
			const looked = isOfKinds(field) ? {column: 'kind' as const, wanted: Uint8Array.from(columns.kinds[field], code => wanted[code]!)} : {column: field, wanted};
			await Promise.all(partsOf(match, threads).map(async part => ask({kind: 'codes', ...looked, kept, match, part})));
			return match;
		},
		values: async (match, frame) => await ask({kind: 'values', match, ...(frame ? {frame} : {})}) as Counts['values'],
		people: async match => await ask({kind: 'people', match}) as Counts['people'],
		countries: async match => await ask({kind: 'countries', match}) as Counts['countries'],
		buckets: async (match, frame) => await ask({kind: 'buckets', match, frame}) as Counts['buckets'],
		close,
	};
};
