import {execFileSync} from 'node:child_process';
import {readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {generateIdentity, identityToRecipient} from 'age-encryption';
import test from 'ava';
import {ZipFile} from 'yazl';
import {ExpectedError} from '../../../source/errors.ts';
import {hasAge} from '../../../source/package/seal/age-program.ts';
import {decryptFile} from '../../../source/package/seal/decrypt.ts';
import {sealPackage} from '../../../source/package/seal/seal-package.ts';
import {verifyAny} from '../../../source/package/seal/verify-archive.ts';
import {writePackage} from '../../../source/package/write-package.ts';
import {makeContents} from '../_contents.ts';
import {failures, folder, makeKey, sealed, signersOf} from './_seal-world.ts';

type Identity = {readonly file: string; readonly recipient: string};

const makeIdentity = async (): Promise<Identity> => {
	const identity = await generateIdentity();
	const file = join(await folder(), 'key.txt');
	await writeFile(file, `# created by a test\n${identity}\n`);
	return {file, recipient: await identityToRecipient(identity)};
};

const check = async (path: string, options: Parameters<typeof verifyAny>[1] = {}): Promise<string> => {
	const {findings, ok} = await verifyAny(path, options);
	return ok ? '' : failures(findings).join('\n');
};

test.serial('a zip beside the folder is taken by unzip, verified as it stands, and the same bytes each time in any time zone', async t => {
	const first = await sealed({seal: {zip: true}});
	t.deepEqual((await readdir(dirname(first))).toSorted(), ['case', 'case.zip']);
	const text = execFileSync('unzip', ['-t', `${first}.zip`], {encoding: 'utf8'});
	t.regex(text, /No errors detected/);
	t.regex(text, /case\/tagmanifest-sha256\.txt\.tsq/);
	t.is(await check(`${first}.zip`), '');
	process.env['TZ'] = 'Asia/Tokyo';
	const second = await sealed({seal: {zip: true}});
	delete process.env['TZ'];
	t.deepEqual(await readFile(`${first}.zip`), await readFile(`${second}.zip`));
	t.regex(execFileSync('unzip', ['-Z', '-T', `${first}.zip`], {encoding: 'utf8'}), /19800201\.000000/);
});

test('an encrypted package leaves no plain zip behind and opens with its identity only', async t => {
	const [mine, other] = [await makeIdentity(), await makeIdentity()];
	const key = await makeKey();
	const directory = await sealed({seal: {zip: true, encrypt: [mine.recipient], keys: [key]}});
	t.deepEqual((await readdir(dirname(directory))).toSorted(), ['case', 'case.zip.age']);
	const path = `${directory}.zip.age`;
	t.is(await check(path, {identity: mine.file, signers: await signersOf(key)}), '');
	t.is(await check(path, {identity: other.file}), 'encryption: it cannot be opened with this identity: it is encrypted to another one');
	await t.throwsAsync(verifyAny(path), {instanceOf: ExpectedError, message: 'this package is encrypted'});
	const bytes = await readFile(path);
	const torn = join(await folder(), 'torn.zip.age');
	await writeFile(torn, bytes.subarray(0, -40));
	t.regex(await check(torn, {identity: mine.file}), /^encryption: the encrypted file is torn or damaged/);
	bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100);
	await writeFile(torn, bytes);
	t.regex(await check(torn, {identity: mine.file}), /^encryption: the encrypted file is torn or damaged/);
});

test('the stock age program opens what was encrypted here, and what it encrypted verifies; the library stands in where it is not installed', async t => {
	const mine = await makeIdentity();
	const directory = await sealed({seal: {encrypt: [mine.recipient]}});
	const zip = join(await folder(), 'opened.zip');
	if (await hasAge()) {
		execFileSync('age', ['-d', '-i', mine.file, '-o', zip, `${directory}.zip.age`]);
		t.regex(execFileSync('age-keygen', ['-y', mine.file], {encoding: 'utf8'}), new RegExp(mine.recipient));
		const again = join(await folder(), 'again.zip.age');
		execFileSync('age', ['-r', mine.recipient, '-o', again, zip]);
		t.is(await check(again, {identity: mine.file}), '');
	} else {
		t.is(await decryptFile(`${directory}.zip.age`, {identity: mine.file, to: zip, start: 'age-encryption.org/v1', signal: undefined}), undefined);
	}

	t.is(await check(zip), '');
});

