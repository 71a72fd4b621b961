import {ExpectedError} from '../errors.ts';
import {containerOf, readHead, smallFile, type SmallFile} from '../files/byte-source.ts';
import {wholePath} from '../files/file-part.ts';
import {findFiles, standardInput, type FoundFile} from '../files/find-files.ts';
import type {OpenedArchive} from '../files/open-archive.ts';
import {NoLogError} from '../files/no-log.ts';
import {pauseIfDue} from '../files/pause.ts';
import type {PrivateFolder} from '../files/private-folder.ts';
import type {FailedSource, SkippedFile} from '../records/source.ts';
import type {Session} from '../store/database.ts';
import {refuseUnusedMaps, unusedPatterns, type Choice} from './choose-plan.ts';
import {decideDateOrders, needsDateOrder} from './date-order.ts';
import type {Decide, Decided} from './doubt.ts';
import type {LoadOptions, LoadRequest} from './investigation.ts';
import {lookAtFile, type ToLookAt} from './look-at-file.ts';
import {keepStandardInput} from './standard-input.ts';
import {previewEvents} from './preview.ts';
import {settleMappings, type Prepared} from './settle-mappings.ts';
import {settleZones} from './settle-zones.ts';

/*
Finding the files, looking at them and deciding how they are to be read. Nothing here imports the engine, so that the first
records stand on the screen before it is loaded; the one file that needs it, Parquet, asks for it.
*/

export type Looking = {
	readonly request: LoadRequest;
	readonly options: LoadOptions;
	readonly folder: PrivateFolder;
	readonly session: () => Promise<Session>;
	/** Exports that are loaded already: a column that was named may be theirs alone, and their dates tell the order of others. */
	readonly loaded?: readonly Choice[];
};

type Telling = Looking & {/** Files whose first records were told. */ readonly shown: Set<string>};

/** How each file is to be read, what became of those that are not, and what a person should know of it. */
export type LookedAt = {readonly choices: readonly Choice[]; readonly failed: readonly FailedSource[]; readonly skipped: readonly SkippedFile[]; readonly notes: readonly string[]};

type Outcome = {readonly failed: FailedSource[]; readonly skipped: SkippedFile[]};

/** Finds, looks at and decides. The first records of a file are told as soon as that file is understood, whatever the others do. */
export const lookAtFiles = async (given: Looking): Promise<LookedAt> => {
	const looking: Telling = {...given, shown: new Set()};
	const {request, options: {onProgress, signal}} = looking;
	const found = await findFiles(request.paths, request);
	const outcome: Outcome = {failed: [...found.failed], skipped: [...found.skipped]};
	onProgress?.({kind: 'found', files: found.files.length, bytes: found.files.reduce((sum, {bytes}) => sum + bytes, 0)});
	const prepared = await prepareAll(looking, found.files, outcome);
	const notes = unusedPatterns(request, [...[...found.files, ...prepared.map(({file}) => file), ...outcome.failed, ...outcome.skipped].map(({path}) => path), ...request.tickets ?? [], ...request.presence ?? []]);
	if (!looking.loaded) {
		refuseUnusedMaps(request, prepared.filter(({file}) => file.structure.kind !== 'empty').map(({sample}) => sample));
	}

	const settled = await settleColumns(looking, prepared);
	const chosen = choose(settled.prepared, outcome);
	const dated = await decideDateOrders(chosen, {given: settled.request.dateOrder, loaded: looking.loaded, ...asking(looking), ...(signal ? {signal} : {})});
	for (const [index, choice] of dated.entries()) {
		if (needsDateOrder(chosen[index]!)) {
			tellFirst(looking, choice);
		}
	}

	return {choices: await settleClocks(looking, dated), notes, ...outcome};
};

/** Looks again at files of which it is known now that they hold records of several formats; undefined where the person said that all are of one. */
export const lookAgain = async (given: Looking, {choices, ...looked}: LookedAt, paths: readonly string[]): Promise<LookedAt | undefined> => {
	const looking: Telling = {...given, shown: new Set()};
	const {request, options: {signal}} = looking;
	const parts: Choice[] = [];
	const mixed = new Set<string>();
	for (const {file: {path, location, bytes, torn}} of choices.filter(choice => paths.includes(choice.file.path))) {
		const prepared = await lookAtFile(looking, {path, location, bytes, named: true, ...(torn === undefined ? {} : {torn})}, true);
		if (prepared.length > 1) {
			mixed.add(path);
			parts.push(...choose(prepared, {failed: [], skipped: []}));
		}
	}

	const others = choices.filter(({file}) => !mixed.has(file.path));
	const dated = await decideDateOrders(parts, {given: request.dateOrder, loaded: others, ...asking(looking), ...(signal ? {signal} : {})});
	const settled = await settleClocks(looking, dated);
	// Where sources stand decides which of two records is the duplicate.
	return mixed.size === 0 ? undefined : {...looked, choices: choices.flatMap(choice => mixed.has(choice.file.path) ? settled.filter(({file}) => wholePath(file) === choice.file.path) : [choice])};
};

type Asking = {readonly ask?: Decide; readonly onDecided: (decided: Decided) => void};

const asking = ({options: {decide, onProgress}}: Looking): Asking => ({
	...(decide ? {ask: decide} : {}),
	onDecided(decided) {
		onProgress?.({kind: 'decided', decided});
	},
});

/** What a script would refuse is asked for where there is a person. */
const settleColumns = async (looking: Telling, prepared: readonly Prepared[]): Promise<{readonly prepared: readonly Prepared[]; readonly request: LoadRequest}> => {
	const {ask, onDecided} = asking(looking);
	if (!ask) {
		return {prepared, request: looking.request};
	}

	const settled = await settleMappings(prepared, {request: looking.request, decide: ask, onDecided, review: looking.options.review ?? false});
	for (const [index, {chosen}] of settled.prepared.entries()) {
		if ('choice' in chosen && prepared[index]!.chosen !== chosen && !needsDateOrder(chosen.choice)) {
			tellFirst(looking, chosen.choice);
		}
	}

	return settled;
};

