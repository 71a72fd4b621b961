import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, readdirSync} from 'node:fs';
import path from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {whosaw} from '../../helpers/cli.ts';
import {explored, startJourney} from '../../helpers/journey.ts';
import {startWhosaw, type Pty, type PtyProgram} from '../../helpers/pty.ts';
import {filesOf, makeCase} from '../effects/_case-world.ts';

const openedCase = async (t: ExecutionContext, {columns = 120, rows = 40, env}: Pick<PtyProgram, 'columns' | 'rows' | 'env'> = {}): Promise<{readonly pty: Pty; readonly folder: string; readonly dir: string}> => {
	const {folder, dir} = await makeCase(t);
	const pty = startWhosaw(['leak', '--investigator', 'J. Rivera'], {columns, rows, cwd: folder, env: {WHOSAW_SETTINGS_FOLDER: folder, ...env}});
	t.teardown(() => {
		pty.kill();
	});
	await pty.waitFor('4 events', 60_000);
	await pty.press('4');
	await pty.waitFor('complaint of 12 October');
	await pty.press('e');
	await pty.waitFor('4 records of evidence');
	return {pty, folder, dir};
};

test('an export is found in the palette, asks for its reason, and says how it is verified', async t => {
	const pty = startJourney(t);
	await explored(pty);
	await pty.press(':');
	pty.type('export');
	await pty.waitFor('▸ Export the affected customers as a case file');
	await pty.press('enter');
	await pty.waitFor('./whosaw-export');
	await pty.press('enter', 'enter');
	await pty.waitFor('Say why this is exported');
	pty.type('handed to the police');
	await pty.waitFor('handed to the police');
	await pty.press('enter', 'enter');
	await pty.waitFor('whosaw verify ./whosaw-export');
	t.pass();
});

test('an export while files are still loaded is refused', async t => {
	const pty = startJourney(t, {loading: 60_000});
	await pty.waitFor('partial · loading');
	await pty.press('e');
	await pty.waitFor('an export would be partial, so it is refused');
	t.pass();
});

for (const [columns, rows] of [[120, 40], [80, 24]] as const) {
	test(`a case is exported at ${columns}×${rows}, signed, as the command line would do it, and what checks it is copied with one key`, async t => {
		const {pty, folder} = await openedCase(t, {columns, rows});
		execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path.join(folder, 'key')]);
		await pty.press('right');
		await pty.waitFor('./leak-internal');
		await pty.press('left', 'c');
		await pty.waitFor('whosaw export leak --audience law-enforcement');
		await pty.press('escape');
		await pty.waitFor('▸for');
		await pty.press('tab', 'tab', 'tab', 'tab');
		pty.type('key');
		await pty.waitFor(/▸sign with\s+key/);
		await pty.press('tab', 'tab', 'enter');
		await pty.waitFor('whosaw verify ./leak-law-enforcement');
		await pty.press('y');
		await pty.waitFor('Copied the commands that check it.');
		const copied = Buffer.from(/52;c;([\w+/=]+)/.exec(pty.output())![1]!, 'base64').toString();
		for (const command of copied.trimEnd().split('\n').filter(line => line.startsWith('('))) {
			t.notThrows(() => execFileSync('bash', ['-c', command], {cwd: folder, stdio: 'pipe'}), command);
		}

		await pty.press('escape');
		await pty.waitWithout('Export the case');
		await pty.press('q', 'y');
		t.is((await pty.exit).exitCode, 0);
		const scripted = await whosaw(['export', path.join(folder, 'leak'), '--output', path.join(folder, 'scripted'), '--sign', path.join(folder, 'key')]);
		t.is(scripted.exitCode, 0, scripted.stderr);
		t.deepEqual(filesOf(path.join(folder, 'leak-law-enforcement')), filesOf(path.join(folder, 'scripted')));
	});
}

test('what fails is a sentence on its row, and what was typed stays', async t => {
	const {pty, folder} = await openedCase(t);
	execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'secret', '-f', path.join(folder, 'locked')]);
	mkdirSync(path.join(folder, 'taken', 'by'), {recursive: true});
	chmodSync(path.join(folder, 'taken'), 0o700);
	await pty.press('tab', 'tab', 'ctrl+u');
	pty.type('taken');
	await pty.press('tab', 'tab');
	pty.type('locked');
	await pty.waitFor(/▸sign with\s+locked/);
	await pty.press('tab', 'tab', 'enter');
	await pty.waitFor('this holds files');
	t.true(pty.screen().some(row => row.includes('▸place')));
	await pty.press('ctrl+u');
	pty.type('free');
	await pty.waitFor(/▸place\s+free/);
	await pty.press('up', 'up', 'up', 'enter');
	await pty.waitFor('this key has a passphrase');
	await pty.waitFor(/▸sign with\s+locked/);
	await pty.press('escape');
	await pty.waitWithout('Export the case');
	await pty.press('e');
	await pty.waitFor(/place\s+free/);
	await pty.waitFor(/sign with\s+locked/);
	t.false(readdirSync(folder).some(name => name.includes('free')));
});

test('without ssh-keygen the form says that nothing can be signed', async t => {
	const {pty, folder} = await openedCase(t, {env: {PATH: '/nowhere'}});
	execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path.join(folder, 'key')]);
	await pty.press('tab', 'tab', 'tab', 'tab');
	pty.type('key');
	await pty.waitFor(/▸sign with\s+key/);
	await pty.press('tab', 'tab', 'enter');
	await pty.waitFor('there is no ssh-keygen on this machine');
	t.pass();
});
