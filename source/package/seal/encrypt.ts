import type {Readable} from 'node:stream';
import {Encrypter} from 'age-encryption';
import {ExpectedError, usageError} from '../../errors.ts';
import {fromWeb, toWeb} from './web-stream.ts';

/** An encrypter for these recipients, or a sentence that one of them is none. */
export const encrypterFor = (recipients: readonly string[]): Encrypter => {
	const encrypter = new Encrypter();
	for (const recipient of recipients) {
		if (recipient.startsWith('AGE-SECRET-KEY-')) {
			throw usageError('--encrypt wants the public half of a key; this is the secret one', 'Give what stands behind "public key:" in the file of age-keygen. The secret one now stands in the history of your shell.');
		}

		if (/^(ssh-|ecdsa-)/.test(recipient)) {
			throw usageError('--encrypt takes age recipients; this is an SSH key', 'Ask the receiver for a recipient that begins with age1, or encrypt the file of --zip with age -R.');
		}

		try {
			encrypter.addRecipient(recipient);
		} catch (error) {
			throw new ExpectedError('--encrypt: this is no age recipient', {where: recipient, next: 'A recipient begins with age1; a missing letter makes it invalid.', exitCode: 2, cause: error});
		}
	}

	return encrypter;
};

/** The encrypted bytes: the plain ones are never on a disk. */
export const encrypted = async (plain: Readable, recipients: readonly string[]): Promise<Readable> => {
	const bytes = await encrypterFor(recipients).encrypt(toWeb(plain));
	return fromWeb(bytes);
};
