import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {temporaryFolder, whosaw} from '../helpers/cli.ts';

test('a setting is kept from one run to the next and can be forgotten', async t => {
	const env = {WHOSAW_SETTINGS_FOLDER: await temporaryFolder(t)};
	t.is((await whosaw(['settings', 'set', 'investigator', 'J. Rivera'], {env})).exitCode, 0);
	t.is((await whosaw(['settings', 'get', 'investigator'], {env})).stdout, 'J. Rivera');
	t.is((await whosaw(['settings'], {env})).stdout, 'investigator = J. Rivera\nagency =\ntimezone =');
	await whosaw(['settings', 'set', 'investigator', ''], {env});
	t.is((await whosaw(['settings', 'get', 'investigator'], {env})).stdout, '');
});

test('a time zone that does not exist is not kept', async t => {
	const env = {WHOSAW_SETTINGS_FOLDER: await temporaryFolder(t)};
	const {exitCode, stderr} = await whosaw(['settings', 'set', 'timezone', 'Europe/Lodnon'], {env});
	t.is(exitCode, 2);
	t.true(stderr.includes('Europe/London'));
});

test('a damaged settings file is named, without a stack', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'config.json'), '{"investigator": ');
	const {exitCode, stderr} = await whosaw(['settings'], {env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.is(exitCode, 1);
	t.regex(stderr, /settings cannot be read/);
	t.notRegex(stderr, /\n\s+at /);
});
