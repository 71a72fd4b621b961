import {readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {generateIdentity, identityToRecipient} from 'age-encryption';
import test from 'ava';
import {verifyAny} from '../../../source/package/seal/verify-archive.ts';
import {killed, moments} from '../../helpers/kill.ts';
import {failures, folder, makeKey} from './_seal-world.ts';

test(`killed with -9 while exporting, at ${moments} random moments, there is never a half package in its place`, async t => {
	t.timeout(moments * 20_000);
	const [key, identity] = [await makeKey(), await generateIdentity()];
	const identityFile = join(await folder(), 'identity');
	await writeFile(identityFile, identity);
	let [whole, torn] = [0, 0];
	for (let moment = 0; moment < moments; moment++) {
		const place = await folder();
		// The last one alone can be half done; several are let through, so that their seals are met too.
		const said = await killed('test/package/seal/_exporting-child.ts', [place, key, await identityToRecipient(identity)], Math.random() * 800);
		const names = (await readdir(place)).toSorted();
		for (const name of said.filter(line => line.startsWith('case-')).map(line => line.slice(0, -1))) {
			t.true(names.includes(name), `${name} was said to be done`);
		}

		for (const name of names) {
			if (/^\.case-\d+\.partial-[\da-f]+(\.zip)?$/.test(name)) {
				torn++;
				continue;
			}

			t.regex(name, /^case-\d+(\.zip|\.zip\.age)?$/);
			const {findings} = await verifyAny(join(place, name), {identity: identityFile});
			t.deepEqual(failures(findings), [], name);
			whole++;
		}

		await rm(place, {recursive: true});
	}

	t.log(`${whole} whole, ${torn} unfinished`);
	t.true(whole + torn > 0);
});
