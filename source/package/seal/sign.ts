import {readFile, stat} from 'node:fs/promises';
import {ExpectedError} from '../../errors.ts';
import {namespace} from './seal-names.ts';
import {hasKeygen, runKeygen} from './ssh-keygen.ts';
import {parseSshSignature, type SshSignature} from './ssh-signature.ts';

/** The words of ssh-keygen → ours. */
const faults: ReadonlyArray<readonly [pattern: RegExp, message: string, next: string]> = [
	[/UNPROTECTED PRIVATE KEY|permissions? .*too open/i, 'ssh-keygen refuses this key: others can read its file', 'Make it yours alone: chmod 600 KEY.'],
	[/incorrect passphrase/i, 'this key has a passphrase, and no agent holds the key', 'Start an agent and add it, then export again: eval "$(ssh-agent)" && ssh-add KEY.'],
	[/No private key found|agent refused/i, 'this is the public half of a key, and neither an agent nor the file beside it has the private half', 'Add the key to the agent (ssh-add), plug it in, or name the private key.'],
	[/waited for a minute/, 'the key did not answer within a minute', 'If it is on a stick, plug it in and touch it when it blinks.'],
	[/Couldn't load public key|invalid format|error in libcrypto/i, 'this is no SSH key', 'Name a key as ssh-keygen makes it, such as ~/.ssh/id_ed25519.'],
	[/unknown option|illegal option|Usage:/i, 'this ssh-keygen is too old to sign', 'Install OpenSSH 8.1 or newer.'],
];

/** Why a key did not sign, in our words. */
export const signingError = (key: string, stderr: string): ExpectedError => {
	const fault = faults.find(([pattern]) => pattern.test(stderr));
	const said = stderr.trim().split('\n').at(-1) ?? '';
	return new ExpectedError(`the case file was not signed: ${fault?.[1] ?? `ssh-keygen said "${said}"`}`, {where: key, next: fault?.[2] ?? 'Try the key by itself: ssh-keygen -Y sign -n test -f KEY FILE.'});
};

/** What can be known of the keys before the long work begins. */
export const checkKeys = async (keys: readonly string[]): Promise<void> => {
	for (const key of keys) {
		const status = await stat(key).catch((error: unknown) => {
			throw new ExpectedError('there is no such key', {where: key, next: 'Name the file of an SSH key, private or public, such as ~/.ssh/id_ed25519.', cause: error});
		});
		if (!status.isFile()) {
			throw new ExpectedError('this is no key', {where: key, next: 'Name the file of an SSH key.'});
		}
	}

	if (keys.length > 0 && !await hasKeygen()) {
		throw new ExpectedError('the case file cannot be signed: there is no ssh-keygen on this machine', {next: 'Install OpenSSH 8.1 or newer, or export without --sign.'});
	}
};

export type Signed = {readonly text: string; readonly signature: SshSignature};

/** Signs the bytes of the file `path`, read here, with a key file or the agent that holds it. */
export const signFile = async (path: string, key: string, signal?: AbortSignal): Promise<Signed> => {
	const input = await readFile(path);
	// An empty passphrase is given: a key that has one fails at once, and no prompt appears.
	const {ok, stdout, stderr} = await runKeygen(['-Y', 'sign', '-P', '', '-f', key, '-n', namespace], {input, signal});
	const text = `${stdout.trimEnd()}\n`;
	const signature = parseSshSignature(text);
	if (!ok || !signature) {
		throw signingError(key, stderr);
	}

	return {text, signature};
};

/** Who signs, in one word as ssh-keygen wants it behind `-I`: the e-mail, else the name. */
export const principalOf = (investigator: string | undefined): string => {
	const email = /<([^<>\s]+@[^<>\s]+)>/.exec(investigator ?? '')?.[1];
	const word = (email ?? (investigator ?? '').replaceAll('.', ' ')).trim().replaceAll(/[^\p{L}\p{N}@.+-]+/gu, '-').replaceAll(/^-+|-+$/g, '');
	return word === '' ? 'signer' : word;
};

/** One line of allowed_signers. */
export const signerLine = (principal: string, {keyType, publicKey}: SshSignature): string => `${principal} namespaces="${namespace}" ${keyType} ${publicKey}\n`;
