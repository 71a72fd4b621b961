import {createWriteStream} from 'node:fs';
import {mkdir, statfs} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {Transform, type Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {crc32} from 'node:zlib';
import {openPromise, type ZipFile} from 'yauzl';
import {formatBytes} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import {ExpectedError} from '../../errors.ts';
import {readMembers, type ZipMember, type ZipMembers} from './zip-entries.ts';

/** What was unpacked, or what is wrong with the zip. */
export type Unpacked = {readonly directory: string; readonly files: number; readonly bytes: number} | {readonly fault: string};

/** A fault of the disk, not of the zip. */
export const isDiskFault = (error: unknown): boolean => typeof (error as NodeJS.ErrnoException).syscall === 'string';

const checkRoom = async (folder: string, bytes: number): Promise<void> => {
	const {bavail, bsize} = await statfs(folder);
	if (bytes > bavail * bsize) {
		throw new ExpectedError(`there is no room to unpack it: ${formatBytes(bytes)} are needed, ${formatBytes(bavail * bsize)} are free`, {where: folder, next: 'Make room, or name another folder for temporary files with TMPDIR.'});
	}
};

const damaged = (what: string): string => `the zip is torn or damaged: ${what}`;

/** Passes the bytes through and fails when they are not those that the zip was made of. */
const checking = ({entry, path}: ZipMember): Transform => {
	let sum = 0;
	return new Transform({
		transform(chunk: Buffer, _encoding, done) {
			sum = crc32(chunk, sum);
			done(null, chunk);
		},
		flush(done) {
			done(sum === entry.crc32 ? null : new Error(`${visibleText(path)} is not what it was`));
		},
	});
};

/** The table at the end and the head before each member must name it alike: some tools read one, some the other. */
const openMember = async (zip: ZipFile, {entry, path}: ZipMember): Promise<Readable> => {
	const {fileName} = await zip.readLocalFileHeaderPromise(entry);
	if (!fileName.equals(entry.fileNameRaw)) {
		throw new Error(`${visibleText(path)} has another name in its table of contents`);
	}

	return zip.openReadStreamPromise(entry);
};

const unpackAll = async (zip: ZipFile, {members}: ZipMembers, {folder, signal}: {readonly folder: string; readonly signal: AbortSignal | undefined}): Promise<number> => {
	let files = 0;
	for (const member of members) {
		const path = join(folder, member.path);
		await mkdir(member.isFolder ? path : dirname(path), {recursive: true, mode: 0o700});
		if (!member.isFolder) {
			const bytes = await openMember(zip, member);
			await pipeline(bytes, checking(member), createWriteStream(path, {flags: 'wx', mode: 0o600}), {signal});
			files++;
		}
	}

	return files;
};

/** Unpacks a zip that may be anybody's into an empty folder. */
export const unpackZip = async (path: string, folder: string, signal?: AbortSignal): Promise<Unpacked> => {
	let zip: ZipFile | undefined;
	try {
		zip = await openPromise(path, {lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true});
		const found = await readMembers(zip);
		if (typeof found === 'string') {
			return {fault: found};
		}

		await checkRoom(folder, found.bytes);
		const files = await unpackAll(zip, found, {folder, signal});
		return {directory: join(folder, found.root), files, bytes: found.bytes};
	} catch (error) {
		if (error instanceof ExpectedError || isDiskFault(error) || signal?.aborted) {
			throw error;
		}

		return {fault: damaged(error instanceof Error ? error.message : String(error))};
	} finally {
		zip?.close();
	}
};
