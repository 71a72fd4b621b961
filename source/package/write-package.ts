import {basename, dirname, join, resolve} from 'node:path';
import {BugError, ExpectedError} from '../errors.ts';
import {bagDeclaration, bagInfo} from './bag-info.ts';
import type {CaseFileContents} from './contents.ts';
import {customersFile} from './customers-file.ts';
import {evidenceFile} from './evidence-file.ts';
import {exposuresFile} from './exposures-file.ts';
import {throwIfCancelled, writeHashedFile, type HashedFile, type Pieces} from './hashed-file.ts';
import {filesOf, foldersFor} from './package-files.ts';
import {absentFiles, redactionFile} from './redaction-file.ts';
import {namePaths} from './path-names.ts';
import type {PackageContext, PackageFile, Tally} from './payload.ts';
import {rejectedFile} from './rejected-file.ts';
import {archivePath, stageArchive, type StagedArchive} from './seal/archive.ts';
import {checkSealing, type Sealing} from './seal/check-sealing.ts';
import {makeSeals} from './seal/make-seals.ts';
import {packedHeads} from './seal/packed-heads.ts';
import {openStaging, type Staging} from './staging.ts';
import {withoutHomes} from './without-homes.ts';

export type WriteOptions = {
	readonly signal?: AbortSignal;
	/** Told before each file is written: its path in the bag, its number and how many there are. */
	readonly onProgress?: (progress: {readonly text: string; readonly done: number; readonly of: number}) => void;
	/** Part of the name of the unfinished folder. */
	readonly random?: string;
	/** Signatures, a time stamp, an archive beside the folder. The request for a time stamp is always written. */
	readonly seal?: Sealing;
};

/** What was written. `sha256` is of the tag manifest, which covers everything: the one hash to tell the receiver. */
export type WrittenPackage = {
	readonly directory: string;
	/** Files and bytes of the whole bag. */
	readonly files: number;
	readonly bytes: number;
	readonly customers: number;
	readonly exposures: number;
	readonly records: number;
	readonly sha256: string;
	/** The zip, or the encrypted one, where one was asked for. */
	readonly archive?: string;
};

type Written = Map<string, HashedFile>;
type Bag = {readonly staging: Staging; readonly written: Written; readonly signal: AbortSignal | undefined};

const writeFile = async (bag: Bag, path: string, pieces: Pieces): Promise<HashedFile> => {
	throwIfCancelled(bag.signal);
	await bag.staging.folder(dirname(path));
	const file = await writeHashedFile(join(bag.staging.directory, path), pieces, bag.signal);
	bag.written.set(path, file);
	return file;
};

/** The form of sha256sum: hash, two blanks, path; in order of the paths. */
const manifest = (written: Written): string => [...written]
	.toSorted(([a], [b]) => a < b ? -1 : 1)
	.map(([path, file]) => `${file.sha256}  ${path}\n`)
	.join('');

/** Every number that is stated twice must be the same twice; else the fault is ours and nothing is written. What an audience does not get was not counted. */
const checkAgreement = ({contents, tally, written}: PackageContext): void => {
	const rejected = contents.sources.reduce((sum, source) => sum + source.records.rejected, 0);
	const {customers, events} = contents.totals;
	const pairs: ReadonlyArray<readonly [what: string, file: PackageFile, written: number, stated: number]> = [
		['customers', customersFile, tally.customers, customers],
		['customers with exposures', exposuresFile, tally.exposed.size, customers],
		['matching records', evidenceFile, tally.reached, events],
		['rejected records', rejectedFile, tally.rejected, rejected],
	];
	for (const [what, file, count, stated] of pairs) {
		if (written.has(file.path) && count !== stated) {
			throw new BugError(`the case file would hold ${count} ${what} where the totals say ${stated}`);
		}
	}
};

const writePayload = async (bag: Bag, context: PackageContext, onProgress: WriteOptions['onProgress']): Promise<void> => {
	const files = filesOf(context.contents);
	for (const [index, file] of files.entries()) {
		onProgress?.({text: file.path, done: index, of: files.length});
		await writeFile(bag, file.path, file.text(context));
	}

	for (const folder of foldersFor(context.contents.audience)) {
		onProgress?.({text: folder.path, done: files.length, of: files.length});
		for await (const {path, pieces} of folder.files(context)) {
			await writeFile(bag, path, pieces);
		}
	}

	// Only now it is known what was left out.
	await writeFile(bag, redactionFile.path, redactionFile.text(context));
	checkAgreement(context);
};

