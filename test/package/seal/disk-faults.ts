import {execFileSync} from 'node:child_process';
import {chmod, readdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import test from 'ava';
import {execa} from 'execa';
import {ExpectedError} from '../../../source/errors.ts';
import {writePackage} from '../../../source/package/write-package.ts';
import {nodeArguments} from '../../helpers/program.ts';
import {makeContents, record, stream} from '../_contents.ts';
import {folder} from './_seal-world.ts';

const isMountable = (place: string): boolean => {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', place], {stdio: 'ignore'});
		return true;
	} catch {
		return false;
	}
};

/** 400 kB that do not compress. */
const big = Array.from({length: 4}, (_, index) => record(`e${index + 1}`, Uint8Array.from({length: 75_000}, () => Math.floor(Math.random() * 256))));

test('a disk that is full while the case file is written leaves nothing behind and says so (where a disk can be mounted)', async t => {
	const place = await folder();
	if (!isMountable(place)) {
		t.log('no right to mount: the quota below is tried alone');
		t.pass();
		return;
	}

	t.teardown(() => execFileSync('umount', [place]));
	await t.throwsAsync(writePackage(makeContents({evidence: stream(big)}), join(place, 'case')), {instanceOf: ExpectedError, message: 'the case file was not written: the disk is full'});
	t.deepEqual(await readdir(place), []);
});

test('a disk that fills while the archive is packed leaves neither archive nor folder (where a disk can be mounted)', async t => {
	const place = await folder();
	if (!isMountable(place)) {
		t.pass();
		return;
	}

	t.teardown(() => execFileSync('umount', [place]));
	const half = [record('e1', Uint8Array.from({length: 110_000}, () => Math.floor(Math.random() * 256))), record('e2', 'x'), record('e3', 'x'), record('e4', 'denied', 'denied')];
	await t.throwsAsync(writePackage(makeContents({evidence: stream(half)}), join(place, 'case'), {seal: {zip: true}}), {instanceOf: ExpectedError, message: 'the case file was not written: the disk is full'});
	t.deepEqual(await readdir(place), []);
});

test('a file that may not grow any more (ulimit -f) ends in words too', async t => {
	const place = await folder();
	const child = await execa('bash', ['-c', 'ulimit -f 1; trap "" XFSZ; exec node "$@"', 'bash', ...nodeArguments('test/package/_slow-export.ts'), join(place, 'case'), '0'], {reject: false});
	t.not(child.exitCode, 0);
	t.regex(child.stderr, /larger than this account or this disk allows/);
	t.deepEqual(await readdir(place), []);
});

test('a folder that may only be read is refused, and stays as it is', async t => {
	const place = await folder();
	await writeFile(join(place, 'mine'), 'mine');
	if (process.getuid?.() === 0) {
		// Root writes into any folder: its disk must be read-only.
		if (!isMountable(place)) {
			t.pass();
			return;
		}

		execFileSync('mount', ['-o', 'remount,ro', place]);
		t.teardown(() => execFileSync('umount', [place]));
		await t.throwsAsync(writePackage(makeContents(), join(place, 'case'), {seal: {zip: true}}), {instanceOf: ExpectedError, message: /this disk is read-only/});
		return;
	}

	await chmod(place, 0o500);
	t.teardown(async () => chmod(place, 0o700));
	await t.throwsAsync(writePackage(makeContents(), join(place, 'case')), {instanceOf: ExpectedError, message: /may not be written to/});
	t.deepEqual(await readdir(place), ['mine']);
});