test('an SSH key is a recipient where there is an age program, beside others, and opens the package again', async t => {
	const [key, other, locked, mine] = [await makeKey(), await makeKey(), await makeKey('secret'), await makeIdentity()];
	const publicKey = (await readFile(`${key}.pub`, 'utf8')).trim();
	const target = join(await folder(), 'case');
	if (!await hasAge()) {
		await t.throwsAsync(writePackage(makeContents(), target, {seal: {encrypt: [publicKey]}}), {instanceOf: ExpectedError, message: /an SSH key needs the age program/});
		t.deepEqual(await readdir(dirname(target)), []);
		return;
	}

	await writePackage(makeContents(), target, {seal: {encrypt: [publicKey, mine.recipient, (await readFile(`${locked}.pub`, 'utf8')).trim()]}});
	t.deepEqual((await readdir(dirname(target))).toSorted(), ['case', 'case.zip.age']);
	const path = `${target}.zip.age`;
	t.is(await check(path, {identity: key}), '');
	t.is(await check(path, {identity: mine.file}), '');
	t.is(await check(path, {identity: other}), 'encryption: it cannot be opened with this identity: it is encrypted to another one');
	await t.throwsAsync(verifyAny(path, {identity: locked}), {instanceOf: ExpectedError, message: /has a passphrase/});
	const bytes = await readFile(path);
	const torn = join(await folder(), 'torn.zip.age');
	await writeFile(torn, bytes.subarray(0, -40));
	t.regex(await check(torn, {identity: key}), /^encryption: it cannot be opened with this SSH key: age says/);
});

test.serial('without an age program an SSH key is refused with what to do, and nothing is written', async t => {
	const target = join(await folder(), 'case');
	const [key, before] = [(await readFile(`${await makeKey()}.pub`, 'utf8')).trim(), process.env['PATH']];
	process.env['PATH'] = await folder();
	try {
		const error = await t.throwsAsync(writePackage(makeContents(), target, {seal: {encrypt: [key]}}), {instanceOf: ExpectedError, message: '--encrypt: an SSH key needs the age program, which is not on this machine'});
		t.regex(error.next ?? '', /apt install age.*begins with age1.*age -R/);
		t.is(error.exitCode, 2);
	} finally {
		process.env['PATH'] = before;
	}

	t.deepEqual(await readdir(dirname(target)), []);
});

test('recipients and identities that are none are usage, and nothing is written', async t => {
	const target = join(await folder(), 'case');
	for (const [recipient, message] of [['age1nonsense', /no age recipient/], ['ssh-ed25519 AAAA', await hasAge() ? /age takes no such recipient/ : /SSH key/], [await generateIdentity(), /the secret one/]] as const) {
		await t.throwsAsync(writePackage(makeContents(), target, {seal: {encrypt: [recipient]}}), {instanceOf: ExpectedError, message});
	}

	t.deepEqual(await readdir(dirname(target)), []);
	const mine = await makeIdentity();
	const directory = await sealed({seal: {encrypt: [mine.recipient]}});
	const nothing = join(await folder(), 'nothing');
	await writeFile(nothing, 'hello\n');
	await t.throwsAsync(verifyAny(`${directory}.zip.age`, {identity: nothing}), {instanceOf: ExpectedError, message: /no age identity/});
	await t.throwsAsync(verifyAny(nothing), {instanceOf: ExpectedError, message: /neither a folder, nor a zip/});
	await t.throwsAsync(verifyAny(directory, {signers: join(directory, 'data', 'README.txt')}), {instanceOf: ExpectedError, message: /from inside the package/});
});

