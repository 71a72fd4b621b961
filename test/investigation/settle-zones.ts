import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DuckDBInstance} from '@duckdb/node-api';
import test, {type ExecutionContext} from 'ava';
import type {Doubt} from '../../source/investigation/doubt.ts';
import type {Progress} from '../../source/investigation/investigation.ts';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';

const afternoon = 'timestamp \'2020-10-03 14:00:00\'';

/** A Parquet file of one access at this time, as another program would have written it. */
const parquet = async (t: ExecutionContext, time: string): Promise<string> => {
	const folder = mkdtempSync(join(tmpdir(), 'whosaw-parquet-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	const path = join(folder, 'access.parquet');
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(`copy (select ${time} as timestamp, 'E0042' as user_id, 'C1002' as customer_id, 'read' as action) to '${path}'`);
	connection.closeSync();
	instance.closeSync();
	return path;
};

/** What a person is asked who says Los Angeles to everything, and what comes of it. */
const load = async (path: string) => {
	const asked: Doubt[] = [];
	const told: Progress[] = [];
	const investigation = await openInvestigation({paths: [path]}, {
		async decide(doubt) {
			asked.push(doubt);
			return {kind: 'zone', zone: 'America/Los_Angeles'};
		},
		onProgress(progress) {
			told.push(progress);
		},
	});
	const {newest, sources: [source]} = investigation;
	await investigation.close();
	return {asked, told, at: new Date(newest! / 1000).toISOString(), timezone: source!.timezone};
};

for (const [kind, time] of [['timestamps', afternoon], ['texts', `strftime(${afternoon}, '%Y-%m-%d %H:%M:%S')`]] as const) {
	test(`the zone of ${kind} in Parquet that say none is asked for, beside the first records`, async t => {
		const {asked, told, at, timezone} = await load(await parquet(t, time));
		t.like(asked, [{kind: 'zone', example: '2020-10-03 14:00:00'}]);
		t.is(asked.length, 1);
		t.true(told.some(progress => progress.kind === 'preview' && progress.events[0]?.employee === 'E0042'));
		t.is(at, '2020-10-03T21:00:00.000Z');
		t.deepEqual(timezone, {name: 'America/Los_Angeles', assumed: false});
	});
}

for (const [kind, time] of [['timestamps with a time zone', `${afternoon} at time zone 'America/Toronto'`], ['milliseconds since 1970', `epoch_ms(${afternoon} + interval 4 hours)`]] as const) {
	test(`${kind} in Parquet need no zone, and nobody is asked`, async t => {
		const {asked, at, timezone} = await load(await parquet(t, time));
		t.deepEqual(asked, []);
		t.is(at, '2020-10-03T18:00:00.000Z');
		t.false(timezone.assumed);
	});
}

test('without a person the zone of such times is UTC, assumed, and the answer says so', async t => {
	const investigation = await openInvestigation({paths: [await parquet(t, afternoon)]});
	t.deepEqual(investigation.sources[0]!.timezone, {name: 'UTC', assumed: true});
	const {limitations} = await investigation.answer({filter: {kind: 'all'}});
	t.true(limitations.some(text => text.includes('its times carry no offset and were read as UTC, which nobody confirmed')));
	await investigation.close();
});
