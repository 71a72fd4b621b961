import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {visibleText} from '../../document/visible-text.ts';
import {fail, pass, warn, type Finding} from '../finding.ts';
import {covering, namespace, signatureNumber, signersName} from './seal-names.ts';
import {hasKeygen, runKeygen} from './ssh-keygen.ts';
import {parseSshSignature, type SshSignature} from './ssh-signature.ts';
import type {Sealed} from './verify-timestamp.ts';

const check = 'signature';

export type SignatureOptions = {
	/** A list of signers (`man ssh-keygen`, ALLOWED SIGNERS) that came by another way than the case file. */
	readonly signers?: string;
	readonly signal?: AbortSignal;
};

/** Who of the list may have made it: the first name that the list has for this key. Undefined: nobody. */
const signerOf = async (signature: string, list: string, signal: AbortSignal | undefined): Promise<string | undefined> => {
	const {ok, stdout} = await runKeygen(['-Y', 'find-principals', '-s', signature, '-f', list], {input: Buffer.alloc(0), signal});
	return ok ? stdout.split('\n')[0]?.trim() || undefined : undefined;
};

type Read = {readonly name: string; readonly path: string; readonly input: Buffer; readonly signature: SshSignature};

const whose = async ({name, path, input, signature}: Read, {signers, signal}: SignatureOptions): Promise<Finding> => {
	const {fingerprint, keyType} = signature;
	const key = `${visibleText(fingerprint)} (${visibleText(keyType)})`;
	if (signers === undefined) {
		return warn(check, `${name} fits; it is by the key ${key}. Whose key that is was not checked: the package's own ${signersName} proves nothing. Compare the fingerprint with the signer by another way, or give --signers FILE`);
	}

	const signer = await signerOf(path, signers, signal);
	if (signer === undefined) {
		return fail(check, `${name} is by another key: ${key} is not in ${visibleText(signers)} as one that may sign case files now`);
	}

	const {ok} = await runKeygen(['-Y', 'verify', '-f', signers, '-I', signer, '-n', namespace, '-s', path], {input, signal});
	return ok
		? pass(check, `${name} is by ${visibleText(signer)} of ${visibleText(signers)}, with the key ${key}`)
		: fail(check, `${name} is by ${key}, which ${visibleText(signers)} does not let sign case files`);
};

/** A signature of a file, both by their paths in the bag. */
export type Signed = {readonly name: string; readonly covered: string; readonly directory: string};

/** Whether a signature fits the file that it covers, and whose it is. */
export const checkSignature = async ({name, covered, directory}: Signed, options: SignatureOptions): Promise<Finding> => {
	if (options.signers === undefined && !await hasKeygen()) {
		return warn(check, `${name} was not checked: there is no ssh-keygen on this machine`);
	}

	const path = join(directory, name);
	const signature = parseSshSignature(await readFile(path, 'latin1'));
	if (!signature) {
		return fail(check, `${name} is damaged, or no SSH signature`);
	}

	if (signature.namespace !== namespace) {
		return fail(check, `${name} was made for something else: its namespace is "${visibleText(signature.namespace)}", not "${namespace}"`);
	}

	const input = await readFile(join(directory, covered));
	const {ok} = await runKeygen(['-Y', 'check-novalidate', '-n', namespace, '-s', path], {input, signal: options.signal});
	return ok ? whose({name, path, input, signature}, options) : fail(check, `${name} does not fit: ${covered} is not what the key ${visibleText(signature.fingerprint)} signed`);
};

/** The package's own list is for those who check by hand; a list that names other keys would mislead them. */
const checkOwnList = async (names: readonly string[], {directory, files}: Sealed): Promise<readonly Finding[]> => {
	if (!files.has(signersName)) {
		return [];
	}

	const list = await readFile(join(directory, signersName), 'utf8');
	const keys = new Set(list.split('\n').flatMap(line => line.split(/\s+/)));
	const strangers: string[] = [];
	for (const name of names) {
		const signature = parseSshSignature(await readFile(join(directory, name), 'latin1'));
		if (signature && !keys.has(signature.publicKey)) {
			strangers.push(name);
		}
	}

	return strangers.map(name => fail(check, `${signersName} was changed: it does not name the key of ${name}`));
};

/** Every signature of a package, one finding each. */
export const verifySignatures = async (sealed: Sealed, options: SignatureOptions = {}): Promise<readonly Finding[]> => {
	const names = [...sealed.files.keys()].filter(path => signatureNumber(path) !== undefined).toSorted((a, b) => signatureNumber(a)! - signatureNumber(b)!);
	if (names.length === 0) {
		return [options.signers === undefined
			? warn(check, `it is not signed: compare the sha256 of ${covering} with the sender by another way`)
			: fail(check, 'it is not signed: no signer of the list is behind it')];
	}

	if (!sealed.files.has(covering)) {
		return [fail(check, `${covering}, which was signed, is missing`)];
	}

	const findings: Finding[] = [];
	for (const name of names) {
		findings.push(await checkSignature({name, covered: covering, directory: sealed.directory}, options));
	}

	return [...findings, ...await checkOwnList(names, sealed)];
};
