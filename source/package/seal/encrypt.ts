import type {Readable} from 'node:stream';
import {Encrypter} from 'age-encryption';
import {ExpectedError, usageError} from '../../errors.ts';
import {checkAgeRecipients, encryptedByAge} from './age-program.ts';
import {fromWeb, toWeb} from './web-stream.ts';

const isSshKey = (recipient: string): boolean => /^(?:ssh-|ecdsa-|sk-)/.test(recipient);

/** An encrypter for recipients of age, or a sentence that one of them is none. */
const encrypterFor = (recipients: readonly string[]): Encrypter => {
	const encrypter = new Encrypter();
	for (const recipient of recipients) {
		if (recipient.startsWith('AGE-SECRET-KEY-')) {
			throw usageError('--encrypt wants the public half of a key; this is the secret one', 'Give what stands behind "public key:" in the file of age-keygen. The secret one now stands in the history of your shell.');
		}

		try {
			encrypter.addRecipient(recipient);
		} catch (error) {
			throw new ExpectedError('--encrypt: this is no age recipient', {where: recipient, next: 'A recipient begins with age1; a missing letter makes it invalid.', exitCode: 2, cause: error});
		}
	}

	return encrypter;
};

/** Refuses what is no recipient before the long work. SSH keys are for the age program of the machine, where there is one. */
export const checkRecipients = async (recipients: readonly string[]): Promise<void> => {
	encrypterFor(recipients.filter(recipient => !isSshKey(recipient)));
	if (recipients.some(recipient => isSshKey(recipient))) {
		await checkAgeRecipients(recipients);
	}
};

/** The encrypted bytes: the plain ones are never on a disk. */
export const encrypted = async (plain: Readable, recipients: readonly string[]): Promise<Readable> => recipients.some(recipient => isSshKey(recipient))
	? encryptedByAge(plain, recipients)
	: fromWeb(await encrypterFor(recipients).encrypt(toWeb(plain)));
