import {rmSync} from 'node:fs';
import {BugError} from '../errors.ts';
import type {PrivateFolder} from '../files/private-folder.ts';
import type {PreparedFile} from '../files/prepared-file.ts';
import {scanFile, type ScanResult} from '../files/scan.ts';
import {scanInWorker} from '../files/scan-in-worker.ts';
import type {Session} from '../store/database.ts';
import type {EngineInput, SourcePlan} from '../store/plan.ts';
import {dropStage, keepStage, stageSource, type KeepRows, type Staged} from '../store/stage.ts';

/** A source that is in \`stage\` now, and what both readers found. */
export type LoadedStage = {readonly scan: ScanResult; readonly staged: Staged; readonly plan: SourcePlan};

export type LoadContext = {
	readonly session: Session;
	readonly folder: PrivateFolder;
	readonly keep: KeepRows;
	readonly signal?: AbortSignal;
	/** Bytes of the file as stored, and records, read so far. */
	readonly onProgress?: (bytes: number, records: number) => void;
};

/** From this size on the scan runs on a thread of its own beside the engine. */
const large = 8 * 1024 * 1024;

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> =>
	value === undefined ? {} : {[key]: value} as Record<Key, Value>;

/** The engine skips a header by its lines, and a carriage return alone ends one for it. */
const hasLineEnd = (header: Buffer): boolean => header.includes(10) || header.includes(13);

/** What the engine can read in place: plain UTF-8 whose header, if any, is its first line. */
export const directInput = (file: PreparedFile, scan?: ScanResult): EngineInput | undefined => {
	const {structure, container, encoding} = file;
	if (container === 'parquet') {
		return {path: file.location, skip: 0, lineEnd: '\n', multiline: false, longest: 0};
	}

	if (file.part || container !== 'plain' || encoding.encoding !== 'utf-8') {
		return undefined;
	}

	const known = {longest: scan?.longest ?? 0, multiline: scan?.multiline ?? false};
	if (structure.kind === 'table' && structure.headerSpan > 0 && !hasLineEnd(structure.shape.header)) {
		return {path: file.location, skip: 1, lineEnd: structure.shape.lineEnd, ...known};
	}

	return (structure.kind === 'lines' || structure.kind === 'text') && encoding.mark === 0 ? {path: file.location, skip: 0, lineEnd: structure.lineEnd, ...known} : undefined;
};

/** Both readers' counts must agree, or the engine has read something otherwise than we did. */
const agree = (scan: ScanResult, staged: Staged): boolean => staged.rows === scan.records - scan.rejected.length;

/** Loads one source into \`stage\`: the file itself where the engine reads it exactly as the scan does, else a feed of clean records. */
export const loadSource = async (plan: SourcePlan, context: LoadContext): Promise<LoadedStage> => {
	const {file} = plan;
	if (file.structure.kind === 'parquet') {
		return loadParquet(plan, context);
	}

	const input = directInput(file);
	const feed = input ? undefined : context.folder.fresh('.feed');
	if (!input) {
		return fromFeed(plan, context, await scan(file, context, feed));
	}

	if (file.bytes < large) {
		const found = await scan(file, context);
		return found.irregular === 0 && !found.notUtf8 ? direct(plan, context, found) : fromFeed(plan, context, found);
	}

	return sideBySide(plan, context, input);
};

const scan = async (file: PreparedFile, {signal, onProgress}: LoadContext, feed?: string): Promise<ScanResult & {readonly feed?: string}> => {
	const options = {...optional('feed', feed), ...optional('signal', signal), ...optional('onProgress', onProgress)};
	const result = await (file.bytes >= large ? scanInWorker(file, options) : scanFile(file, options));
	return {...result, ...optional('feed', feed)};
};

const stage = async (plan: SourcePlan, {session, keep, signal}: LoadContext, input: EngineInput): Promise<Staged> =>
	stageSource(session, plan, {input, keep, ...optional('signal', signal)});