/** The zone is asked for last: by then the first records stand on the screen. */
const settleClocks = async (looking: Telling, choices: readonly Choice[]): Promise<readonly Choice[]> => {
	const {ask, onDecided} = asking(looking);
	const settled = ask ? await settleZones(choices, ask, onDecided) : choices;
	for (const [index, choice] of settled.entries()) {
		if (choice !== choices[index]) {
			tellFirst(looking, choice);
		}
	}

	return settled;
};

/** Of so many files the first records are shown: nobody reads those of thousands, which are loaded before that. */
const filesShown = 100;

const tellFirst = ({options: {onProgress}, shown}: Telling, choice: Choice): void => {
	const isShown = shown.has(choice.file.path) || shown.size < filesShown;
	if (isShown) {
		shown.add(choice.file.path);
	}

	onProgress?.({kind: 'preview', path: choice.file.path, format: choice.format, events: isShown ? previewEvents(choice) : [], mapping: choice.mapping as Readonly<Record<string, string>>});
};

/** A failure of one file that the others survive; anything else is thrown on. */
export const failureOfFile = (path: string, error: unknown): FailedSource => {
	if (error instanceof ExpectedError && error.exitCode === 1) {
		return {path, error: error.message, ...(error.next === undefined ? {} : {next: error.next})};
	}

	throw error;
};

const prepareAll = async (looking: Telling, files: readonly FoundFile[], {failed, skipped}: Outcome): Promise<readonly Prepared[]> => {
	const {request, folder} = looking;
	const prepared: Prepared[] = [];
	const all = await Promise.all(files.map(async file => file.path === standardInput ? keepStandardInput(request, folder, looking.options.signal) : file));
	for await (const each of withMembers(looking, all, {failed, skipped})) {
		await pauseIfDue();
		try {
			for (const one of await lookAtFile(looking, each)) {
				prepared.push(one);
				if ('choice' in one.chosen && !needsDateOrder(one.chosen.choice)) {
					tellFirst(looking, one.chosen.choice);
				}
			}
		} catch (error) {
			const failure = failureOfFile(each.path, error);
			if (each.named || !(error instanceof NoLogError)) {
				failed.push(failure);
			} else {
				skipped.push({path: each.path, reason: failure.error});
			}
		}
	}

	return prepared;
};

/** The first bytes of a file; of a small one all of them, so that it is read once. */
const headOf = async (location: string): Promise<{readonly head: Buffer; readonly small?: SmallFile}> => {
	const small = smallFile(location);
	return small ? {head: small.bytes.subarray(0, 512), small} : {head: await readHead(location, 512)};
};

/** The files, with the members of an archive in its place. What cannot be opened is left to who looks at it. */
const withMembers = async function * ({folder, options: {signal, onProgress}}: Looking, files: ReadonlyArray<FoundFile & {readonly location?: string}>, {failed, skipped}: Outcome): AsyncGenerator<ToLookAt> {
	for (const file of files) {
		const location = file.location ?? file.path;
		const read = await headOf(location).catch(() => undefined);
		if (!read || containerOf(read.head) !== 'zip') {
			yield {...file, ...(read?.small ? {small: read.small} : {})};
			continue;
		}

		onProgress?.({kind: 'phase', text: `unpacking ${file.path}`});
		try {
			const {openArchive} = await import('../files/open-archive.ts');
			const opened = await openArchive({path: file.path, location, named: file.named}, folder, signal);
			const wanted = file.members;
			failed.push(...opened.failed.filter(({path}) => isWanted(path, wanted)), ...missingMembers(wanted, opened));
			skipped.push(...opened.skipped.filter(({path}) => isWanted(path, wanted)));
			yield * wanted ? opened.files.filter(({path}) => isWanted(path, wanted)).map(member => ({...member, named: true, ...(wanted.includes(member.path) ? {} : {members: wanted})})) : opened.files;
		} catch (error) {
			const failure = failureOfFile(file.path, error);
			if (file.named || !(error instanceof NoLogError)) {
				failed.push(failure);
			} else {
				skipped.push({path: file.path, reason: failure.error});
			}
		}
	}
};

/** Whether a member of an archive was asked for, or a part of it. */
const isWanted = (path: string, wanted: readonly string[] | undefined): boolean => wanted?.some(each => each === path || each.startsWith(`${path}!`)) ?? true;

const missingMembers = (wanted: readonly string[] = [], {files, skipped, failed}: OpenedArchive): readonly FailedSource[] =>
	wanted.filter(path => ![...files, ...skipped, ...failed].some(each => isWanted(each.path, [path]))).map(path => ({path, error: 'no such member of the archive', next: 'Check the path.'}));

/** A table found below a folder that is plainly no log is skipped; anything else unclear stops the work. */
const choose = (prepared: readonly Prepared[], {failed, skipped}: Outcome): readonly Choice[] =>
	prepared.flatMap(({file, named, chosen}) => {
		if ('choice' in chosen) {
			return [chosen.choice];
		}

		const {error} = chosen;
		if (!(error instanceof ExpectedError) || error.exitCode === 2) {
			throw error;
		}

		if (named) {
			if (prepared.length === 1 || /not clear/.test(error.message)) {
				throw error;
			}

			failed.push(failureOfFile(file.path, error));
		} else if (/not clear.*time/.test(error.message)) {
			skipped.push({path: file.path, reason: 'no log: no column of times'});
		} else {
			throw error;
		}

		return [];
	});
