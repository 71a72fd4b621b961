import {mkdtempSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {createCase} from '../../../source/investigation/case/create-case.ts';
import {openCase, openToChange} from '../../../source/investigation/case/open-case.ts';
import {addSources, describeSource, relocateSources} from '../../../source/investigation/case/sources.ts';
import {verifyCaseFile} from '../../../source/investigation/verify-case-file.ts';
import {open, worker} from '../../helpers/case-exports.ts';
import {everything} from '../../helpers/case-questions.ts';

const push = (at: number): unknown => ({_document_id: `d${at}`, action: 'git.clone', actor: `E${at % 3}`, created_at: 1_601_544_600_000 + at, org: 'o', repo: `o/C${at % 4}`});
const look = (at: number): unknown => ({uuid: `o${at}`, eventType: 'user.session.start', published: '2020-10-02T09:30:00Z', actor: {id: `E${at % 3}`, alternateId: `E${at % 3}`, type: 'User'}, client: {ipAddress: '192.0.2.7'}, outcome: {result: 'SUCCESS'}, target: [{id: `C${at % 5}`, type: 'User', alternateId: `C${at % 5}`}]});
const lines = (from: number, count: number, isPush: (at: number) => boolean): string => Array.from({length: count}, (_, index) => `${JSON.stringify(isPush(from + index) ? push(from + index) : look(from + index))}\n`).join('');

type Made = {readonly folder: string; readonly dir: string};

const made = async (t: ExecutionContext, content: string, copySources = false): Promise<Made> => {
	const folder = mkdtempSync(join(tmpdir(), 'whosaw-mixed-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	writeFileSync(join(folder, 'mixed.ndjson'), content);
	const dir = join(folder, 'leak');
	await (await createCase({folder: dir, worker, about: {}, request: {paths: [join(folder, 'mixed.ndjson')]}, copySources})).close();
	return {folder, dir};
};

const paths = ({dir}: Made): readonly string[] => openCase(dir).state.sources.map(({path}) => path);
const indexOf = ({dir}: Made): string => join(dir, 'events.duckdb');

const changed = async <Value>({dir}: Made, act: (opened: ReturnType<typeof openToChange>) => Promise<Value>): Promise<Value> => {
	const opened = openToChange(dir, worker);
	try {
		return await act(opened);
	} finally {
		await opened.close();
	}
};

test('a case names each part of a file that mixes formats, and its index gives what a fresh load gives', async t => {
	const of = await made(t, lines(0, 40, at => at % 3 === 0));
	t.deepEqual(paths(of), ['../mixed.ndjson!okta', '../mixed.ndjson!github-audit']);
	const before = statSync(indexOf(of)).ino;
	const indexed = await everything(await open(t, of), ['', 'employee:E1']);
	t.is(statSync(indexOf(of)).ino, before, 'it was asked, and not built again');
	rmSync(indexOf(of));
	t.deepEqual(await everything(await open(t, of), ['', 'employee:E1']), indexed);
});

test('a file of formats that are found late is in the case by its parts, is added by them, and moves as one', async t => {
	const of = await made(t, lines(0, 350, () => true) + lines(350, 5, () => false));
	t.deepEqual(paths(of), ['../mixed.ndjson!github-audit', '../mixed.ndjson!okta']);
	writeFileSync(join(of.folder, 'late.ndjson'), lines(400, 320, () => false) + lines(800, 4, () => true));
	const [said] = await changed(of, async opened => addSources(opened, {paths: [join(of.folder, 'late.ndjson')]}, {}));
	t.regex(said!, /late\.ndjson was added: okta 320 events; github-audit 4 events\./);
	t.deepEqual(paths(of).slice(2), ['../late.ndjson!okta', '../late.ndjson!github-audit']);
	const before = await everything(await open(t, of), ['']);
	mkdirSync(join(of.folder, 'archive'));
	renameSync(join(of.folder, 'mixed.ndjson'), join(of.folder, 'archive', 'january.ndjson'));
	t.deepEqual(await changed(of, async opened => relocateSources(opened, [join(of.folder, 'archive')])), [`../mixed.ndjson is ${join(of.folder, 'archive', 'january.ndjson')}`]);
	t.deepEqual(paths(of).slice(0, 2), ['../archive/january.ndjson!github-audit', '../archive/january.ndjson!okta']);
	const after = await everything(await open(t, of), ['']);
	t.is(JSON.stringify(after).replaceAll('archive/january', 'mixed'), JSON.stringify(before));
});

test('a case file of such a case is asked again of the file, wherever it is and whatever it is called', async t => {
	const of = await made(t, lines(0, 24, at => at % 3 === 0));
	const directory = join(of.folder, 'packed');
	await (await open(t, of)).export({filter: {kind: 'all'}, reason: 'a test', directory, audience: 'internal', now: new Date('2020-10-26T12:00:00Z')});
	renameSync(join(of.folder, 'mixed.ndjson'), join(of.folder, 'other.log'));
	const {ok, checks} = await verifyCaseFile(directory, {replay: {paths: [join(of.folder, 'other.log')]}});
	t.true(ok, JSON.stringify(checks.filter(check => !check.ok)));
	t.true(checks.some(({message}) => message === 'every evidence record stands in its export, byte for byte: 24 records'));
});

test('what is said of how a file came to be holds for all of its parts, and a copy in the case has them too', async t => {
	const of = await made(t, lines(0, 12, at => at % 2 === 0), true);
	t.true(paths(of).every(path => /^kept\/exports\/[0-9a-f]{12}\/mixed\.ndjson!(?:okta|github-audit)$/.test(path)), paths(of).join(', '));
	rmSync(join(of.folder, 'mixed.ndjson'));
	const [first] = paths(of);
	await changed(of, async opened => describeSource(opened, first!.split('!')[0]!, '{"exportedBy": "M. Okafor"}'));
	t.deepEqual(openCase(of.dir).state.sources.map(({acquisition}) => acquisition.exportedBy), ['M. Okafor', 'M. Okafor']);
	t.is((await open(t, of)).loaded.events, 12);
});