const direct = async (plan: SourcePlan, context: LoadContext, found: ScanResult): Promise<LoadedStage> => {
	const staged = await stage(plan, context, directInput(plan.file, found)!).catch((error: unknown) => error);
	if (isStaged(staged) && agree(found, staged)) {
		await keepStage(context.session);
		return {plan, scan: found, staged};
	}

	if (isStaged(staged)) {
		await dropStage(context.session);
	} else if (context.signal?.aborted) {
		throw staged;
	}

	// What the engine refuses, or counts otherwise, it reads otherwise than the scan did.
	return fromFeed(plan, context, found);
};

/** The engine reads while the scan hashes and checks. Where the scan finds something irregular, the engine's work is thrown away. */
const sideBySide = async (plan: SourcePlan, context: LoadContext, input: EngineInput): Promise<LoadedStage> => {
	const hurry = new AbortController();
	const stopBoth = (): void => {
		hurry.abort();
	};

	context.signal?.addEventListener('abort', stopBoth, {once: true});
	try {
		const staging = stage(plan, {...context, signal: hurry.signal}, input).catch((error: unknown) => error);
		const found = await scan(plan.file, context).catch(async (error: unknown) => {
			hurry.abort();
			await forget(staging, context);
			throw error;
		});
		const clean = found.irregular === 0 && !found.notUtf8 && !found.multiline;
		if (!clean) {
			hurry.abort();
		}

		const staged = await staging;
		if (clean && isStaged(staged) && agree(found, staged)) {
			await keepStage(context.session);
			return {plan, scan: found, staged};
		}

		if (isStaged(staged)) {
			await dropStage(context.session);
		}

		// Cells over several lines only make the engine's threads unsafe, the file itself is fine.
		return found.irregular === 0 && !found.notUtf8 ? await direct(plan, context, found) : await fromFeed(plan, context, found);
	} finally {
		context.signal?.removeEventListener('abort', stopBoth);
	}
};

/** Takes back what the engine reads, once it has. */
const forget = async (staging: Promise<unknown>, {session}: LoadContext): Promise<void> => {
	if (isStaged(await staging)) {
		await dropStage(session);
	}
};

const isStaged = (value: unknown): value is Staged => typeof value === 'object' && value !== null && 'understood' in value;

/** Writes a feed, unless it is written, and loads from it. */
const fromFeed = async (plan: SourcePlan, context: LoadContext, found: ScanResult & {readonly feed?: string}): Promise<LoadedStage> => {
	// The head was plain ASCII and something behind it is not UTF-8: then the file is Windows-1252.
	if (found.notUtf8 && plan.file.head.every(byte => byte < 0x80)) {
		const file: PreparedFile = {...plan.file, encoding: {encoding: 'windows-1252', mark: 0, assumed: true}};
		const again = await scan(file, context, context.folder.fresh('.feed'));
		return fromFeed({...plan, file}, context, again);
	}

	const fed = found.feed === undefined ? await scan(plan.file, context, context.folder.fresh('.feed')) : found;
	const staged = await stage(plan, context, {path: fed.feed!, skip: 0, lineEnd: '\n', multiline: fed.multiline && plan.file.structure.kind === 'table', longest: fed.longest});
	rmSync(fed.feed!, {force: true});
	if (!agree(fed, staged)) {
		await dropStage(context.session);
		throw new BugError(`two readers disagree on ${plan.file.path}: ${fed.records - fed.rejected.length} records against ${staged.rows}`);
	}

	await keepStage(context.session);
	return {plan, scan: fed, staged};
};

/** Parquet has no text to scan: it is hashed, and the engine's rows are its records. */
const loadParquet = async (plan: SourcePlan, context: LoadContext): Promise<LoadedStage> => {
	const staging = stage(plan, context, directInput(plan.file)!).catch((error: unknown) => error);
	const found = await scan(plan.file, context).catch(async (error: unknown) => {
		await forget(staging, context);
		throw error;
	});
	const staged = await staging;
	if (!isStaged(staged)) {
		throw staged;
	}

	await keepStage(context.session);
	return {plan, scan: {...found, records: staged.rows}, staged};
};

