import {access} from 'node:fs/promises';
import {ExpectedError} from '../../errors.ts';
import {archivePath, checkArchivePlace, type ArchiveRequest} from './archive.ts';
import {checkRecipients} from './encrypt.ts';
import type {SealRequest} from './make-seals.ts';
import {checkKeys} from './sign.ts';

/** How a case file is to be sealed and packed. */
export type Sealing = Omit<SealRequest, 'signal'> & ArchiveRequest;

/** All that can be known to fail before the long work begins. */
export const checkSealing = async (target: string, sealing: Sealing = {}): Promise<void> => {
	await checkRecipients(sealing.encrypt ?? []);
	const archive = archivePath(target, sealing);
	if (archive !== undefined) {
		await checkArchivePlace(archive);
	}

	if (sealing.timestampResponse !== undefined) {
		await access(sealing.timestampResponse).catch((error: unknown) => {
			throw new ExpectedError('the answer of the time-stamp authority cannot be read', {where: sealing.timestampResponse, next: 'Name the file (.tsr) that the authority answered with.', cause: error});
		});
	}

	await checkKeys(sealing.keys ?? []);
};
