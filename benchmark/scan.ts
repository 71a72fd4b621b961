import {child, cli, interleave, runNode, runProgram, together} from './measure.ts';
import {fullSize, makeLog, type Log} from './make-log.ts';
import {runAlone, timeResult, type Result} from './results.ts';

/*
One question of one large export: who of the customers did E0042 reach by e-mail in October? Ours reads, hashes, accounts for every
record and answers. The yardstick is DuckDB reading the same columns as text, keeping what matches and what has no
understandable time, while sha256sum runs beside it.
*/

const filter = 'employee:E0042 data:email time:2020-10-01..2020-10-24';

const query = (path: string): string => `
	create temp table hits as
	select * from (select *, try_cast(time as timestamptz) as instant from read_csv('${path}', all_varchar = true))
	where instant is null or (employee = 'E0042' and data_type = 'email' and instant >= '2020-10-01 00:00:00Z' and instant < '2020-10-25 00:00:00Z')`;
const answer = 'select count(instant)::integer as events, count(distinct customer)::integer as customers from hits';

type Answer = {readonly events: number; readonly customers: number};

/** A fast wrong answer is no answer. */
const checkSame = (ours: string, yardstick: string): void => {
	const {totals} = JSON.parse(ours) as {readonly totals: Answer};
	const [expected] = JSON.parse(yardstick) as [Answer];
	if (totals.events !== expected.events || totals.customers !== expected.customers) {
		throw new Error(`the answers differ: ${JSON.stringify(totals)} and ${JSON.stringify(expected)}`);
	}
};

/** Whether an id stands in two records, which is another pass over the whole file for both. */
const repeatedIds = (path: string): string => `select count(*)::integer from (select event_id from read_csv('${path}', all_varchar = true) group by event_id having count(*) > 1)`;

const race = async ({path, rows, bytes}: Log, {ids, what}: {readonly ids: boolean; readonly what: string}): Promise<Result> => {
	// Once before, so that the file is in the cache for both.
	await runProgram('sha256sum', [path]);
	const statements = ['set TimeZone = \'UTC\'', query(path), ...(ids ? [repeatedIds(path)] : []), answer];
	const {ours, yardstick} = await interleave({
		ours: async () => runNode(cli, 'report', path, '--filter', filter, '--format', 'json'),
		yardstick: async () => together(runNode(child('duckdb'), ':memory:', ...statements), runProgram('sha256sum', [path])),
	}, 3);
	checkSame(ours.output, yardstick.output);
	return timeResult(`scan: ${what}, ${rows / 1e6} M rows, ${(bytes / 1e9).toFixed(2)} GB`, [ours, yardstick], 1.5);
};

export const scan = async (): Promise<readonly Result[]> => [
	await race(await makeLog(fullSize(), {ids: false}), {ids: false, what: 'one-shot report'}),
	await race(await makeLog(fullSize()), {ids: true, what: 'the same, and duplicates by id'}),
];

await runAlone(import.meta.url, scan);
