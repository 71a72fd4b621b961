import {parentPort, workerData} from 'node:worker_threads';
import {numberPairs, type CodedField, type Columns} from './columns.ts';
import {countBuckets, countCountries, countPeople, countValues, type Buckets} from './count.ts';
import {matchCodes, type Match, type Part} from './match.ts';

/** What a thread is asked. */
export type Order =
	| {readonly kind: 'pairs'}
	| {readonly kind: 'codes'; readonly field: CodedField; readonly wanted: Uint8Array; readonly kept: Match; readonly match: Match; readonly part: Part}
	| {readonly kind: 'values'; readonly match: Match; readonly frame?: Buckets}
	| {readonly kind: 'countries'; readonly match: Match}
	| {readonly kind: 'people'; readonly match: Match; readonly pairs: number}
	| {readonly kind: 'buckets'; readonly match: Match; readonly frame: Buckets};

const columns = workerData as Columns;

const answerTo = (order: Order): unknown => {
	switch (order.kind) {
		case 'pairs': {
			return numberPairs(columns);
		}

		case 'codes': {
			return matchCodes(columns[order.field], order.wanted, order.kept, order.match, order.part);
		}

		case 'values': {
			return {...countValues(columns, order.match), ...(order.frame ? {buckets: countBuckets(columns, order.match, order.frame)} : {})};
		}

		case 'people': {
			return countPeople(columns, order.match, order.pairs);
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
