import {ExpectedError} from '../errors.ts';
import {wholeObject} from '../files/empty-envelope.ts';
import {containerOf, readHead, smallFile, type SmallFile} from '../files/byte-source.ts';
import {findFiles, standardInput, type FoundFile} from '../files/find-files.ts';
import type {Member, OpenedArchive} from '../files/open-archive.ts';
import {NoLogError} from '../files/no-log.ts';
import {pauseIfDue} from '../files/pause.ts';
import {prepareFile, type PreparedFile} from '../files/prepared-file.ts';
import type {PrivateFolder} from '../files/private-folder.ts';
import {readRecords} from '../files/read-records.ts';
import {firstRecords, parseObject} from '../files/sample-records.ts';
import {formatOfEmpty} from '../formats/formats.ts';
import type {Sample} from '../formats/format.ts';
import type {FailedSource, SkippedFile} from '../records/source.ts';
import type {Session} from '../store/database.ts';
import {choosePlan, refuseUnusedMaps, scoped, unusedPatterns, type Choice} from './choose-plan.ts';
import {claimText} from './claim-text.ts';
import {decideDateOrders, needsDateOrder} from './date-order.ts';
import type {Decide, Decided} from './doubt.ts';
import type {LoadOptions, LoadRequest} from './investigation.ts';
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
	const notes = unusedPatterns(request, [...[...found.files, ...found.failed, ...found.skipped].map(({path}) => path), ...request.tickets ?? [], ...request.presence ?? []]);
	const outcome: Outcome = {failed: [...found.failed], skipped: [...found.skipped]};
	onProgress?.({kind: 'found', files: found.files.length, bytes: found.files.reduce((sum, {bytes}) => sum + bytes, 0)});
	const prepared = await prepareAll(looking, found.files, outcome);
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

const emptySample: Sample = {kind: 'table', header: [], rows: []};

const prepareAll = async (looking: Telling, files: readonly FoundFile[], {failed, skipped}: Outcome): Promise<readonly Prepared[]> => {
	const {request, folder} = looking;
	const prepared: Prepared[] = [];
	const all = await Promise.all(files.map(async file => file.path === standardInput ? keepStandardInput(request, folder, looking.options.signal) : file));
	for await (const each of withMembers(looking, all, {failed, skipped})) {
		await pauseIfDue();
		try {
			const claimed = claimText(await prepareFile(each.path, each.location, each.torn, each.small), scoped(each.path, request.formats));
			const file = claimed.structure.kind === 'parquet' ? await withFirstRows(await looking.session(), claimed) : claimed;
			const sample = await sampleOf(file);
			if (!sample) {
				throw new NoLogError('it is no table and no JSON: no record can be told from another', {where: each.path, next: 'Give an export as CSV, TSV, JSON, NDJSON or Parquet, with a header row. Web and database logs are read as text: `whosaw formats` lists them.'});
			}

			const chosen = chooseFor(file, sample, request);
			// What a format claims is asked nothing more: the records of thousands of files would fill the memory.
			const isSettled = 'choice' in chosen && Object.keys(chosen.choice.mapping).length === 0 && (request.maps ?? []).length === 0;
			prepared.push({file, sample: isSettled ? emptySample : sample, named: each.named, chosen});
			if ('choice' in chosen && !needsDateOrder(chosen.choice)) {
				tellFirst(looking, chosen.choice);
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
const withMembers = async function * ({folder, options: {signal, onProgress}}: Looking, files: ReadonlyArray<FoundFile & {readonly location?: string}>, {failed, skipped}: Outcome): AsyncGenerator<FoundFile & Partial<Member> & {readonly small?: SmallFile}> {
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
			failed.push(...opened.failed.filter(({path}) => wanted?.includes(path) ?? true), ...missingMembers(wanted, opened));
			skipped.push(...opened.skipped.filter(({path}) => wanted?.includes(path) ?? true));
			yield * wanted ? opened.files.filter(({path}) => wanted.includes(path)).map(member => ({...member, named: true})) : opened.files;
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

const missingMembers = (wanted: readonly string[] = [], {files, skipped, failed}: OpenedArchive): readonly FailedSource[] =>
	wanted.filter(path => ![...files, ...skipped, ...failed].some(each => each.path === path)).map(path => ({path, error: 'no such member of the archive', next: 'Check the path.'}));

/** What becomes of an error is decided when all files are known. */
const chooseFor = (file: PreparedFile, sample: Sample, request: LoadRequest): Prepared['chosen'] => {
	if (file.structure.kind === 'empty' || (sample.rows.length === 0 && sample.kind === 'json')) {
		return {choice: emptyChoice(file)};
	}

	try {
		return {choice: choosePlan(file, sample, request)};
	} catch (error) {
		return {error};
	}
};

/** The first records; of a file whose first record is longer than its head, read from the file itself. */
const sampleOf = async (file: PreparedFile): Promise<Sample | undefined> => {
	if (file.firstRows) {
		return {kind: 'json', rows: file.firstRows.map(row => parseObject(row)).filter(row => row !== undefined)};
	}

	const sample = file.structure.kind === 'empty' ? emptySample : firstRecords(file, 300);
	if (sample?.kind !== 'json' || sample.rows.length > 0 || file.headIsWhole) {
		return sample;
	}

	const rows: Array<Readonly<Record<string, unknown>>> = [];
	for await (const {text, record} of readRecords(file)) {
		const row = parseObject(text);
		rows.push(...(row ? [row] : []));
		if (rows.length >= 20 || record >= 1000) {
			break;
		}
	}

	return {kind: 'json', rows};
};

/** Only the engine reads Parquet: what is to be seen of it before it is loaded is asked here. */
const withFirstRows = async (session: Session, file: PreparedFile): Promise<PreparedFile> => {
	const {parquetRows} = await import('../store/parquet-rows.ts');
	try {
		const firstRows: string[] = [];
		for await (const line of parquetRows(session, file.location, 300)) {
			firstRows.push(line);
		}

		return {...file, firstRows};
	} catch (error) {
		throw new ExpectedError(`the Parquet file is damaged (${(error as Error).message.split('\n')[0]!})`, {where: file.path, next: 'Export it again.', cause: error});
	}
};

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

/** An empty file has no records and is no error; nor is the answer of a product that nothing happened. */
const emptyChoice = (file: PreparedFile): Choice => {
	const answer = file.structure.kind === 'json' && file.headIsWhole ? wholeObject(file.head.toString('utf8')) : undefined;
	const format = answer && formatOfEmpty(answer);
	return {
		file, format: format?.name ?? (file.structure.kind === 'empty' ? 'empty' : 'json'), why: `${format ? `an answer of ${format.title}: ` : ''}there is nothing in it`, mapping: {}, limitations: format?.limitations ?? [],
		fields: {time: {kind: 'literal', text: ''}, timeStyle: {kind: 'iso'}}, zone: {name: 'UTC', given: true}, family: `empty ${file.path}`,
	};
};
