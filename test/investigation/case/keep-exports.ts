import {execFileSync} from 'node:child_process';
import {appendFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {Readable} from 'node:stream';
import test, {type ExecutionContext} from 'ava';
import type {LoadRequest} from '../../../source/investigation/investigation.ts';
import {createCase, type NewCase} from '../../../source/investigation/case/create-case.ts';
import {openCase, openToChange} from '../../../source/investigation/case/open-case.ts';
import {addSources} from '../../../source/investigation/case/sources.ts';
import {verifyCase} from '../../../source/investigation/case/verify-case.ts';
import {worker} from '../../helpers/case-exports.ts';

const header = 'timestamp,user_id,customer_id,fields,action\n';
const crm = `${header}2020-10-03 14:00:00,E0042,C1001,email,read\n2020-10-03 15:00:00,E0042,C1002,email,read\n`;

const folderFor = async (t: ExecutionContext): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'whosaw-copies-'));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	mkdirSync(join(folder, 'exports'));
	writeFileSync(join(folder, 'exports', 'crm.csv'), crm);
	execFileSync('python3', ['-c', 'import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], "w")\nz.writestr("in/a.csv", sys.argv[2].replace("C1", "C3"))\nz.writestr("in/b.csv", sys.argv[2].replace("C1", "C2"))', join(folder, 'more.zip'), crm]);
	return folder;
};

const make = async (folder: string, request: LoadRequest, others: Partial<NewCase> = {}): Promise<string> => {
	const dir = join(folder, 'leak');
	await (await createCase({folder: dir, worker, about: {}, request, ...others})).close();
	return dir;
};

const asked = async (dir: string): Promise<readonly string[]> => {
	const opened = openCase(dir);
	const investigation = await opened.investigation();
	const {customers} = await investigation.answer({filter: {kind: 'all'}});
	await opened.close();
	return customers.map(({customer, firstAt}) => `${customer} ${new Date(firstAt / 1000).toISOString().slice(0, 16)}`);
};

test('with its exports kept, members of archives too, a case is asked when the originals are gone, read as it was said of them', async t => {
	const folder = await folderFor(t);
	const dir = await make(folder, {paths: [join(folder, 'exports'), join(folder, 'more.zip')], timezones: [{files: 'exports/crm.csv', value: 'America/New_York'}]}, {copySources: true});
	rmSync(join(folder, 'exports'), {recursive: true});
	renameSync(join(folder, 'more.zip'), join(folder, 'gone.zip'));
	rmSync(join(dir, 'events.duckdb'));
	renameSync(dir, join(folder, 'elsewhere'));
	t.deepEqual(await asked(join(folder, 'elsewhere')), ['C1001 2020-10-03T18:00', 'C1002 2020-10-03T19:00', 'C2001 2020-10-03T14:00', 'C2002 2020-10-03T15:00', 'C3001 2020-10-03T14:00', 'C3002 2020-10-03T15:00']);
	const {sources} = openCase(join(folder, 'elsewhere')).state;
	t.deepEqual(sources.map(({path}) => path.replace(/[\da-f]{12}/, '…')), ['kept/exports/…/crm.csv', 'kept/exports/…/more.zip!in/a.csv', 'kept/exports/…/more.zip!in/b.csv']);
	const copy = join(folder, 'elsewhere', sources[0]!.path);
	t.deepEqual([statSync(copy).mode & 0o777, statSync(dirname(copy)).mode & 0o777], [0o600, 0o700]);
});

test('what comes over standard input is kept, when a case is made and when an export is added, and the same again is known', async t => {
	const folder = await folderFor(t);
	const dir = await make(folder, {paths: ['-'], stdin: Readable.from([Buffer.from(crm.slice(0, 30)), Buffer.from(crm.slice(30))])});
	const opened = openToChange(dir, worker);
	const add = async (text: string): Promise<string> => (await addSources(opened, {paths: ['-'], stdin: Readable.from([Buffer.from(text)])}, {})).join('\n');
	t.regex(await add(`${header}2020-10-04 10:00:00,E0042,C1003,email,read\n`), /^what came over standard input was added: 1 event/);
	t.regex(await add(crm), /is in the case already/);
	await opened.close();
	t.deepEqual(await asked(dir), ['C1001 2020-10-03T14:00', 'C1002 2020-10-03T15:00', 'C1003 2020-10-04T10:00']);
	t.is(readdirSync(join(dir, 'kept', 'exports')).length, 2);
	t.deepEqual(readdirSync(dir).filter(name => name.startsWith('whosaw-')), []);
});

test('a copy that was changed or is missing does not verify', async t => {
	const folder = await folderFor(t);
	const dir = await make(folder, {paths: [join(folder, 'exports'), join(folder, 'more.zip')]}, {copySources: true});
	t.true(verifyCase(dir).ok);
	const {sources: [first, second]} = openCase(dir).state;
	appendFileSync(join(dir, first!.path), '\n');
	rmSync(join(dir, second!.path.replace(/!.*/, '')));
	const {findings} = verifyCase(dir);
	t.deepEqual(findings.filter(({ok}) => !ok).map(({message}) => message.replaceAll(/[\da-f]{12,}/g, '…')), ['kept/exports/…/crm.csv is not what it was: its sha256 began with … and is …', 'kept/exports/… is missing']);
});

test('where no case comes of it, no copy stays; where nothing is added, neither', async t => {
	const folder = await folderFor(t);
	await t.throwsAsync(make(folder, {paths: ['-', join(folder, 'nothing.csv')], stdin: Readable.from([Buffer.from(crm)])}), {message: /the case was not made/});
	t.false(existsSync(join(folder, 'leak')));
	const dir = await make(folder, {paths: [join(folder, 'exports')]});
	const opened = openToChange(dir, worker);
	await t.throwsAsync(addSources(opened, {paths: ['-', join(folder, 'nothing.csv')], stdin: Readable.from([Buffer.from(`${crm}\n`)]), copySources: true}, {}), {message: /nothing was added/});
	await opened.close();
	t.deepEqual(readdirSync(dir).toSorted(), ['case.journal', 'events.duckdb']);
});

test('a disk that has no room for the copies is told in words, and leaves no case (where a disk can be mounted)', async t => {
	const folder = await folderFor(t);
	const place = join(folder, 'small');
	mkdirSync(place);
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', place], {stdio: 'ignore'});
	} catch {
		t.pass();
		return;
	}

	t.teardown(() => execFileSync('umount', [place]));
	writeFileSync(join(folder, 'large.csv'), header + '2020-10-03 14:00:00,E0042,C1001,email,read\n'.repeat(50_000));
	const error = await t.throwsAsync(make(place, {paths: [join(folder, 'large.csv')]}, {copySources: true}));
	t.is(error.message, 'the export cannot be kept in the case: the disk is full');
	t.deepEqual(readdirSync(place), []);
});
