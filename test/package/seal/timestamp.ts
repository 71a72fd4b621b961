import {execFileSync} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'ava';
import {ExpectedError} from '../../../source/errors.ts';
import {sealPackage} from '../../../source/package/seal/seal-package.ts';
import {timestampRequest} from '../../../source/package/seal/timestamp-request.ts';
import {verifyPackage} from '../../../source/package/verify-package.ts';
import {failures, folder, makeAuthority, messageOf, sealed} from './_seal-world.ts';

const request = 'tagmanifest-sha256.txt.tsq';
const response = 'tagmanifest-sha256.txt.tsr';

test('the request is what openssl makes of the same digest, byte by byte', async t => {
	const directory = await sealed();
	const made = execFileSync('openssl', ['ts', '-query', '-data', 'tagmanifest-sha256.txt', '-sha256', '-no_nonce', '-cert'], {cwd: directory, stdio: ['ignore', 'pipe', 'ignore']});
	t.deepEqual(await readFile(join(directory, request)), made);
	const text = execFileSync('openssl', ['ts', '-query', '-in', request, '-text'], {cwd: directory, encoding: 'utf8'});
	t.regex(text, /Hash Algorithm: sha256/);
	t.regex(text, /Nonce: unspecified/);
});

test('an answer is attached to the finished case file, says its authority and time, and openssl verifies it', async t => {
	const directory = await sealed();
	const authority = await makeAuthority();
	const answer = join(await folder(), 'answer.tsr');
	authority.answer(join(directory, request), answer);
	await sealPackage(directory, {timestampResponse: answer});
	const report = await verifyPackage(directory);
	t.deepEqual(failures(report.findings), []);
	t.regex(messageOf(report.findings, 'timestamp'), /it existed at \d{4}-\d\d-\d\dT.*Z, says .*CN=Example TSA/);
	const out = execFileSync('openssl', ['ts', '-verify', '-data', 'tagmanifest-sha256.txt', '-in', response, '-CAfile', authority.certificate], {cwd: directory, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']});
	t.regex(out, /OK/);
});

test('an answer to another digest is refused when it is attached and found when it was put there', async t => {
	const [directory, authority, place] = [await sealed(), await makeAuthority(), await folder()];
	await writeFile(join(place, 'other.tsq'), timestampRequest('ab'.repeat(32)));
	authority.answer(join(place, 'other.tsq'), join(place, 'other.tsr'));
	await t.throwsAsync(sealPackage(directory, {timestampResponse: join(place, 'other.tsr')}), {instanceOf: ExpectedError, message: /of something else: it answers the digest abab/});
	t.deepEqual(failures((await verifyPackage(directory)).findings), []);
	await writeFile(join(directory, response), await readFile(join(place, 'other.tsr')));
	t.regex(failures((await verifyPackage(directory)).findings).join('\n'), /^timestamp: the time stamp is of something else/);
});

test('an answer with one bit turned does not hold, wherever the bit is', async t => {
	const [directory, authority] = [await sealed(), await makeAuthority()];
	const path = join(directory, response);
	authority.answer(join(directory, request), path);
	const whole = await readFile(path);
	t.deepEqual(failures((await verifyPackage(directory)).findings), []);
	const {checkTimestamp} = await import('../../../source/package/seal/verify-timestamp.ts');
	const {createHash} = await import('node:crypto');
	const sha256 = createHash('sha256').update(await readFile(join(directory, 'tagmanifest-sha256.txt'))).digest('hex');
	const believed: number[] = [];
	for (let at = 0; at < whole.length; at++) {
		const bytes = Buffer.from(whole);
		bytes[at]! ^= 1;
		const finding = checkTimestamp(bytes, sha256);
		if (finding.ok && !finding.warning && !finding.message.includes(messageOf([checkTimestamp(whole, sha256)], 'timestamp'))) {
			believed.push(at);
		}
	}

	t.deepEqual(believed, []);
	t.false(checkTimestamp(whole.subarray(0, -1), sha256).ok);
});

test('a certificate that is not for time stamps makes none, and a request of another digest is found', async t => {
	const directory = await sealed();
	await writeFile(join(directory, request), timestampRequest('cd'.repeat(32)));
	t.regex(failures((await verifyPackage(directory)).findings).join('\n'), /^timestamp: .*\.tsq is no request for the digest/);
	await writeFile(join(directory, response), 'hello');
	t.regex(failures((await verifyPackage(directory)).findings).join('\n'), /cannot be used: it is damaged, or no answer/);
});
