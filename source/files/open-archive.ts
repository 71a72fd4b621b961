import {open as openFile, stat, statfs} from 'node:fs/promises';
import {rmSync} from 'node:fs';
import {crc32, createInflateRaw} from 'node:zlib';
import {getFileNameLowLevel, openPromise, validateFileName, type Entry, type ZipFile} from 'yauzl';
import {CancelledError, ExpectedError} from '../errors.ts';
import type {FailedSource, SkippedFile} from '../records/source.ts';
import {containerOf, readHead, refuseBomb} from './byte-source.ts';
import type {FoundFile} from './find-files.ts';
import {inflate} from './inflate.ts';
import {NoLogError} from './no-log.ts';
import {readError} from './prepared-file.ts';
import type {PrivateFolder} from './private-folder.ts';

/** A member of an archive, cited as `archive.zip!member`; its bytes lie in the private folder. */
export type Member = FoundFile & {readonly location: string; /** Why bytes behind its end are missing. */ readonly torn?: string};

export type OpenedArchive = {readonly files: readonly Member[]; readonly skipped: readonly SkippedFile[]; readonly failed: readonly FailedSource[]};

export type Archive = {
	readonly path: string;
	/** Where its own bytes are. */
	readonly location: string;
	readonly named: boolean;
};

type Opening = {readonly archive: Archive; readonly folder: PrivateFolder; readonly nested: boolean; readonly signal: AbortSignal | undefined};
type Listed = {readonly entry: Entry; readonly name: string};

/** More members than this are no set of exports. */
const mostMembers = 10_000;

/** Unpacks the members of a zip archive into the private folder, those of archives in it too. What cannot be unpacked is named, and the rest is there. */
export const openArchive = async (archive: Archive, folder: PrivateFolder, signal?: AbortSignal): Promise<OpenedArchive> => open({archive, folder, nested: false, signal});

const open = async (opening: Opening): Promise<OpenedArchive> => {
	const {archive: {path, location, named}} = opening;
	const zip = await openZip(path, location);
	try {
		const members = await list(zip, path);
		const known = kindOf(members.map(({name}) => name));
		if (known?.skip) {
			return {files: [], skipped: [{path, reason: known.words}], failed: []};
		}

		if (known) {
			throw new NoLogError(known.words, {where: path, next: known.next});
		}

		await refuseTooMuch(opening, members);
		const [files, skipped, failed]: [Member[], SkippedFile[], FailedSource[]] = [[], [], []];
		const unpackable = members.filter(({entry, name}) => {
			const reason = skipReason(entry, name);
			if (reason !== undefined) {
				skipped.push({path: `${path}!${name}`, reason});
			}

			return reason === undefined;
		});
		for (const {entry, name} of uniquelyNamed(unpackable)) {
			const found = await unpack(opening, {zip, entry, path: `${path}!${name}`, named: named && unpackable.length === 1}).catch((error: unknown) => failure(error, `${path}!${name}`));
			files.push(...found.files);
			skipped.push(...found.skipped);
			failed.push(...found.failed);
		}

		return {files, skipped, failed};
	} finally {
		zip.close();
	}
};

const damaged = (path: string, error: unknown): ExpectedError =>
	new ExpectedError(`the archive is torn or damaged (${(error as Error).message})`, {where: path, next: 'Copy it from its origin again.', cause: error});

const openZip = async (path: string, location: string): Promise<ZipFile> => {
	try {
		// Names are read and judged one by one: a bad one must not hide the others.
		return await openPromise(location, {decodeStrings: false, autoClose: false, lazyEntries: true});
	} catch (error) {
		const known = readError(error, path);
		throw known instanceof ExpectedError ? known : damaged(path, error);
	}
};

const list = async (zip: ZipFile, path: string): Promise<readonly Listed[]> => {
	if (zip.entryCount > mostMembers) {
		throw new ExpectedError(`it holds more than ${mostMembers} files`, {where: path, next: 'Unpack it and give the exports in it.'});
	}

	const members: Listed[] = [];
	try {
		for await (const entry of zip.eachEntry()) {
			const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
			if (!name.endsWith('/')) {
				members.push({entry, name});
			}
		}
	} catch (error) {
		throw damaged(path, error);
	}

	return members.toSorted((a, b) => a.name < b.name ? -1 : Number(a.name > b.name));
};

