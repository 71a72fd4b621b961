import {mkdtemp, rename, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {createCase} from '../../../source/investigation/case/create-case.ts';
import {requestOfCase} from '../../../source/investigation/case/case-reading.ts';
import {openCase} from '../../../source/investigation/case/open-case.ts';
import {openExports} from '../../../source/investigation/case/open-exports.ts';
import {openInvestigation} from '../../../source/investigation/open-investigation.ts';
import {worker} from '../../helpers/case-exports.ts';

test('a zone that was said for a file of presence by its name holds for the copy that the case keeps, also when the file itself is gone', async t => {
	const folder = await mkdtemp(join(tmpdir(), 'whosaw-zones-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	const at = (name: string): string => join(folder, name);
	// 09:30 UTC is half past eleven in Berlin, after the shift; read as UTC it would lie in it.
	await writeFile(at('log.csv'), 'time,employee,customer,data_type\n2020-07-03T08:30:00Z,E0042,C1001,email\n2020-07-03T09:30:00Z,E0042,C1002,email\n2020-07-03T22:30:00Z,E0042,C1003,email\n');
	await writeFile(at('roster.csv'), 'employee,from,to,kind\nE0042,2020-07-03 09:00,2020-07-03 11:00,shift\n');
	const request = {paths: [at('log.csv')], presence: [at('roster.csv')], timezones: [{files: 'roster.csv', value: 'Europe/Berlin'}]};
	const direct = await openInvestigation(request);
	t.teardown(async () => direct.close());
	const {presence} = await direct.leads({});
	t.deepEqual(presence, [{employee: 'E0042', records: {shift: 1}, findings: [{finding: 'outside-shift', events: 1, customers: 1}]}]);
	const dir = at('leak');
	await (await createCase({folder: dir, worker, about: {}, request})).close();
	await rename(at('roster.csv'), at('moved.csv'));
	const {state} = openCase(dir);
	const {timezones, presence: [kept] = []} = state.created!.reading;
	t.regex(kept!, /^kept\/presence-[\da-f]{12}\.csv$/);
	t.deepEqual(timezones, [{files: kept!, value: 'Europe/Berlin'}]);
	// With its index, and loaded anew without.
	for (const again of [1, 2]) {
		const investigation = await openExports({folder: dir, state, request: requestOfCase(dir, state), options: {}});
		t.deepEqual((await investigation.leads({})).presence, presence, String(again));
		t.notRegex(investigation.notes.join('\n'), /was not used/);
		await investigation.close();
		await rm(join(dir, 'events.duckdb'));
	}
});