/** The tag manifest comes last: an unfinished folder never passes for a bag. */
const writeTags = async (bag: Bag, contents: CaseFileContents): Promise<HashedFile> => {
	const payload = new Map(bag.written);
	const octets = [...payload.values()].reduce((sum, file) => sum + file.bytes, 0);
	await writeFile(bag, 'manifest-sha256.txt', [manifest(payload)]);
	await writeFile(bag, 'bag-info.txt', [bagInfo(contents, {octets, files: payload.size})]);
	await writeFile(bag, 'bagit.txt', [bagDeclaration]);
	const tags = new Map([...bag.written].filter(([path]) => !payload.has(path)));
	return writeFile(bag, 'tagmanifest-sha256.txt', [manifest(tags)]);
};

/** The seals go into the folder before it is packed: what is sent is what stands there. */
const writeSeals = async (bag: Bag, target: string, {seal = {}, signal, heads}: WriteOptions & {readonly heads: ReadonlyMap<string, Uint8Array>}): Promise<StagedArchive | undefined> => {
	const {directory} = bag.staging;
	for (const [path, content] of await makeSeals(directory, {...seal, signal})) {
		await writeFile(bag, path, [content]);
	}

	for (const [path, content] of heads) {
		await writeFile(bag, path, [content]);
	}

	const archive = archivePath(target, seal);
	return archive === undefined ? undefined : stageArchive(archive, {directory, name: basename(target), staged: `${directory}.zip`, signal}, seal);
};

const diskFaults: Readonly<Record<string, readonly [message: string, next: string]>> = {
	ENOSPC: ['the disk is full', 'Make room, or write to another disk.'],
	EDQUOT: ['the disk quota is used up', 'Make room, or write to another disk.'],
	EACCES: ['this folder may not be written to', 'Name a folder of your own.'],
	EPERM: ['this folder may not be written to', 'Name a folder of your own.'],
	EFBIG: ['the file would be larger than this account or this disk allows', 'Write to another disk.'],
	EROFS: ['this disk is read-only', 'Write to another disk.'],
	ENAMETOOLONG: ['the name of the folder is too long', 'Name a shorter one.'],
};

/** Faults of the disk that a person can mend, as words. Those of the sources carry their own. */
const explain = (error: unknown, target: string): unknown => {
	const {code, path} = error as {readonly code?: string; readonly path?: string};
	const fault = diskFaults[code ?? ''];
	const ours = path === undefined || path.startsWith(dirname(target));
	return fault && ours ? new ExpectedError(`the case file was not written: ${fault[0]}`, {where: target, next: fault[1], cause: error}) : error;
};

const newTally = (): Tally => ({customers: 0, exposures: 0, evidence: 0, reached: 0, rejected: 0, exposed: new Set(), hashedAgain: new Map(), excluded: 0, others: 0, identities: 0, redactions: []});

const allPaths = (contents: CaseFileContents): readonly string[] =>
	[...contents.sources, ...contents.failed, ...contents.skipped].map(source => source.path);

/**
Writes the case file as a BagIt 1.0 folder (RFC 8493). The target is absent or empty before; it appears complete or not at all:
everything is written into `.DIR.partial-…` beside it, put on the disk, and renamed.
*/
export const writePackage = async (given: CaseFileContents, target: string, options: WriteOptions = {}): Promise<WrittenPackage> => {
	throwIfCancelled(options.signal);
	const contents = withoutHomes(given);
	const directory = resolve(target);
	let staging: Staging | undefined;
	let archive: StagedArchive | undefined;
	try {
		const heads = packedHeads(contents);
		await checkSealing(directory, options.seal);
		staging = await openStaging(directory, options.random);
		const bag: Bag = {staging, written: new Map(), signal: options.signal};
		const context: PackageContext = {
			contents, paths: namePaths(allPaths(contents)), tally: newTally(), written: bag.written,
			files: [...filesOf(contents), redactionFile, ...foldersFor(contents.audience)], absent: absentFiles(contents.audience, audience => filesOf({...contents, audience})),
		};
		await writePayload(bag, context, options.onProgress);
		const {sha256} = await writeTags(bag, contents);
		archive = await writeSeals(bag, directory, {...options, heads, seal: {investigator: contents.investigator, ...options.seal}});
		throwIfCancelled(options.signal);
		await archive?.publish();
		await staging.publish();
		const bytes = [...bag.written.values()].reduce((sum, file) => sum + file.bytes, 0);
		const {customers, exposures, evidence} = context.tally;
		return {directory, files: bag.written.size, bytes, customers, exposures, records: evidence, sha256, ...(archive ? {archive: archive.path} : {})};
	} catch (error) {
		// What went wrong first is what counts; a folder that cannot be removed either keeps its telling name.
		await staging?.discard().catch(() => undefined);
		await archive?.discard().catch(() => undefined);
		throw explain(error, directory);
	}
};
