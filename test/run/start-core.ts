import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import {ExpectedError} from '../../source/errors.ts';
import {parseFilter} from '../../source/filter/parse.ts';
import type {Investigation} from '../../source/investigation/investigation.ts';
import {openInvestigation} from '../../source/investigation/open-investigation.ts';
import {startCore} from '../../source/run/start-core.ts';
import {whosaw} from '../helpers/cli.ts';

const rows = Array.from({length: 1200}, (_, row) => `2020-09-${String(1 + (row % 28)).padStart(2, '0')}T10:${String(row % 60).padStart(2, '0')}:00Z,E00${row % 7},C${1000 + (row % 311)},${row % 3 === 0 ? 'email' : 'phone'},read`);

const world = async (t: ExecutionContext): Promise<string> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'whosaw-core-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	await writeFile(path.join(folder, 'crm.csv'), ['timestamp,user_id,customer_id,fields,action', ...rows, 'no time,E001,C1,email,read', ''].join('\n'));
	return folder;
};

const everything = async (investigation: Investigation): Promise<unknown> => {
	const asked: unknown[] = [];
	for (const text of ['', 'employee:E003', 'data:email time:2020-09-03', 'customer:nobody']) {
		const ask = {filter: parseFilter(text, {displayTimezone: 'UTC'}), displayTimezone: 'UTC'};
		asked.push(
			await investigation.answer(ask), await investigation.events({...ask, offset: 0, limit: 2000}), await investigation.facet({...ask, field: 'customer', limit: 1000, customers: true}),
			await investigation.timeline({...ask, buckets: 50}), await investigation.matched(ask), await investigation.whatEmptied(ask), await investigation.evidenceHashes(ask),
		);
	}

	const {path: of} = investigation.sources[0]!;
	const {sources, failed, skipped, notes, newest, loaded} = investigation;
	return {sources, failed, skipped, notes, newest, loaded, asked, record: await investigation.record(7), rejected: await investigation.firstRejections({path: of, reason: investigation.sources[0]!.rejections[0]!.reason, limit: 5})};
};

test.serial('on its thread the core answers what it answers here, and leaves nothing behind', async t => {
	const folder = await world(t);
	const request = {paths: [path.join(folder, 'crm.csv')]};
	const here = await openInvestigation(request);
	const {core, end} = startCore({checkHashes: false});
	const told: string[] = [];
	const there = await core.open(request, {onProgress: ({kind}) => told.push(kind)});
	t.deepEqual(await everything(there), await everything(here));
	t.true(told.includes('preview') && told.includes('loaded'));
	await t.throwsAsync(core.open({...request, rules: [path.join(folder, 'gone.yaml')]}), {instanceOf: ExpectedError});
	await here.close();
	await there.close();
	await end();
	t.deepEqual((await readdir(tmpdir())).filter(name => name.startsWith(`whosaw-${process.pid}-`)), []);
});

test.serial('a load that is stopped there fails here as cancelled', async t => {
	const folder = await world(t);
	const {core, end} = startCore({checkHashes: false});
	const stop = new AbortController();
	await t.throwsAsync(core.open({paths: [path.join(folder, 'crm.csv')]}, {signal: stop.signal, onProgress: () => stop.abort()}), {name: 'CancelledError'});
	await end();
});

test.serial('a case is worked on there: its acts stand in the journal when they are told', async t => {
	const folder = await world(t);
	const place = path.join(folder, 'case');
	t.is((await whosaw(['case', 'create', place, path.join(folder, 'crm.csv'), '--investigator', 'J. Rivera'])).exitCode, 0);
	await mkdir(path.join(folder, 'settings'));
	const {core, end} = startCore({checkHashes: false, caseFolder: place, settingsFolder: path.join(folder, 'settings')});
	const investigation = await core.open({paths: [path.join(folder, 'crm.csv')]});
	const work = await core.openCase({folder: place, investigation, investigator: 'J. Rivera'});
	const filter = parseFilter('employee:E003', {displayTimezone: 'UTC'});
	const done = await work.select({filter, reason: 'reported'});
	t.is(done.matched.events, rows.filter(row => row.includes(',E003,')).length);
	const seq = await work.note('seen on a thread');
	t.regex(await readFile(path.join(place, 'case.journal'), 'utf8'), new RegExp(`"seq":${seq}\\b.*seen on a thread|seen on a thread.*"seq":${seq}\\b`));
	t.is((await work.view()).state.selections.length, 1);
	await t.throwsAsync(work.select({filter, reason: ' '}), {instanceOf: ExpectedError, message: 'a reason is needed'});
	await core.keepOpened([place]);
	t.regex(await readFile(path.join(folder, 'settings', 'config.json'), 'utf8'), /recent/);
	await work.close();
	await investigation.close();
	await end();
	t.false((await readdir(place)).includes('case.lock'));
});
