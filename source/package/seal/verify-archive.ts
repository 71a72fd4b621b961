import {open, realpath, stat} from 'node:fs/promises';
import {resolve, sep} from 'node:path';
import {formatBytes, formatCount} from '../../document/format-number.ts';
import {ExpectedError, usageError} from '../../errors.ts';
import {openPrivateFolder, type PrivateFolder} from '../../files/private-folder.ts';
import type {CheckOptions} from '../check-bag.ts';
import {fail, pass, type Finding} from '../finding.ts';
import {verifyPackage, type VerifyReport} from '../verify-package.ts';
import {decryptFile} from './decrypt.ts';
import {unpackZip} from './unpack-zip.ts';
import type {SignatureOptions} from './verify-signature.ts';

export type ArchiveOptions = CheckOptions & SignatureOptions & {
	/** A file of age-keygen, for a package that is encrypted. */
	readonly identity?: string;
};

type Kind = 'folder' | 'zip' | 'age';

const startOf = async (path: string): Promise<string> => {
	const handle = await open(path, 'r');
	try {
		const {buffer, bytesRead} = await handle.read(Buffer.alloc(64), 0, 64, 0);
		return buffer.toString('latin1', 0, bytesRead);
	} finally {
		await handle.close();
	}
};

/** By its first bytes; a name tells what a torn file was. */
const kindOf = (path: string, start: string): Kind => {
	if (start.startsWith('age-encryption.org/') || start.startsWith('-----BEGIN AGE ENCRYPTED FILE-----') || path.endsWith('.age')) {
		return 'age';
	}

	if (start.startsWith('PK') || path.endsWith('.zip')) {
		return 'zip';
	}

	throw new ExpectedError('this is no package: it is neither a folder, nor a zip, nor encrypted with age', {where: path, next: 'Name the folder that holds bagit.txt, its .zip or its .zip.age.'});
};

/** A list of signers that came with the package would let anybody vouch for himself. */
const checkSigners = async (path: string, signers: string | undefined): Promise<void> => {
	if (signers === undefined) {
		return;
	}

	const list = await realpath(signers).catch((error: unknown) => {
		throw new ExpectedError('the list of signers cannot be read', {where: signers, cause: error});
	});
	if (list.startsWith(`${await realpath(path).catch(() => resolve(path))}${sep}`)) {
		throw usageError('--signers is a list from inside the package: it proves nothing', 'Name a list that came by another way, with the keys of the people you know.');
	}
};

const failed = (directory: string, findings: readonly Finding[]): VerifyReport => ({directory, ok: false, summary: 'does not hold: it could not be opened, and nothing in it was checked', findings});

/** The zip inside of an encrypted file, in the private folder. */
const decrypted = async (path: string, start: string, {folder, options}: {readonly folder: PrivateFolder; readonly options: ArchiveOptions}): Promise<{readonly zip: string} | Finding> => {
	if (options.identity === undefined) {
		throw usageError('this package is encrypted', 'Name the file with your identity: whosaw verify FILE --identity key.txt.');
	}

	const zip = folder.fresh('.zip');
	const fault = await decryptFile(path, {identity: options.identity, to: zip, start, signal: options.signal});
	return fault === undefined ? {zip} : fail('encryption', fault);
};

const verifyFile = async (path: string, folder: PrivateFolder, options: ArchiveOptions): Promise<VerifyReport> => {
	const start = await startOf(path);
	const isEncrypted = kindOf(path, start) === 'age';
	const opened = isEncrypted ? await decrypted(path, start, {folder, options}) : {zip: path};
	if ('check' in opened) {
		return failed(path, [opened]);
	}

	const before = isEncrypted ? [pass('encryption', 'it was encrypted to this identity')] : [];
	const unpacked = await unpackZip(opened.zip, folder.path, options.signal);
	if ('fault' in unpacked) {
		return failed(path, [...before, fail('archive', unpacked.fault)]);
	}

	const report = await verifyPackage(unpacked.directory, options);
	const archive = pass('archive', `the zip is whole: one folder of ${formatCount(unpacked.files, 'file')}, ${formatBytes(unpacked.bytes)}`);
	return {...report, directory: path, findings: [...before, archive, ...report.findings]};
};

/** Checks a case file: its folder, its zip, or its encrypted zip, which are opened in a private folder that is gone afterwards. */
export const verifyAny = async (path: string, options: ArchiveOptions = {}): Promise<VerifyReport> => {
	const status = await stat(path).catch((error: unknown) => {
		throw new ExpectedError('there is no package', {where: path, next: 'Name the folder that holds bagit.txt, its .zip or its .zip.age.', cause: error});
	});
	await checkSigners(path, options.signers);
	if (status.isDirectory()) {
		return verifyPackage(path, options);
	}

	const folder = openPrivateFolder();
	try {
		return await verifyFile(path, folder, options);
	} finally {
		folder.remove();
	}
};
