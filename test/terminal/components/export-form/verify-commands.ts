import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {signerIn} from '../../../../source/investigation/export-outline.ts';
import {writePackage} from '../../../../source/package/write-package.ts';
import {verifyCommands} from '../../../../source/terminal/components/export-form/verify-commands.ts';
import {makeContents} from '../../../package/_contents.ts';

test('the commands check a signed and zipped case file as they stand, whatever its folder is called', async t => {
	const folder = mkdtempSync(join(tmpdir(), 'whosaw-commands-'));
	t.teardown(() => {
		rmSync(folder, {recursive: true, force: true});
	});
	execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, 'key')]);
	for (const name of ['plain', '-it\'s "here" $HOME']) {
		const directory = join(folder, name);
		await writePackage(makeContents(), directory, {seal: {keys: [join(folder, 'key')], investigator: 'J. Rivera <rivera@example.com>', zip: true}});
		const commands = verifyCommands({directory: name, keys: ['key'], recipients: [], zip: true, signer: await signerIn(directory)});
		t.is(commands.length, 4);
		for (const command of commands.filter(each => !each.startsWith('whosaw '))) {
			t.notThrows(() => execFileSync('bash', ['-c', command], {cwd: folder, stdio: 'pipe'}), command);
		}

		t.regex(commands[1]!, /-I rivera@example\.com /);
		t.true(readFileSync(join(directory, 'allowed_signers'), 'utf8').startsWith('rivera@example.com '));
	}
});

test('of a case file that nobody signed no signature is checked, and an encrypted one is opened first', t => {
	t.deepEqual(verifyCommands({directory: 'out/', keys: [], recipients: ['age1x'], zip: true, signer: undefined}), [
		'(cd out && sha256sum -c --strict manifest-sha256.txt && sha256sum -c --strict tagmanifest-sha256.txt)', 'age -d -i key.txt out.zip.age > out.zip', 'whosaw verify out',
	]);
});
