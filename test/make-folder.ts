import {existsSync} from 'node:fs';
import {mkdtemp, realpath, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {makeFolder} from '../source/make-folder.ts';
import {fixture, whosaw} from './helpers/cli.ts';

const place = async (t: {teardown: (end: () => Promise<void>) => void}): Promise<string> => {
	const folder = await realpath(await mkdtemp(join(tmpdir(), 'whosaw-folder-')));
	t.teardown(async () => rm(folder, {recursive: true, force: true}));
	return folder;
};

test('all missing folders are made, with the mode that was asked for, and the uppermost is told', async t => {
	const folder = await place(t);
	t.is(makeFolder(join(folder, 'a', 'b', 'c'), 0o700), join(folder, 'a'));
	t.is((await stat(join(folder, 'a', 'b', 'c'))).mode & 0o777, 0o700);
	t.is(makeFolder(join(folder, 'a', 'b', 'c'), 0o700), undefined);
});

test('a file in the way is an error', async t => {
	const folder = await place(t);
	await writeFile(join(folder, 'file'), '');
	t.throws(() => makeFolder(join(folder, 'file')), {code: 'EEXIST'});
	t.throws(() => makeFolder(join(folder, 'file', 'below')), {code: 'ENOTDIR'});
});

const onLinux = existsSync('/proc/self') ? test : test.skip;

onLinux('where the system has no place for a folder it is an error, and no wait without an end', async t => {
	t.throws(() => makeFolder('/proc/self/nowhere/whosaw'), {code: 'ENOENT'});
	for (const args of [['settings', 'investigator', 'J. Rivera'], ['demo', '--output', '/proc/self/nowhere/demo', '--quiet'], ['case', 'create', '/proc/self/nowhere/case', fixture('crm.csv'), '--investigator', 'J. Rivera']]) {
		const {exitCode, stderr} = await whosaw(args, {env: {WHOSAW_SETTINGS_FOLDER: '/proc/self/nowhere/settings'}, timeout: 60_000});
		t.is(exitCode, 1, args.join(' '));
		t.regex(stderr, /^error: /);
		t.notRegex(stderr, /whosaw itself failed/);
	}
});
