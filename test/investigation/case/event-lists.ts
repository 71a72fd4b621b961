import {copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {undoLast} from '../../../source/investigation/case/review.ts';
import {exportCase} from '../../../source/investigation/case/export-case.ts';
import {joinEventLists} from '../../../source/investigation/case/event-lists.ts';
import {openCase, openToChange} from '../../../source/investigation/case/open-case.ts';
import {addSelection} from '../../../source/investigation/case/select.ts';
import {addSources} from '../../../source/investigation/case/sources.ts';
import {verifyCase} from '../../../source/investigation/case/verify-case.ts';
import {verifyCaseFile} from '../../../source/investigation/verify-case-file.ts';
import type {Progress} from '../../../source/investigation/investigation.ts';
import {everything as everyEvent} from '../../../source/filter/filter.ts';
import {index, inode, open, worker, world, type World} from '../../helpers/case-exports.ts';
import {everything} from '../../helpers/case-questions.ts';
import {indexTables} from '../../helpers/index-tables.ts';

const filters = ['', 'customer:(C1001 OR C2001 OR C9001 OR Ç1007)', 'country:(GB OR FR)', 'support:supported', 'activity:export'];

const change = async <Result>({dir}: World, work: (opened: ReturnType<typeof openToChange>) => Promise<Result> | Result): Promise<Result> => {
	const opened = openToChange(dir, worker);
	try {
		return await work(opened);
	} finally {
		await opened.close();
	}
};

const listFile = ({folder}: World, name: string, entries: readonly string[]): string => {
	writeFileSync(join(folder, name), `${entries.join('\n')}\n`);
	return join(folder, name);
};

/** What the index gives and holds is what a load of all gives and holds. */
const sameAsFresh = async (t: ExecutionContext, of: World, what: string): Promise<void> => {
	const grown = await everything(await open(t, of), filters);
	const kept = join(of.folder, 'grown.duckdb');
	copyFileSync(index(of), kept);
	rmSync(index(of));
	t.deepEqual(grown, await everything(await open(t, of), filters), what);
	t.deepEqual(await indexTables(kept), await indexTables(index(of)), what);
};

/** Record 6 of crm.csv counts 500 and names nobody, record 3 counts 9 and names two. Exports that come later name C2001 and Ç1007. */
const joinBoth = async (of: World): Promise<readonly Progress[]> => {
	const told: Progress[] = [];
	await change(of, async opened => {
		await joinEventLists(opened, [{event: 'crm.csv#6', path: listFile(of, 'a.txt', ['C1005', 'C2001', 'C9001', 'Ç1007', 'a@example.com'])}], {onProgress: progress => told.push(progress)});
		await joinEventLists(opened, [{event: 'crm.csv#3', path: listFile(of, 'b.txt', ['C1002', 'C9001', 'C9002'])}], {onProgress: progress => told.push(progress)});
	});
	return told;
};

test.serial('a list that is joined to a case stands in its journal and in its folder, and its exports are not read again', async t => {
	const of = await world(t, ['crm.csv']);
	const told = await joinBoth(of);
	t.deepEqual(told.flatMap(progress => progress.kind === 'loading' ? [progress.path] : []), []);
	t.true(told.some(progress => progress.kind === 'phase' && progress.text === 'joining lists behind bulk exports'));
	const {state} = openCase(of.dir);
	t.deepEqual(state.lists.map(({event, given, resolved, inferred}) => [event.split('-')[1], given, resolved, inferred]), [['6', 5, 5, 5], ['3', 3, 3, 2]]);
	t.true(state.lists.every(({path}) => readFileSync(join(of.dir, path), 'utf8').startsWith('C100')));
	const built = inode(of);
	const investigation = await open(t, of);
	t.is(inode(of), built);
	t.is(investigation.lists.length, 2);
	t.true(investigation.notes.some(text => text.includes('The list kept/list-')));
	t.is((await investigation.totals({filter: everyEvent})).totals.inferred, 5);
	t.true(verifyCase(of.dir).ok);
	await sameAsFresh(t, of, 'two lists');
});

test.serial('exports that are added behind a list come to what a load of all comes to', async t => {
	const of = await world(t, ['crm.csv']);
	await joinBoth(of);
	for (const name of ['shop.csv', 'more.zip', 'desk.ndjson.gz']) {
		const told: Progress[] = [];
		await change(of, async opened => addSources(opened, {paths: [join(of.folder, name)]}, {onProgress: progress => told.push(progress)}));
		t.true(told.some(progress => progress.kind === 'phase' && progress.text.startsWith('adding ')), name);
		t.false(told.some(progress => progress.kind === 'noted'), name);
		await sameAsFresh(t, of, name);
	}
});

test.serial('a list that is taken back leaves nothing', async t => {
	const of = await world(t, ['crm.csv', 'shop.csv']);
	const before = await everything(await open(t, of), filters);
	const tables = await indexTables(index(of));
	await joinBoth(of);
	t.notDeepEqual(await everything(await open(t, of), filters), before);
	await change(of, opened => {
		undoLast(opened);
		undoLast(opened);
	});
	t.deepEqual(openCase(of.dir).state.lists, []);
	t.deepEqual(await everything(await open(t, of), filters), before);
	// An empty column stays where several customers stood.
	t.deepEqual(Object.keys(await indexTables(index(of))), Object.keys(tables));
	await sameAsFresh(t, of, 'taken back');
});

test.serial('a list that cannot be joined changes nothing', async t => {
	const of = await world(t, ['crm.csv']);
	const {lines} = openCase(of.dir);
	const kept = readdirSync(join(of.dir, 'kept'));
	const path = listFile(of, 'a.txt', ['C9001']);
	await t.throwsAsync(change(of, async opened => joinEventLists(opened, [{event: 'crm.csv#1', path}])), {message: /it is no bulk export/});
	await t.throwsAsync(change(of, async opened => joinEventLists(opened, [{event: 'desk.csv#1', path}])), {message: /no export of the case is called desk\.csv/});
	t.is(openCase(of.dir).lines.length, lines.length);
	t.deepEqual(readdirSync(join(of.dir, 'kept')), kept);
	await joinBoth(of);
	await t.throwsAsync(change(of, async opened => joinEventLists(opened, [{event: 'crm.csv#6', path}])), {message: /has a list for [\da-f]{16}-6 already/});
	t.deepEqual(readdirSync(join(of.dir, 'kept')).length, kept.length + 2);
});

test.serial('a kept list that was changed is refused, and the case says so', async t => {
	const of = await world(t, ['crm.csv']);
	await joinBoth(of);
	const [list] = openCase(of.dir).state.lists;
	writeFileSync(join(of.dir, list!.path), 'C1\n');
	await t.throwsAsync(open(t, of), {message: /a frozen list of customers is not what it was/});
	t.false(verifyCase(of.dir).ok);
});

test.serial('the case file of a case with a list holds, and is found again with the list that the case keeps', async t => {
	const of = await world(t, ['crm.csv']);
	const directory = join(of.folder, 'case-file');
	await joinBoth(of);
	await change(of, async opened => {
		await addSelection(opened, {filter: everyEvent, reason: 'complaint'});
		await exportCase(opened, await opened.investigation(), {directory, now: new Date('2026-11-22T11:00:00Z')});
	});
	t.true(existsSync(directory));
	const at = (name: string): string => join(of.folder, name);
	const replay = {paths: [at('crm.csv')], customers: [at('people.csv')], employees: [at('staff.csv')], rules: [at('rules.yaml')], tickets: [at('tickets.csv')], presence: [at('roster.csv')]};
	const lists = openCase(of.dir).state.lists.map(({event, path}) => ({event, path: join(of.dir, path)}));
	const found = await verifyCaseFile(directory, {replay: {...replay, lists}});
	t.deepEqual(found.checks.filter(({ok}) => !ok), []);
	t.false((await verifyCaseFile(directory, {replay: {...replay, lists: lists.slice(1)}})).ok);
});
