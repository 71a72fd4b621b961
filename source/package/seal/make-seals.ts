import {createHash} from 'node:crypto';
import {readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {covering, requestName, responseName, signatureName, signatureNumber, signersName} from './seal-names.ts';
import {principalOf, signFile, signerLine} from './sign.ts';
import {timestampRequest} from './timestamp-request.ts';
import {checkTimestamp} from './verify-timestamp.ts';

export type SealRequest = {
	/** Key files; the first is of the one who seals. */
	readonly keys?: readonly string[];
	/** Who seals; named in allowed_signers beside the first key. */
	readonly investigator?: string;
	/** A file with an authority's answer. */
	readonly timestampResponse?: string;
	readonly signal?: AbortSignal;
};

const answerOf = async (path: string, sha256: string): Promise<Buffer> => {
	const bytes = await readFile(path).catch((error: unknown) => {
		throw new ExpectedError('the answer of the time-stamp authority cannot be read', {where: path, cause: error});
	});
	const finding = checkTimestamp(bytes, sha256);
	if (!finding.ok) {
		throw new ExpectedError(`the answer was not attached: ${finding.message}`, {where: path, next: `Send ${requestName} of this case file to the authority, and attach what it answers: whosaw export --output DIR --timestamp-response FILE.`});
	}

	return bytes;
};

/** The seals that a bag is to get, by the names of their files. Nothing is written here, so that all are made before the first is. */
export const makeSeals = async (directory: string, {keys = [], investigator, timestampResponse, signal}: SealRequest): Promise<ReadonlyMap<string, string | Uint8Array>> => {
	const sha256 = createHash('sha256').update(await readFile(join(directory, covering))).digest('hex');
	const seals = new Map<string, string | Uint8Array>([[requestName, timestampRequest(sha256)]]);
	if (timestampResponse !== undefined) {
		seals.set(responseName, await answerOf(timestampResponse, sha256));
	}

	const present = (await readdir(directory)).map(name => signatureNumber(name) ?? 0);
	const before = Math.max(0, ...present);
	let signers = before === 0 ? '' : await readFile(join(directory, signersName), 'utf8').catch(() => '');
	const signatures: Array<readonly [name: string, text: string]> = [];
	for (const [index, key] of keys.entries()) {
		const number = before + index + 1;
		const {text, signature} = await signFile(join(directory, covering), key, signal);
		signatures.push([signatureName(number), text]);
		// A further key is another person's, whose name is not known here.
		signers += signerLine(index === 0 ? principalOf(investigator) : `signer-${number}`, signature);
	}

	// The list first: a signature without its key in the list would look like damage.
	return keys.length === 0 ? seals : new Map([...seals, [signersName, signers], ...signatures]);
};