test('an archive never replaces a file, and the folder is not written either', async t => {
	const target = join(await folder(), 'case');
	await writeFile(`${target}.zip`, 'mine');
	await t.throwsAsync(writePackage(makeContents(), target, {seal: {zip: true}}), {instanceOf: ExpectedError, message: /a file already/});
	t.is(await readFile(`${target}.zip`, 'utf8'), 'mine');
	t.deepEqual(await readdir(dirname(target)), ['case.zip']);
	await rm(`${target}.zip`);
	await writePackage(makeContents(), target);
	await sealPackage(target, {zip: true});
	t.is(await check(`${target}.zip`), '');
});

test('a torn zip, wherever it is torn, never verifies', async t => {
	const directory = await sealed({seal: {zip: true}});
	const bytes = await readFile(`${directory}.zip`);
	const path = join(await folder(), 'torn.zip');
	for (const length of [0, 3, 100, Math.floor(bytes.length / 2), bytes.length - 30, bytes.length - 1]) {
		await writeFile(path, bytes.subarray(0, length));
		t.regex(await check(path), /^archive: the zip is torn or damaged/, String(length));
	}

	const turned = Buffer.from(bytes);
	turned[200]! ^= 1;
	await writeFile(path, turned);
	t.not(await check(path), '');
});

const zipOf = async (members: ReadonlyArray<readonly [name: string, bytes: Buffer, mode?: number]>): Promise<string> => {
	const zip = new ZipFile();
	for (const [name, bytes, mode] of members) {
		zip.addBuffer(bytes, name, {mode: mode ?? 0o100600});
	}

	zip.end();
	const chunks: Buffer[] = [];
	for await (const chunk of zip.outputStream) {
		chunks.push(chunk as Buffer);
	}

	const path = join(await folder(), 'made.zip');
	await writeFile(path, Buffer.concat(chunks));
	return path;
};

/** yazl writes no hostile names: they are put into the finished bytes, in both places. */
const renamed = async (path: string, from: string, to: string): Promise<string> => {
	await writeFile(path, Buffer.from((await readFile(path)).toString('latin1').replaceAll(from, to), 'latin1'));
	return path;
};

test('members that climb out, links, doubles and hidden names are refused before anything is unpacked', async t => {
	const text = Buffer.from('hello');
	const cases: ReadonlyArray<readonly [string, RegExp]> = [
		[await renamed(await zipOf([['case/aa/bb/x.txt', text]]), 'case/aa/bb/x.txt', 'case/../../x.txt'), /its member case\/\.\.\/\.\.\/x\.txt leads out of the folder/],
		[await renamed(await zipOf([['xcase/x.txt', text]]), 'xcase/x.txt', '/case/x.txt'), /is absolute/],
		[await renamed(await zipOf([['case/x-x.txt', text]]), 'case/x-x.txt', String.raw`case\x-x.txt`), /has a backslash/],
		[await zipOf([['case/link', Buffer.from('/etc/passwd'), 0o120777]]), /case\/link is a link/],
		[await renamed(await zipOf([['case/a', text], ['case/b', text]]), 'case/b', 'case/a'), /two members called case\/a/],
		[await zipOf([['one/a', text], ['two/b', text]]), /does not hold one folder/],
		[await zipOf([['bagit.txt', text]]), /does not hold one folder/],
	];
	for (const [path, message] of cases) {
		t.regex(await check(path), message);
	}

	const once = await zipOf([['case/a', text]]);
	const bytes = await readFile(once);
	bytes.write('case/b', bytes.indexOf('case/a'), 'latin1');
	await writeFile(once, bytes);
	t.regex(await check(once), /has another name in its table of contents/);
});

test('a zip that was made to fill a disk is refused by what it claims, and stopped when it claims too little', async t => {
	const big = Buffer.alloc(400 * 1024 * 1024);
	t.regex(await check(await zipOf([['case/zeros', big]])), /made to fill a disk: .* would unpack to/);
	const small = await zipOf([['case/zeros', Buffer.alloc(1_000_000)]]);
	const bytes = await readFile(small);
	// The size that is claimed in the table of contents.
	bytes.writeUInt32LE(10, bytes.indexOf('PK\u0001\u0002', 0, 'latin1') + 24);
	await writeFile(small, bytes);
	t.regex(await check(small), /^archive: the zip is torn or damaged/);
});
