import {constants} from 'node:fs';
import {access} from 'node:fs/promises';
import {dirname, resolve} from 'node:path';
import {ExpectedError} from '../errors.ts';
import {archivePath, checkArchivePlace} from '../package/seal/archive.ts';
import {checkRecipients} from '../package/seal/encrypt.ts';
import {checkKeys} from '../package/seal/sign.ts';
import {tryKey} from '../package/seal/try-key.ts';
import {checkTarget} from '../package/staging.ts';

/** Where a case file is to stand, and how it is to be sealed. */
export type PlannedExport = {readonly directory: string; readonly keys: readonly string[]; readonly recipients: readonly string[]; readonly zip: boolean};

/** What of it cannot be done. */
export type ExportFault = {readonly about: 'directory' | 'key' | 'recipients'; readonly error: unknown};

const checkPlace = async ({directory, zip, recipients}: PlannedExport): Promise<void> => {
	const target = resolve(directory);
	await checkTarget(target);
	const parent = dirname(target);
	await access(parent, constants.W_OK).catch((error: unknown) => {
		const {code} = error as NodeJS.ErrnoException;
		throw code === 'ENOENT' || code === 'ENOTDIR'
			? new ExpectedError('the folder that is to hold the case file does not exist', {where: parent, next: 'Make it first, or name another.', cause: error})
			: new ExpectedError(code === 'EROFS' ? 'this disk is read-only' : 'this folder may not be written to', {where: parent, next: 'Name a folder of your own.', cause: error});
	});
	const archive = archivePath(target, {zip, encrypt: recipients});
	if (archive !== undefined) {
		await checkArchivePlace(archive);
	}
};

const checkEachRecipient = async ({recipients}: PlannedExport): Promise<void> => {
	for (const recipient of recipients) {
		try {
			await checkRecipients([recipient]);
		} catch (error) {
			// What is missing for an SSH key is said in its own words, without the name of the option.
			throw error instanceof ExpectedError && recipient.startsWith('ssh-') ? new ExpectedError(error.message.replace('--encrypt: ', ''), {next: error.next, cause: error}) : new ExpectedError('this is no age recipient', {where: recipient, next: 'A recipient begins with age1; a missing letter makes it invalid.', cause: error});
		}
	}
};

/** All that can be known to fail before the long work begins, one part at a time; undefined: nothing is. */
export const checkExport = async (plan: PlannedExport, signal?: AbortSignal): Promise<ExportFault | undefined> => {
	const parts: ReadonlyArray<readonly [ExportFault['about'], () => void | Promise<void>]> = [
		['directory', async () => checkPlace(plan)],
		['key', async () => {
			await checkKeys(plan.keys);
			await Promise.all(plan.keys.map(async key => tryKey(key, signal)));
		}],
		['recipients', async () => checkEachRecipient(plan)],
	];
	for (const [about, check] of parts) {
		try {
			await check();
		} catch (error) {
			return {about, error};
		}
	}

	return undefined;
};
