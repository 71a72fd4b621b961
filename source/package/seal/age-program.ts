import {Readable} from 'node:stream';
import {execa} from 'execa';
import {ExpectedError} from '../../errors.ts';

/*
SSH keys are for the machine's own `age`: the library reads age's keys alone. The program asks nothing, since it gets no terminal; what it reads and writes is a stream.
*/

const install = 'Install it (Debian: apt install age; macOS: brew install age), ask the receiver for a recipient that begins with age1, or encrypt the file of --zip elsewhere: age -R KEY.pub.';

/** What age says that is wrong, in its words. */
const said = (stderr: string): string => /^age: error: (.*)$/m.exec(stderr)?.[1] ?? 'nothing';

/** True where age can be run at all. */
export const hasAge = async (): Promise<boolean> => {
	const {code} = await execa('age', ['--version'], {reject: false, stdin: 'ignore', timeout: 60_000});
	return code !== 'ENOENT';
};

const named = (recipients: readonly string[]): readonly string[] => recipients.flatMap(recipient => ['-r', recipient]);

/** Refuses recipients that age does not take, before the long work. */
export const checkAgeRecipients = async (recipients: readonly string[]): Promise<void> => {
	if (!await hasAge()) {
		throw new ExpectedError('--encrypt: an SSH key needs the age program, which is not on this machine', {next: install, exitCode: 2});
	}

	const {failed, stderr} = await execa('age', named(recipients), {reject: false, input: '', encoding: 'buffer', timeout: 60_000, detached: true});
	if (failed) {
		throw new ExpectedError('--encrypt: age takes no such recipient', {where: said(Buffer.from(stderr).toString('utf8')), next: 'Give a line of a .pub file that begins with ssh-ed25519 or ssh-rsa, or a recipient that begins with age1.', exitCode: 2});
	}
};

const encryptedChunks = async function * (plain: Readable, recipients: readonly string[]): AsyncGenerator<Uint8Array> {
	const child = execa('age', named(recipients), {reject: false, input: plain, buffer: {stdout: false}, encoding: 'buffer', detached: true});
	try {
		yield * child.stdout as AsyncIterable<Uint8Array>;
		const {failed, stderr} = await child;
		if (failed) {
			throw new ExpectedError('the archive was not encrypted: age ended with a fault', {where: said(Buffer.from(stderr).toString('utf8')), next: 'Encrypt the file of --zip with age by hand, to see what it says.'});
		}
	} finally {
		child.kill();
	}
};

/** The encrypted bytes; the stream ends with an error where age does. */
export const encryptedByAge = (plain: Readable, recipients: readonly string[]): Readable => Readable.from(encryptedChunks(plain, recipients), {objectMode: false});

/** Decrypts a file with an SSH key. Gives what is wrong, or undefined. */
export const decryptByAge = async (path: string, {identity, to, signal}: {readonly identity: string; readonly to: string; readonly signal: AbortSignal | undefined}): Promise<string | undefined> => {
	if (!await hasAge()) {
		throw new ExpectedError('an SSH key needs the age program, which is not on this machine', {where: identity, next: 'Install it (Debian: apt install age; macOS: brew install age), or decrypt the file elsewhere and verify the zip.'});
	}

	const {failed, stderr} = await execa('age', ['-d', '-i', identity, '-o', to, path], {reject: false, stdin: 'ignore', detached: true, ...(signal ? {cancelSignal: signal} : {})});
	signal?.throwIfAborted();
	if (!failed) {
		return undefined;
	}

	const words = said(stderr);
	if (/passphrase/.test(words)) {
		throw new ExpectedError('this SSH key has a passphrase, and nobody is asked for it here', {where: identity, next: 'Decrypt it by hand, and verify the zip: age -d -i KEY FILE.zip.age > FILE.zip.'});
	}

	return /no identity matched/.test(words) ? 'it cannot be opened with this identity: it is encrypted to another one' : `it cannot be opened with this SSH key: age says "${words}"`;
};
