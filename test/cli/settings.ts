import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {temporaryFolder, whosaw} from '../helpers/cli.ts';
import {startWhosaw} from '../helpers/pty.ts';

test('a setting is kept from one run to the next and can be forgotten', async t => {
	const env = {WHOSAW_SETTINGS_FOLDER: await temporaryFolder(t)};
	t.deepEqual(await whosaw(['settings', 'investigator', 'J. Rivera'], {env}), {exitCode: 0, stdout: '', stderr: ''});
	t.is((await whosaw(['settings', 'investigator'], {env})).stdout, 'J. Rivera');
	t.is((await whosaw(['settings'], {env})).stdout, `investigator = J. Rivera\nagency =\ntimezone =\ntheme =\nblind =\nkept in ${join(env.WHOSAW_SETTINGS_FOLDER, 'config.json')}`);
	await whosaw(['settings', 'investigator', '--unset'], {env});
	t.is((await whosaw(['settings', 'investigator'], {env})).stdout, '');
});

test('a program reads the settings as JSON, with their file', async t => {
	const env = {WHOSAW_SETTINGS_FOLDER: await temporaryFolder(t)};
	await whosaw(['settings', 'agency', 'Example Police'], {env});
	t.deepEqual(JSON.parse((await whosaw(['settings', '--json'], {env})).stdout), {
		schema: 'whosaw.settings/1', file: join(env.WHOSAW_SETTINGS_FOLDER, 'config.json'), settings: {agency: 'Example Police'}, mappings: {}, recent: [],
	});
});

test('a time zone or a theme that does not exist is not kept', async t => {
	const env = {WHOSAW_SETTINGS_FOLDER: await temporaryFolder(t)};
	const zone = await whosaw(['settings', 'timezone', 'Europe/Lodnon'], {env});
	t.is(zone.exitCode, 2);
	t.true(zone.stderr.includes('Europe/London'));
	const theme = await whosaw(['settings', 'theme', 'pink'], {env});
	t.is(theme.exitCode, 2);
	t.true(theme.stderr.includes('default, high-contrast, none'));
	t.true((await whosaw(['settings', 'blind', 'yes'], {env})).stderr.includes('Say one of: on, off.'));
});

test('with blind set, the app begins blind and what is printed names no account, which is said; the environment is stronger', async t => {
	const folder = await temporaryFolder(t);
	const env = {WHOSAW_SETTINGS_FOLDER: folder};
	const file = join(folder, 'small.csv');
	await writeFile(file, 'time,employee,customer,action\n2020-10-03T14:00:00Z,E0042,C1002,view\n');
	t.is((await whosaw(['settings', 'blind', 'on'], {env})).exitCode, 0);
	const pty = startWhosaw([file], {env});
	t.teardown(() => {
		pty.kill();
	});
	await pty.waitFor(/E-[0-9a-f]{4}/);
	t.false(pty.output().includes('E0042'));
	const {stdout, stderr} = await whosaw(['report', file], {env});
	t.regex(stdout, /E-[0-9a-f]{4}/);
	t.false(stdout.includes('E0042'));
	t.regex(stderr, /accounts are called by pseudonyms, as the setting blind says \(WHOSAW_BLIND=off shows them\)/);
	const seen = await whosaw(['report', file], {env: {...env, WHOSAW_BLIND: 'off'}});
	t.true(seen.stdout.includes('E0042'));
	t.notRegex(seen.stderr, /pseudonyms/);
});

test('a mapping is saved under a name, used by it, listed and forgotten', async t => {
	const folder = await temporaryFolder(t);
	const env = {WHOSAW_SETTINGS_FOLDER: folder};
	const file = join(folder, 'odd.csv');
	await writeFile(file, 'moment,w,x,y\n2020-10-03T14:00:00Z,E0042,C1002,ping\n');
	t.is((await whosaw(['sources', file], {env})).exitCode, 1);
	t.is((await whosaw(['sources', file, '--map', 'time=moment', '--map', 'employee=w', '--map', 'customer=x', '--save-mapping', 'odd'], {env})).exitCode, 0);
	t.is((await whosaw(['settings', 'mappings'], {env})).stdout, 'odd: time=moment, employee=w, customer=x');
	const used = await whosaw(['report', file, '--mapping', 'odd', '--format', 'json'], {env});
	t.deepEqual((JSON.parse(used.stdout) as {byEmployee: Array<{employee: string}>}).byEmployee.map(({employee}) => employee), ['E0042']);
	const overridden = await whosaw(['report', file, '--mapping', 'odd', '--map', 'employee=y', '--format', 'json'], {env});
	t.deepEqual((JSON.parse(overridden.stdout) as {byEmployee: Array<{employee: string}>}).byEmployee.map(({employee}) => employee), ['ping']);
	await whosaw(['settings', 'mappings', '--unset'], {env});
	const {exitCode, stderr} = await whosaw(['report', file, '--mapping', 'odd'], {env});
	t.is(exitCode, 2);
	t.true(stderr.includes('--save-mapping'));
});

test('a damaged settings file is named, without a stack', async t => {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'config.json'), '{"investigator": ');
	const {exitCode, stderr} = await whosaw(['settings'], {env: {WHOSAW_SETTINGS_FOLDER: folder}});
	t.is(exitCode, 1);
	t.regex(stderr, /settings cannot be read/);
	t.true(stderr.includes(join(folder, 'config.json')));
	t.notRegex(stderr, /\n\s+at /);
});
