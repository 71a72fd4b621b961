import {execFileSync} from 'node:child_process';
import {readFile, readdir, writeFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {generateIdentity, identityToRecipient} from 'age-encryption';
import test from 'ava';
import {fixture, temporaryFolder, whosaw} from '../helpers/cli.ts';
import {makeAuthority, makeKey, signersOf} from '../package/seal/_seal-world.ts';

const exporting = (directory: string): readonly string[] => ['export', fixture('crm.csv'), '--employee', 'E0042', '--reason', 'complaint of 12 October', '--investigator', 'J. Rivera <rivera@example.com>', '--output', directory];

test('an export is signed and packed, and its zip verifies for those who know the signer', async t => {
	const directory = join(await temporaryFolder(t), 'case-file');
	const key = await makeKey();
	const made = await whosaw([...exporting(directory), '--sign', key, '--zip']);
	t.is(made.exitCode, 0, made.stderr);
	t.true(made.stdout.includes(`archive    ${directory}.zip\n`));
	for (const path of [directory, `${directory}.zip`]) {
		const holds = await whosaw(['verify', path, '--signers', await signersOf(key)]);
		t.is(holds.exitCode, 0, holds.stdout + holds.stderr);
		t.regex(holds.stdout, /ok {6}signature: tagmanifest-sha256\.txt\.sig is by rivera@example\.com of .*SHA256:/);
	}

	const stranger = await whosaw(['verify', directory, '--signers', await signersOf(await makeKey())]);
	t.is(stranger.exitCode, 4);
	t.regex(stranger.stdout, /FAILED {2}signature: .*another key/);
});

test('an authority\'s answer, a further signature and an encrypted archive are added to the finished case file', async t => {
	const folder = await temporaryFolder(t);
	const directory = join(folder, 'case-file');
	t.is((await whosaw(exporting(directory))).exitCode, 0);
	const [identity, answer] = [await generateIdentity(), join(folder, 'answer.tsr')];
	const identityFile = join(folder, 'key.txt');
	await writeFile(identityFile, identity);
	(await makeAuthority()).answer(join(directory, 'tagmanifest-sha256.txt.tsq'), answer);
	const added = await whosaw(['export', '--output', directory, '--timestamp-response', answer, '--sign', await makeKey(), '--encrypt', await identityToRecipient(identity)]);
	t.is(added.exitCode, 0, added.stderr);
	t.regex(added.stdout, /seals {6}.*tagmanifest-sha256\.txt\.tsr, allowed_signers, tagmanifest-sha256\.txt\.sig/);
	t.deepEqual((await readdir(folder)).toSorted(), ['answer.tsr', 'case-file', 'case-file.zip.age', 'key.txt']);
	const holds = await whosaw(['verify', `${directory}.zip.age`, '--identity', identityFile]);
	t.is(holds.exitCode, 0, holds.stdout + holds.stderr);
	t.regex(holds.stdout, /it existed at .*CN=Example TSA/);
	await writeFile(identityFile, await generateIdentity());
	t.is((await whosaw(['verify', `${directory}.zip.age`, '--identity', identityFile])).exitCode, 4);
	const asked = await whosaw(['verify', `${directory}.zip.age`]);
	t.deepEqual([asked.exitCode, asked.stdout], [2, '']);
	t.regex(asked.stderr, /this package is encrypted/);
});

test('wrong seals are said before anything is loaded or written', async t => {
	const folder = await temporaryFolder(t);
	const locked = await makeKey('secret');
	for (const [options, exitCode, words] of [
		[['--sign', join(folder, 'absent')], 1, /no such key/], [['--sign', locked], 1, /has a passphrase/], [['--encrypt', 'age1x'], 2, /no age recipient/],
		[['--timestamp-response', join(folder, 'absent')], 1, /cannot be read/],
	] as const) {
		const made = await whosaw([...exporting(join(folder, 'case-file')), ...options]);
		t.deepEqual([made.exitCode, made.stdout], [exitCode, ''], made.stderr);
		t.regex(made.stderr, words);
		t.deepEqual(await readdir(folder), []);
	}
});

test('a reviewer signs the head of the journal, and an authority\'s answer to it is attached', async t => {
	const folder = await temporaryFolder(t);
	const directory = join(folder, 'email-leak');
	const [key, answer] = [await makeKey(), join(folder, 'answer.tsr')];
	const rivera = ['--investigator', 'J. Rivera <rivera@example.com>'];
	t.is((await whosaw(['case', 'create', directory, fixture('crm.csv'), ...rivera])).exitCode, 0);
	t.is((await whosaw(['case', 'select', directory, '--employee', 'E0042', '--reason', 'complaint', ...rivera])).exitCode, 0);
	const reviewed = await whosaw(['case', 'review', directory, '--investigator', 'M. Chen <m.chen@example.com>', '--sign', key]);
	t.is(reviewed.exitCode, 0, reviewed.stderr);
	const head = join(directory, /signed: (heads\/head-\d+\.txt)/.exec(reviewed.stdout)![1]!);
	t.true((await readFile(head, 'utf8')).includes((JSON.parse((await readFile(join(directory, 'case.journal'), 'utf8')).trimEnd().split('\n').at(-1)!) as {hash: string}).hash));
	t.regex(execFileSync('ssh-keygen', ['-Y', 'verify', '-f', `${head}.allowed_signers`, '-I', 'm.chen@example.com', '-n', 'whosaw-casefile@v1', '-s', `${head}.sig`], {input: await readFile(head), encoding: 'utf8'}), /^Good/);
	(await makeAuthority()).answer(`${head}.tsq`, answer);
	t.is((await whosaw(['case', 'review', directory, '--timestamp-response', answer])).exitCode, 0);
	t.deepEqual(await readFile(`${head}.tsr`), await readFile(answer));
	const output = join(folder, 'case-file');
	t.is((await whosaw(['export', directory, '--output', output, ...rivera])).exitCode, 0);
	const holds = await whosaw(['verify', output]);
	t.is(holds.exitCode, 0, holds.stdout);
	t.regex(holds.stdout, /ok {6}heads: heads\/head-\d+\.txt is of act \d+ of the journal\n.*heads: heads\/head-\d+\.txt\.sig fits.*\n.*heads\/head-\d+\.txt\.tsr: it existed at /);
	const packed = join(output, 'heads', basename(head));
	await writeFile(packed, (await readFile(packed, 'utf8')).replace(/^hash .{4}/m, 'hash 0000'));
	const forged = await whosaw(['verify', output]);
	t.is(forged.exitCode, 4);
	t.regex(forged.stdout, /FAILED {2}heads: heads\/head-\d+\.txt is of another journal/);
});