/** Archives that are something else than a set of exports. */
const kindOf = (names: readonly string[]): {readonly words: string; readonly next: string; readonly skip: boolean} | undefined => {
	const holds = (pattern: RegExp): boolean => names.some(name => pattern.test(name));
	if (holds(/(?:^|\/)bagit\.txt$/)) {
		return {words: 'a case file that was exported', next: '', skip: true};
	}

	if ((holds(/^\[Content_Types\]\.xml$/) && holds(/^xl\//)) || (names.includes('mimetype') && names.includes('content.xml'))) {
		return {words: 'it is a spreadsheet', next: 'Save the sheet as CSV and give the result.', skip: false};
	}

	return holds(/^\[Content_Types\]\.xml$/) ? {words: 'it is an office document', next: 'Ask for the export as CSV or JSON.', skip: false} : undefined;
};

const skipReason = ({externalFileAttributes}: Entry, name: string): string | undefined => {
	if (name.startsWith('__MACOSX/') || name.split('/').some(part => part.startsWith('.') && part !== '..' && part !== '.')) {
		return 'hidden';
	}

	return ((externalFileAttributes >>> 16) & 0o17_0000) === 0o12_0000 ? 'a link' : undefined;
};

/** Two members of one name would have one citation. */
const uniquelyNamed = (members: readonly Listed[]): readonly Listed[] => {
	const seen = new Map<string, number>();
	return members.map(({entry, name}) => {
		const before = seen.get(name) ?? 0;
		seen.set(name, before + 1);
		return {entry, name: before === 0 ? name : `${name} (${before + 1})`};
	});
};

const refuseTooMuch = async ({archive: {path, location}, folder}: Opening, members: readonly Listed[]): Promise<void> => {
	const unpacked = members.reduce((sum, {entry}) => sum + entry.uncompressedSize, 0);
	refuseBomb(path, (await stat(location)).size, unpacked);
	const {bavail, bsize} = await statfs(folder.path);
	if (unpacked > bavail * bsize) {
		const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;
		throw new ExpectedError(`there is no room to unpack it: it needs ${inMegabytes(unpacked)}, and ${inMegabytes(bavail * bsize)} are free`, {where: path, next: 'Set TMPDIR to a folder on a larger disk.'});
	}
};

type Unpacking = {readonly zip: ZipFile; readonly entry: Entry; readonly path: string; readonly named: boolean};

const unpack = async (opening: Opening, unpacking: Unpacking): Promise<OpenedArchive> => {
	const {folder, signal, nested} = opening;
	const {entry, path, named} = unpacking;
	const name = path.slice(opening.archive.path.length + 1);
	if (validateFileName(name) !== null) {
		throw new ExpectedError('its name climbs out of the archive', {where: path, next: 'An archive of exports has no such member: ask where it comes from.'});
	}

	if (entry.isEncrypted()) {
		throw new ExpectedError('it is encrypted', {where: path, next: 'Unpack it with its password and give the result.'});
	}

	if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) {
		throw new ExpectedError(`it is packed by a method that is not read (${entry.compressionMethod})`, {where: path, next: 'Unpack it and give the result.'});
	}

	const location = folder.fresh('.member');
	const {bytes, torn} = await write(unpacking, location, signal);
	if (containerOf(await readHead(location, 512)) === 'zip' && torn === undefined) {
		if (nested) {
			throw new ExpectedError('it is an archive within an archive within an archive', {where: path, next: 'Unpack it and give the result.'});
		}

		const inner = await open({archive: {path, location, named}, folder, nested: true, signal});
		rmSync(location);
		return inner;
	}

	return {files: [{path, location, bytes, named, ...(torn === undefined ? {} : {torn})}], skipped: [], failed: []};
};

/** Writes a member to a file that only this user may read. Of a damaged one, what could be unpacked. */
const write = async ({zip, entry, path}: Unpacking, location: string, signal: AbortSignal | undefined): Promise<{readonly bytes: number; readonly torn: string | undefined}> => {
	const file = await openFile(location, 'wx', 0o600);
	let [bytes, sum] = [0, 0];
	const stored = async function * (): AsyncGenerator<Buffer> {
		yield * await zip.openReadStreamPromise(entry, {decodeFileData: false}) as AsyncIterable<Buffer>;
	};

	try {
		const content = entry.compressionMethod === 0 ? stored() : inflate(stored, () => createInflateRaw({chunkSize: 1 << 16}));
		let reason: string | undefined;
		for (;;) {
			const {value, done} = await content.next();
			if (done) {
				reason = (value as string | undefined) ?? (bytes === entry.uncompressedSize && sum === entry.crc32 ? undefined : 'its length or its check sum does not hold');
				break;
			}

			if (signal?.aborted) {
				throw new CancelledError();
			}

			bytes += value.length;
			refuseBomb(path, entry.compressedSize, bytes);
			sum = crc32(value, sum);
			await file.writeFile(value);
		}

		return {bytes, torn: reason === undefined ? undefined : `the archive is torn or damaged in this member (${reason})`};
	} finally {
		await file.close();
	}
};

const failure = (error: unknown, path: string): OpenedArchive => {
	const known = readError(error, path);
	if (!(known instanceof ExpectedError)) {
		throw error;
	}

	return {files: [], skipped: [], failed: [{path, error: known.message, ...(known.next === undefined ? {} : {next: known.next})}]};
};
