import type {Rejection} from '../records/source.ts';
import {streamProblems} from '../store/questions/rejected.ts';
import type {Context} from './context.ts';
import type {RejectedWhere} from './investigation.ts';
import type {LoadedSource} from './loaded-source.ts';
import {recordsAgain} from './records-again.ts';
import {recordNumber} from './source-summary.ts';

/** Every rejected record of every source, or those of one source and one reason, in order, with its verbatim text read from the export again. */
export const rejectionsOf = async function * (context: Context, only?: RejectedWhere): AsyncGenerator<{readonly path: string; readonly rejection: Rejection}> {
	for (const loaded of context.loaded.sources.filter(({source}) => only === undefined || source.path === only.path)) {
		const reasons = await reasonsOf(context, loaded);
		const records = [...reasons].filter(([, reason]) => only === undefined || reason === only.reason).map(([record]) => record).toSorted((a, b) => a - b);
		for await (const {record, offset, text} of recordsAgain(context.session, loaded, records)) {
			yield {path: loaded.source.path, rejection: {record, reason: reasons.get(record)!, raw: text, ...(loaded.file.structure.kind === 'parquet' ? {} : {byte: offset})}};
		}
	}
};

/** The first of them. */
export const firstRejections = async (context: Context, {path, reason, limit, signal}: RejectedWhere & {readonly limit: number; readonly signal?: AbortSignal}): Promise<readonly Rejection[]> => {
	const items: Rejection[] = [];
	for await (const {rejection} of rejectionsOf(context, {path, reason})) {
		items.push(rejection);
		if (items.length >= limit || signal?.aborted) {
			break;
		}
	}

	return items;
};

/** Reasons by record number: of the scan, and of rows whose time or shape the engine's rules refused. */
const reasonsOf = async ({session}: Context, {id, scan}: LoadedSource): Promise<ReadonlyMap<number, string>> => {
	const reasons = new Map(scan.rejected.map(({record, reason}) => [record, reason]));
	for await (const {n, reason} of streamProblems(session, id)) {
		reasons.set(recordNumber(scan, n), reason);
	}

	return reasons;
};

