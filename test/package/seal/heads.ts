import {cp, mkdir, readFile, readdir, rename, rm, writeFile} from 'node:fs/promises';
import {createHash} from 'node:crypto';
import {join} from 'node:path';
import test from 'ava';
import {ExpectedError} from '../../../source/errors.ts';
import {signFile} from '../../../source/package/seal/sign.ts';
import {timestampRequest} from '../../../source/package/seal/timestamp-request.ts';
import {verifyPackage} from '../../../source/package/verify-package.ts';
import {writePackage} from '../../../source/package/write-package.ts';
import {makeContents} from '../_contents.ts';
import {failures, folder, makeAuthority, makeKey, messageOf, signersOf} from './_seal-world.ts';

const {case: {journal}} = makeContents();
const textOf = (seq: number, hash: string): string => `whosaw case journal, head\nact ${seq}\nhash ${hash}\nat 2020-10-26T11:00:00.000Z\n`;

type Heads = ReadonlyMap<string, Uint8Array>;

/** The head of an act, signed and time-stamped. */
const sealedHead = async (key: string, seq = 3, text = textOf(seq, journal[seq - 1]!.hash)): Promise<Heads> => {
	const [place, name] = [await folder(), `head-${seq}.txt`];
	const path = join(place, name);
	await writeFile(path, text);
	await writeFile(`${path}.tsq`, timestampRequest(createHash('sha256').update(text).digest('hex')));
	(await makeAuthority()).answer(`${path}.tsq`, `${path}.tsr`);
	const {text: signature} = await signFile(path, key);
	await writeFile(`${path}.sig`, signature);
	return new Map(await Promise.all((await readdir(place)).map(async file => [file, await readFile(join(place, file))] as const)));
};

const packed = async (heads: Heads, audience: 'law-enforcement' | 'regulator' = 'law-enforcement'): Promise<string> => {
	const directory = join(await folder(), 'case');
	await writePackage(makeContents({heads, audience}), directory);
	return directory;
};

test('a sealed head goes with the package to investigators, changes no byte that is signed, and is checked with its seals', async t => {
	const key = await makeKey();
	const heads = await sealedHead(key);
	const [directory, without] = [await packed(heads), await packed(new Map())];
	t.deepEqual((await readdir(join(directory, 'heads'))).toSorted(), ['head-3.txt', 'head-3.txt.sig', 'head-3.txt.tsq', 'head-3.txt.tsr']);
	t.deepEqual(await readFile(join(directory, 'tagmanifest-sha256.txt')), await readFile(join(without, 'tagmanifest-sha256.txt')));
	const {ok, findings} = await verifyPackage(directory);
	t.true(ok, failures(findings).join('\n'));
	t.regex(messageOf(findings, 'heads'), /^heads\/head-3\.txt is of act 3 of the journal\nheads\/head-3\.txt\.sig fits; it is by the key SHA256:[^\n]*\nheads\/head-3\.txt\.tsr: it existed at .*CN=Example TSA/);
	t.false((await readdir(await packed(heads, 'regulator'))).includes('heads'));
	const known = await verifyPackage(await packed(heads), {signers: await signersOf(key)});
	t.regex(messageOf(known.findings, 'heads'), /head-3\.txt\.sig is by rivera@example\.com/);
});

test('a head of a later act stays behind, and one that is not of this journal is refused before anything is written', async t => {
	const key = await makeKey();
	t.false((await readdir(await packed(await sealedHead(key, 9, textOf(9, 'ab'.repeat(32)))))).includes('heads'));
	const target = join(await folder(), 'case');
	const error = await t.throwsAsync(writePackage(makeContents({heads: await sealedHead(key, 2, textOf(2, 'ab'.repeat(32)))}), target), {instanceOf: ExpectedError});
	t.regex(error.message, /a signed head is not of this journal: act 2 has the hash/);
	t.deepEqual(await readdir(join(target, '..')), []);
});

test('each damage of a head is told by a message of its own', async t => {
	const [key, other] = [await makeKey(), await makeKey()];
	const whole = await packed(await sealedHead(key));
	const foreign = await sealedHead(other, 3, textOf(3, 'cd'.repeat(32)));
	const damages: ReadonlyArray<readonly [name: string, damage: (heads: string) => Promise<void>, message: RegExp]> = [
		['another journal', async place => writeFile(join(place, 'head-3.txt'), foreign.get('head-3.txt')!), /^heads: heads\/head-3\.txt is of another journal: act 3 has the hash (cd){32} in the head and [\da-f]{64} in the journal/],
		['another act', async place => {
			for (const name of await readdir(place)) {
				await rename(join(place, name), join(place, name.replace('3', '2')));
			}
		}, /^heads: heads\/head-2\.txt is no head of act 2 of a journal/],
		['an act that is not there', async place => {
			await rm(place, {recursive: true});
			await mkdir(place);
			await writeFile(join(place, 'head-7.txt'), textOf(7, 'ab'.repeat(32)));
		}, /^heads: heads\/head-7\.txt is of act 7, which the journal of this package does not have/],
		['another time', async place => writeFile(join(place, 'head-3.txt'), (await readFile(join(place, 'head-3.txt'), 'utf8')).replace('2020', '2019')), /^heads: heads\/head-3\.txt\.sig does not fit: heads\/head-3\.txt is not what the key SHA256:\S+ signed/],
		['a torn signature', async place => writeFile(join(place, 'head-3.txt.sig'), 'x'), /^heads: heads\/head-3\.txt\.sig is damaged, or no SSH signature/],
		['another answer', async place => writeFile(join(place, 'head-3.txt.tsr'), foreign.get('head-3.txt.tsr')!), /^heads: heads\/head-3\.txt\.tsr: the time stamp is of something else/],
		['another request', async place => writeFile(join(place, 'head-3.txt.tsq'), foreign.get('head-3.txt.tsq')!), /^heads: heads\/head-3\.txt\.tsq is no request for the digest/],
		['a missing head', async place => rm(join(place, 'head-3.txt')), /^heads: missing: heads\/head-3\.txt, of which heads\/head-3\.txt\.sig is a seal/],
		['a strange file', async place => writeFile(join(place, 'note\u001B.txt'), ''), /^heads: additional: heads\/note␛\.txt is no file of a head/],
	];
	t.true((await verifyPackage(whole)).ok);
	for (const [name, damage, message] of damages) {
		const copy = join(await folder(), 'case');
		await cp(whole, copy, {recursive: true});
		await damage(join(copy, 'heads'));
		const {ok, findings} = await verifyPackage(copy);
		t.false(ok, name);
		t.true(failures(findings).some(each => message.test(each)), `${name}: ${failures(findings).join('\n')}`);
	}

	const stranger = await verifyPackage(whole, {signers: await signersOf(other)});
	t.true(failures(stranger.findings).some(each => each.startsWith('heads: heads/head-3.txt.sig is by another key')));
});
