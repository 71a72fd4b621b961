import {createReadStream, createWriteStream} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {armor, Decrypter} from 'age-encryption';
import {ExpectedError} from '../../errors.ts';
import {decryptByAge} from './age-program.ts';
import {isDiskFault} from './unpack-zip.ts';
import {fromWeb, toWeb} from './web-stream.ts';

const identityText = async (path: string): Promise<string> => readFile(path, 'utf8').catch((error: unknown) => {
	throw new ExpectedError('the identity cannot be read', {where: path, next: 'Name the file that age-keygen made, or an SSH key.', cause: error});
});

/** Such files are for the age program. */
const isSshIdentity = (text: string): boolean => /^-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);

/** A file of age-keygen: identities in lines of their own, and comments. */
const decrypterOf = (path: string, text: string): Decrypter => {
	const lines = text.split(/\r?\n/).map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'));
	const decrypter = new Decrypter();
	try {
		for (const line of lines) {
			decrypter.addIdentity(line);
		}
	} catch (error) {
		throw new ExpectedError('this is no age identity', {where: path, next: 'An identity begins with AGE-SECRET-KEY-; an SSH key is a private one.', cause: error});
	}

	if (lines.length === 0) {
		throw new ExpectedError('there is no identity in this file', {where: path, next: 'An identity begins with AGE-SECRET-KEY-.'});
	}

	return decrypter;
};

const faultOf = (error: unknown): string => {
	const message = error instanceof Error ? error.message : String(error);
	return message.includes('no identity matched')
		? 'it cannot be opened with this identity: it is encrypted to another one'
		: `the encrypted file is torn or damaged (${message})`;
};

const isArmoured = (start: string): boolean => start.startsWith('-----BEGIN AGE ENCRYPTED FILE-----');

const cipherOf = async (path: string, start: string): Promise<Readable> =>
	isArmoured(start) ? Readable.from([armor.decode(await readFile(path, 'latin1'))]) : createReadStream(path);

type Decrypting = {readonly identity: string; readonly to: string; /** The first bytes of the file. */ readonly start: string; readonly signal: AbortSignal | undefined};

/** Decrypts a file of age into another. Gives what is wrong with it, or undefined. */
export const decryptFile = async (path: string, {identity, to, start, signal}: Decrypting): Promise<string | undefined> => {
	const text = await identityText(identity);
	if (isSshIdentity(text)) {
		return decryptByAge(path, {identity, to, signal});
	}

	const decrypter = decrypterOf(identity, text);
	try {
		const plain = await decrypter.decrypt(toWeb(await cipherOf(path, start)));
		await pipeline(fromWeb(plain), createWriteStream(to, {flags: 'wx', mode: 0o600}), {signal});
		return undefined;
	} catch (error) {
		if (isDiskFault(error) || signal?.aborted) {
			throw error;
		}

		return faultOf(error);
	}
};
