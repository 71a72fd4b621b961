import {execFileSync} from 'node:child_process';
import {mkdtemp, readFile, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {writePackage, type WriteOptions} from '../../../source/package/write-package.ts';
import type {Finding} from '../../../source/package/finding.ts';
import {makeContents} from '../_contents.ts';

/* Keys, a time-stamp authority of our own, and packages sealed with them. */

export const folder = async (): Promise<string> => mkdtemp(join(tmpdir(), 'whosaw-seal-'));

export const sealed = async (options: WriteOptions = {}): Promise<string> => {
	const directory = join(await folder(), 'case');
	await writePackage(makeContents(), directory, options);
	return directory;
};

/** A new key without a passphrase, or with one. */
export const makeKey = async (passphrase = '', type = 'ed25519'): Promise<string> => {
	const path = join(await folder(), 'key');
	execFileSync('ssh-keygen', ['-q', '-t', type, '-N', passphrase, '-C', 'test', '-f', path]);
	return path;
};

/** The list of a receiver who knows this key. */
export const signersOf = async (key: string, namespaces = 'whosaw-casefile@v1'): Promise<string> => {
	const list = join(await folder(), 'signers');
	await writeFile(list, `rivera@example.com namespaces="${namespaces}" ${await readFile(`${key}.pub`, 'utf8')}`);
	return list;
};

const configuration = `
[req]
distinguished_name = name
[name]
[authority]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
[plain]
keyUsage = digitalSignature
[tsa]
default_tsa = one
[one]
serial = ./serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
`;

export type Authority = {readonly answer: (request: string, to: string) => void; readonly certificate: string};

/** A time-stamp authority of this machine, of the openssl that is installed. */
export const makeAuthority = async (subject = '/O=Example Time/CN=Example TSA', extensions = 'authority'): Promise<Authority> => {
	const cwd = await folder();
	await writeFile(join(cwd, 'tsa.conf'), configuration);
	await writeFile(join(cwd, 'serial'), '01\n');
	execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem', '-out', 'tsa.pem', '-days', '30', '-subj', subject, '-config', 'tsa.conf', '-extensions', extensions], {cwd, stdio: 'ignore'});
	return {
		certificate: join(cwd, 'tsa.pem'),
		answer(request, to) {
			execFileSync('openssl', ['ts', '-reply', '-config', 'tsa.conf', '-queryfile', request, '-signer', 'tsa.pem', '-inkey', 'key.pem', '-out', to], {cwd, stdio: 'ignore'});
		},
	};
};

/** What did not hold, as `check: message`. */
export const failures = (findings: readonly Finding[]): readonly string[] => findings.filter(({ok}) => !ok).map(({check, message}) => `${check}: ${message}`);

export const messageOf = (findings: readonly Finding[], check: Finding['check']): string => findings.filter(finding => finding.check === check).map(({message}) => message).join('\n');
