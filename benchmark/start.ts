import {cli, interleave, runBareNode} from './measure.ts';
import {makeLog} from './make-log.ts';
import {runAlone, timeResult, type Result} from './results.ts';

/** What a person waits for before anything happens, against Node alone and against Node that has read DuckDB. */
export const start = async (): Promise<readonly Result[]> => {
	const {path} = await makeLog(10);
	const runs = await interleave({
		node: async () => runBareNode('--eval', '0'),
		version: async () => runBareNode(cli, '--version'),
		engine: async () => runBareNode('--input-type=module', '--eval', 'import \'@duckdb/node-api\''),
		report: async () => runBareNode(cli, 'report', path, '--filter', 'data:email'),
	}, 15);
	return [
		timeResult('start: --version against node -e 0', [runs.version, runs.node], 1.3),
		timeResult('start: report on 10 rows against Node reading DuckDB', [runs.report, runs.engine], 3),
	];
};

await runAlone(import.meta.url, start);
