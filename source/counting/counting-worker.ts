import {parentPort, workerData} from 'node:worker_threads';
import {numberPairs, type Columns} from './columns.ts';
import {countBuckets, countCountries, countPeople, countValues, marksFor, type Buckets, type Marks} from './count.ts';
import {matchCodes, type Match, type Part} from './match.ts';

/** What a thread is asked. */
export type Order =
	| {readonly kind: 'pairs'}
	| {readonly kind: 'codes'; readonly column: 'employee' | 'customer' | 'kind'; readonly wanted: Uint8Array; readonly kept: Match; readonly match: Match; readonly part: Part}
	| {readonly kind: 'values'; readonly match: Match; readonly frame?: Buckets}
	| {readonly kind: 'countries'; readonly match: Match}
	| {readonly kind: 'people'; readonly match: Match}
	| {readonly kind: 'buckets'; readonly match: Match; readonly frame: Buckets};

const columns = workerData as Columns;
/** Once pairs are numbered. */
let marks: Marks | undefined;

const answerTo = (order: Order): unknown => {
	switch (order.kind) {
		case 'pairs': {
			numberPairs(columns);
			return undefined;
		}

		case 'codes': {
			return matchCodes(columns[order.column], order.wanted, order.kept, order.match, order.part);
		}

		case 'values': {
			return countValues(columns, order.match, order.frame);
		}

		case 'people': {
			marks ??= marksFor(columns);
			return countPeople(columns, order.match, marks);
		}

		case 'countries': {
			return countCountries(columns, order.match);
		}

		default: {
			return countBuckets(columns, order.match, order.frame);
		}
	}
};

parentPort!.on('message', (order: Order) => {
	parentPort!.postMessage(answerTo(order));
});
