import {createHash} from 'node:crypto';
import {appendFile, readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {fixture, temporaryFolder, whosaw} from '../helpers/cli.ts';

test('a case file is written, says how to check it, and holds until a byte changes', async t => {
	const directory = join(await temporaryFolder(t), 'case-file');
	const made = await whosaw(['export', fixture('crm.csv'), '--employee', 'E0042', '--reason', 'complaint of 12 October', '--investigator', 'J. Rivera', '--output', directory]);
	t.is(made.exitCode, 0, made.stderr);
	t.true(made.stdout.includes(`whosaw verify ${directory}`));
	t.true(made.stdout.includes('sha256sum -c --strict manifest-sha256.txt'));
	// The form for the custody, and VERIFY.txt, rely on it.
	t.true(made.stdout.includes(`sha256     ${createHash('sha256').update(await readFile(join(directory, 'tagmanifest-sha256.txt'))).digest('hex')}\n`));
	const holds = await whosaw(['verify', directory]);
	t.is(holds.exitCode, 0, holds.stdout + holds.stderr);
	t.regex(holds.stdout, /integrity checked/);
	await appendFile(join(directory, 'data', 'affected', 'customers.csv'), 'C9999\r\n');
	const broken = await whosaw(['verify', directory]);
	t.is(broken.exitCode, 4);
	t.regex(broken.stdout, /FAILED/);
});

test('a folder that is in use is not written into', async t => {
	const directory = await temporaryFolder(t);
	await appendFile(join(directory, 'mine.txt'), 'mine');
	const {exitCode, stdout} = await whosaw(['export', fixture('crm.csv'), '--reason', 'test', '--output', directory]);
	t.not(exitCode, 0);
	t.is(stdout, '');
	t.deepEqual(await readdir(directory), ['mine.txt']);
});

test('what is no case file cannot be verified', async t => {
	const {exitCode} = await whosaw(['verify', fixture('crm.csv')]);
	t.true(exitCode === 1 || exitCode === 4);
});
