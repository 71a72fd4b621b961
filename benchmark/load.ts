import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {child, interleave, runNode, runProgram, type Run} from './measure.ts';
import {fullSize, makeLog} from './make-log.ts';
import {bytesText, memoryResult, runAlone, timeResult, type Result} from './results.ts';

/*
Everything of one large export into the store: typed, keyed, accounted for, hashed. The yardstick is DuckDB making a table of the
same text in a file, which is what it does best. 2 GB is the most a load may hold.
*/

const mostBytes = 2e9;

/** The yardstick writes to a file as ours does, and a new one each time. */
const loadText = async (path: string): Promise<Run> => {
	const folder = await mkdtemp(join(tmpdir(), 'whosaw-benchmark-'));
	try {
		return await runNode(child('duckdb'), join(folder, 'text.duckdb'), `create table log as select * from read_csv('${path}', all_varchar = true)`, 'select count(*)::integer as events from log');
	} finally {
		await rm(folder, {recursive: true});
	}
};

export const load = async (): Promise<readonly Result[]> => {
	const {path, rows} = await makeLog(fullSize());
	await runProgram('sha256sum', [path]);
	const {ours, yardstick} = await interleave({ours: async () => runNode(child('load'), path), yardstick: async () => loadText(path)}, 3);
	const [{events}] = JSON.parse(yardstick.output) as [{readonly events: number}];
	const loaded = JSON.parse(ours.output) as {readonly events: number};
	if (loaded.events !== events) {
		throw new Error(`${loaded.events} events were loaded of ${events}`);
	}

	return [
		timeResult(`load: ${rows / 1e6} M rows, time`, [ours, yardstick], 0.8),
		memoryResult(`load: ${rows / 1e6} M rows, peak memory`, [ours, yardstick], 1.5),
		{...memoryResult(`load: ${rows / 1e6} M rows, peak memory against 2 GB`, [ours, {peakBytes: mostBytes}], 1), yardstick: bytesText(mostBytes)},
	];
};

await runAlone(import.meta.url, load);
