import {execFileSync} from 'node:child_process';
import {chmod, copyFile, mkdtemp, readFile, readdir, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import process from 'node:process';
import test from 'ava';
import {ExpectedError} from '../../../source/errors.ts';
import {sealPackage} from '../../../source/package/seal/seal-package.ts';
import {verifyPackage} from '../../../source/package/verify-package.ts';
import {writePackage} from '../../../source/package/write-package.ts';
import {makeContents} from '../_contents.ts';
import {failures, folder, makeKey, messageOf, sealed, signersOf} from './_seal-world.ts';

const signature = 'tagmanifest-sha256.txt.sig';
const covering = 'tagmanifest-sha256.txt';

const fingerprint = (key: string): string => /SHA256:\S+/.exec(execFileSync('ssh-keygen', ['-lf', key], {encoding: 'utf8'}))![0];

test('a signed package names the fingerprint and says that its own list of signers proves nothing', async t => {
	const key = await makeKey();
	const directory = await sealed({seal: {keys: [key], investigator: 'J. Rivera <rivera@example.com>'}});
	const report = await verifyPackage(directory);
	t.deepEqual(failures(report.findings), []);
	t.true(messageOf(report.findings, 'signature').includes(fingerprint(key)));
	t.regex(messageOf(report.findings, 'signature'), /own allowed_signers proves nothing/);
	const known = await verifyPackage(directory, {signers: await signersOf(key)});
	t.deepEqual(failures(known.findings), []);
	t.regex(messageOf(known.findings, 'signature'), /is by rivera@example\.com of /);
});

test('the command of the design verifies it without whosaw', async t => {
	const directory = await sealed({seal: {keys: [await makeKey('', 'ecdsa')], investigator: 'J. Rivera <rivera@example.com>'}});
	const out = execFileSync('ssh-keygen', ['-Y', 'verify', '-f', 'allowed_signers', '-I', 'rivera@example.com', '-n', 'whosaw-casefile@v1', '-s', signature], {cwd: directory, input: await readFile(join(directory, covering)), encoding: 'utf8'});
	t.regex(out, /^Good "whosaw-casefile@v1" signature for rivera@example\.com/);
});

test('a key that the list does not know, or does not let sign case files, does not hold', async t => {
	const key = await makeKey();
	const directory = await sealed({seal: {keys: [key]}});
	for (const signers of [await signersOf(await makeKey()), await signersOf(key, 'file')]) {
		const [failure, ...more] = failures((await verifyPackage(directory, {signers})).findings);
		t.regex(failure!, /^signature: .*(is by another key|does not let sign)/);
		t.deepEqual(more, []);
	}
});

test('a signature made for something else, one of other bytes, and one that is torn have messages of their own', async t => {
	const key = await makeKey();
	const directory = await sealed({seal: {keys: [key]}});
	const path = join(directory, signature);
	const sign = (namespace: string, input: string | Uint8Array): string => execFileSync('ssh-keygen', ['-Y', 'sign', '-f', key, '-n', namespace], {input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore']});
	const cases: ReadonlyArray<readonly [string, RegExp]> = [
		[sign('file', await readFile(join(directory, covering))), /made for something else: its namespace is "file"/],
		[sign('whosaw-casefile@v1', 'other bytes'), /does not fit: tagmanifest-sha256\.txt is not what the key SHA256:\S+ signed/],
		[(await readFile(path, 'utf8')).slice(0, 120), /is damaged, or no SSH signature/],
	];
	for (const [text, message] of cases) {
		await writeFile(path, text);
		t.regex(failures((await verifyPackage(directory, {signers: await signersOf(key)})).findings).join('\n'), message);
	}
});

test('a list of the package that names another key is found, and an unsigned package fails the list of the receiver', async t => {
	const directory = await sealed({seal: {keys: [await makeKey()]}});
	await copyFile(await signersOf(await makeKey()), join(directory, 'allowed_signers'));
	t.deepEqual(failures((await verifyPackage(directory)).findings), ['signature: allowed_signers was changed: it does not name the key of tagmanifest-sha256.txt.sig']);
	t.regex(failures((await verifyPackage(await sealed(), {signers: await signersOf(await makeKey())})).findings).join(), /it is not signed/);
});

test('a reviewer signs the finished package too, and both signatures are checked', async t => {
	const [first, second] = [await makeKey(), await makeKey()];
	const directory = await sealed({seal: {keys: [first], investigator: 'J. Rivera'}});
	await sealPackage(directory, {keys: [second], investigator: 'M. Chen <m.chen@example.com>'});
	const {findings} = await verifyPackage(directory);
	t.deepEqual(failures(findings), []);
	t.true([first, second].every(key => messageOf(findings, 'signature').includes(fingerprint(key))));
	t.regex(await readFile(join(directory, 'allowed_signers'), 'utf8'), /^J-Rivera namespaces="whosaw-casefile@v1" ssh-ed25519 \S+\nm\.chen@example\.com /);
});

test('a key that cannot sign leaves nothing behind and says what to do, without asking', async t => {
	const [plain, locked, half] = [await makeKey(), await makeKey('secret'), await makeKey()];
	const place = await folder();
	await copyFile(`${half}.pub`, join(place, 'half.pub'));
	await copyFile(plain, join(place, 'open'));
	await chmod(join(place, 'open'), 0o644);
	await writeFile(join(place, 'text'), 'hello');
	const cases: ReadonlyArray<readonly [string, RegExp]> = [
		[locked, /has a passphrase, and no agent holds/], [join(place, 'half.pub'), /public half/], [join(place, 'open'), /others can read/],
		[join(place, 'text'), /no SSH key/], [join(place, 'absent'), /no such key/], [place, /this is no key/],
	];
	for (const [key, message] of cases) {
		const target = join(await folder(), 'case');
		await t.throwsAsync(writePackage(makeContents(), target, {seal: {keys: [plain, key]}}), {instanceOf: ExpectedError, message}, key);
		t.deepEqual(await readdir(dirname(target)), [], key);
	}
});

test.serial('the public half of a key signs where an agent holds the other', async t => {
	const key = await makeKey('secret');
	const socket = join(await mkdtemp(join(tmpdir(), 'wa-')), 's');
	const agent = execFileSync('ssh-agent', ['-a', socket, '-s'], {encoding: 'utf8'});
	const before = process.env['SSH_AUTH_SOCK'];
	t.teardown(() => {
		process.kill(Number(/SSH_AGENT_PID=(\d+)/.exec(agent)![1]));
		if (before === undefined) {
			delete process.env['SSH_AUTH_SOCK'];
		} else {
			process.env['SSH_AUTH_SOCK'] = before;
		}
	});
	process.env['SSH_AUTH_SOCK'] = socket;
	const answer = join(await folder(), 'answer');
	await writeFile(answer, '#!/bin/sh\necho secret\n', {mode: 0o700});
	execFileSync('ssh-add', [key], {env: {...process.env, SSH_ASKPASS: answer, SSH_ASKPASS_REQUIRE: 'force'}, stdio: 'ignore'});
	const directory = await sealed({seal: {keys: [`${key}.pub`]}});
	t.deepEqual(failures((await verifyPackage(directory, {signers: await signersOf(key)})).findings), []);
});

test.serial('where there is no ssh-keygen nothing is signed, and a signature is said not to be checked', async t => {
	const key = await makeKey();
	const directory = await sealed({seal: {keys: [key]}});
	const path = process.env['PATH'];
	process.env['PATH'] = await folder();
	try {
		await t.throwsAsync(writePackage(makeContents(), join(await folder(), 'case'), {seal: {keys: [key]}}), {instanceOf: ExpectedError, message: /no ssh-keygen on this machine/});
		const report = await verifyPackage(directory);
		t.true(report.ok);
		t.regex(messageOf(report.findings, 'signature'), /was not checked: there is no ssh-keygen/);
		await t.throwsAsync(verifyPackage(directory, {signers: await signersOf(key).catch(() => key)}), {instanceOf: ExpectedError, message: /no ssh-keygen/});
	} finally {
		process.env['PATH'] = path;
	}
});
