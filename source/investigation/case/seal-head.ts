import {createHash} from 'node:crypto';
import {mkdir, readFile, readdir} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import type {JournalLine} from '../../case/journal-line.ts';
import {ExpectedError} from '../../errors.ts';
import {writeHashedFile} from '../../package/hashed-file.ts';
import {checkKeys, principalOf, signerLine, signFile} from '../../package/seal/sign.ts';
import {timestampRequest} from '../../package/seal/timestamp-request.ts';
import {checkTimestamp} from '../../package/seal/verify-timestamp.ts';
import type {Case} from './open-case.ts';

/*
A journal in one pair of hands proves the order of its acts, not their time: who holds it could write it anew. A head that was signed and
time-stamped stands outside of those hands. The head is the hash of the last act, which covers all acts before it.
*/

/** Where the heads of a case are. */
const headsFolder = (folder: string): string => join(folder, 'heads');

const headText = ({seq, hash, at}: JournalLine): string => `whosaw case journal, head\nact ${seq}\nhash ${hash}\nat ${at}\n`;

const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export {checkKeys} from '../../package/seal/sign.ts';

/** Signs the head of the journal as it is now, and writes the request for a time stamp beside it. Gives the path of the head. */
export const sealHead = async ({folder, lines}: Case, {keys, investigator, signal}: {readonly keys: readonly string[]; readonly investigator: string; readonly signal?: AbortSignal}): Promise<string> => {
	await checkKeys(keys);
	const last = lines.at(-1)!;
	const path = join(headsFolder(folder), `head-${last.seq}.txt`);
	await mkdir(dirname(path), {recursive: true, mode: 0o700});
	const text = headText(last);
	await writeHashedFile(path, [text], signal);
	await writeHashedFile(`${path}.tsq`, [timestampRequest(sha256(text))], signal);
	for (const [index, key] of keys.entries()) {
		const {text: signed, signature} = await signFile(path, key, signal);
		const suffix = index === 0 ? '' : `.${index + 1}`;
		await writeHashedFile(`${path}${suffix}.sig`, [signed], signal);
		await writeHashedFile(`${path}${suffix}.allowed_signers`, [signerLine(index === 0 ? principalOf(investigator) : `signer-${index + 1}`, signature)], signal);
	}

	return path;
};

/** The heads of a case with their seals, by the names of their files. */
export const headsOf = async (folder: string): Promise<ReadonlyMap<string, Uint8Array>> => {
	const entries = await readdir(headsFolder(folder), {withFileTypes: true}).catch(() => []);
	const heads = new Map<string, Uint8Array>();
	for (const name of entries.filter(entry => entry.isFile()).map(entry => entry.name).toSorted()) {
		heads.set(name, await readFile(join(headsFolder(folder), name)));
	}

	return heads;
};

/** Attaches the answer of a time-stamp authority to the head that it is of. Gives the path of the answer in the case. */
export const attachHeadAnswer = async (folder: string, answer: string): Promise<string> => {
	const bytes = await readFile(answer).catch((error: unknown) => {
		throw new ExpectedError('the answer of the time-stamp authority cannot be read', {where: answer, cause: error});
	});
	const names = (await readdir(headsFolder(folder)).catch(() => [])).filter(name => /^head-\d+\.txt$/.test(name));
	let why = 'no head of this journal was signed yet';
	for (const name of names) {
		const path = join(headsFolder(folder), name);
		const finding = checkTimestamp(bytes, sha256(await readFile(path)), name);
		if (finding.ok) {
			await writeHashedFile(`${path}.tsr`, [bytes]);
			return `${path}.tsr`;
		}

		why = finding.message;
	}

	throw new ExpectedError(`the answer was not attached: ${why}`, {where: answer, next: 'Sign the head first (whosaw case review DIR --sign KEY), and send its .tsq to the authority.'});
};
