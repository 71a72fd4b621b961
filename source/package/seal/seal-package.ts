import {randomBytes} from 'node:crypto';
import {rename, rm} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import {ExpectedError} from '../../errors.ts';
import {writeHashedFile} from '../hashed-file.ts';
import {verifyPackage} from '../verify-package.ts';
import {archivePath, stageArchive} from './archive.ts';
import {checkSealing, type Sealing} from './check-sealing.ts';
import {makeSeals} from './make-seals.ts';

export type SealedPackage = {readonly directory: string; readonly added: readonly string[]; readonly archive?: string; readonly sha256: string};

/**
Adds seals to a case file that is finished: the answer of an authority, which comes later than the export; the signature of a reviewer; an
archive to send. Nothing that the tag manifest covers is touched.
*/
export const sealPackage = async (target: string, sealing: Sealing, signal?: AbortSignal): Promise<SealedPackage> => {
	const directory = resolve(target);
	await checkSealing(directory, sealing);
	const report = await verifyPackage(directory, signal ? {signal} : {});
	if (!report.ok || report.sha256 === undefined) {
		throw new ExpectedError('this case file does not hold, so it was not sealed', {where: directory, next: `whosaw verify says why: ${report.findings.find(({ok}) => !ok)?.message ?? ''}`});
	}

	const seals = await makeSeals(directory, {...sealing, ...(signal ? {signal} : {})});
	const beside = join(dirname(directory), `.${basename(directory)}.partial-${randomBytes(6).toString('hex')}`);
	try {
		for (const [name, content] of seals) {
			await writeHashedFile(`${beside}.${name}`, [content], signal);
		}

		for (const name of seals.keys()) {
			await rename(`${beside}.${name}`, join(directory, name));
		}
	} finally {
		await Promise.all([...seals.keys()].map(async name => rm(`${beside}.${name}`, {force: true})));
	}

	const path = archivePath(directory, sealing);
	const archive = path === undefined ? undefined : await stageArchive(path, {directory, name: basename(directory), staged: `${beside}.zip`, signal}, sealing);
	await archive?.publish();
	return {directory, added: [...seals.keys()], sha256: report.sha256, ...(path === undefined ? {} : {archive: path})};
};
