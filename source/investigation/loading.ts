import {BugError, CancelledError, ExpectedError} from '../errors.ts';
import {findFiles, type FoundFile} from '../files/find-files.ts';
import {prepareFile, type PreparedFile} from '../files/prepared-file.ts';
import type {PrivateFolder} from '../files/private-folder.ts';
import {readRecords} from '../files/read-records.ts';
import {firstRecords, parseObject} from '../files/sample-records.ts';
import {scanFile} from '../files/scan.ts';
import type {Sample} from '../formats/format.ts';
import type {FailedSource, SkippedFile, Source} from '../records/source.ts';
import {addSource, markDuplicates, unmatchedValues} from '../store/add-source.ts';
import type {Session} from '../store/database.ts';
import {parquetRows} from '../store/parquet-rows.ts';
import type {SourcePlan} from '../store/plan.ts';
import type {KeepRows} from '../store/stage.ts';
import {choosePlan, refuseUnusedMaps, type Choice} from './choose-plan.ts';
import {decideDateOrders} from './date-order.ts';
import type {LoadOptions, LoadRequest} from './investigation.ts';
import {loadSource} from './load-source.ts';
import type {Loaded, LoadedSource} from './loaded-source.ts';
import {sourceSummary} from './source-summary.ts';
import {keepStandardInput} from './standard-input.ts';
import {previewEvents} from './preview.ts';

export type Loading = {readonly session: Session; readonly folder: PrivateFolder; readonly request: LoadRequest; readonly options: LoadOptions; readonly keep: (plan: SourcePlan) => KeepRows};

type Prepared = {readonly file: PreparedFile; readonly sample: Sample};
type Outcome = {readonly failed: FailedSource[]; readonly skipped: SkippedFile[]};

/** Finds, looks at, decides and loads; every source ends loaded, failed or skipped. */
export const loadSources = async (loading: Loading): Promise<Loaded> => {
	const {request, options: {onProgress, signal}} = loading;
	const apart = [...request.employees ?? [], ...request.customers ?? []];
	const found = await findFiles(request.paths.filter(path => path !== '-'), apart);
	const outcome: Outcome = {failed: [...found.failed], skipped: [...found.skipped]};
	onProgress?.({kind: 'found', files: found.files.length, bytes: found.files.reduce((sum, {bytes}) => sum + bytes, 0)});
	const prepared = await prepareAll(loading, found.files, outcome);
	refuseUnusedMaps(request, prepared.filter(({file}) => file.structure.kind !== 'empty').map(({sample}) => sample));
	const choices = await decideDateOrders(choose(prepared, found.files, request, outcome), request.dateOrder, signal);
	for (const choice of choices) {
		onProgress?.({kind: 'preview', path: choice.file.path, format: choice.format, events: previewEvents(choice)});
	}

	const loaded = await loadAll(loading, choices, outcome);
	onProgress?.({kind: 'phase', text: 'finding duplicates'});
	const duplicates = await markDuplicates(loading.session, request.overlapping ?? false, signal);
	const sources: LoadedSource[] = [];
	for (const each of loaded) {
		const source = await sourceSummary(loading.session, each, duplicates.get(each.id));
		sources.push({...each, source});
		onProgress?.({kind: 'loaded', source});
	}

	return {sources, ...outcome};
};

const words = (path: string, error: unknown): FailedSource => {
	if (error instanceof ExpectedError && error.exitCode === 1) {
		return {path, error: error.message, ...(error.next === undefined ? {} : {next: error.next})};
	}

	throw error;
};

const emptySample: Sample = {kind: 'table', header: [], rows: []};

const prepareAll = async ({request, folder, session}: Loading, files: readonly FoundFile[], {failed, skipped}: Outcome): Promise<readonly Prepared[]> => {
	const prepared: Prepared[] = [];
	const all = request.paths.includes('-') ? [...files, await keepStandardInput(request, folder)] : files;
	for (const each of all) {
		try {
			const file = await prepareFile(each.path, 'location' in each ? each.location as string : each.path);
			const sample = await sampleOf(session, file);
			if (!sample) {
				throw new ExpectedError('it is no table and no JSON: no record can be told from another', {where: each.path, next: 'Give an export as CSV, TSV, JSON, NDJSON or Parquet, with a header row.'});
			}

			prepared.push({file, sample});
		} catch (error) {
			const failure = words(each.path, error);
			if (each.named) {
				failed.push(failure);
			} else {
				skipped.push({path: each.path, reason: failure.error});
			}
		}
	}

	return prepared;
};

/** The first records; of a file whose first record is longer than its head, read from the file itself. */
const sampleOf = async (session: Session, file: PreparedFile): Promise<Sample | undefined> => {
	if (file.structure.kind === 'parquet') {
		return parquetSample(session, file);
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

const parquetSample = async (session: Session, file: PreparedFile): Promise<Sample> => {
	try {
		const rows: Array<Readonly<Record<string, unknown>>> = [];
		for await (const line of parquetRows(session, file.location, 300)) {
			rows.push(JSON.parse(line) as Readonly<Record<string, unknown>>);
		}

		return {kind: 'json', rows};
	} catch (error) {
		throw new ExpectedError(`the Parquet file is damaged (${(error as Error).message.split('\n')[0]!})`, {where: file.path, next: 'Export it again.', cause: error});
	}
};

/** Decides formats and mappings. A table found below a folder that is plainly no log is skipped; anything else unclear stops the work. */
const choose = (prepared: readonly Prepared[], files: readonly FoundFile[], request: LoadRequest, {failed, skipped}: Outcome): readonly Choice[] =>
	prepared.flatMap(({file, sample}) => {
		if (file.structure.kind === 'empty' || (sample.rows.length === 0 && sample.kind === 'json')) {
			return [emptyChoice(file)];
		}

		try {
			return [choosePlan(file, sample, request)];
		} catch (error) {
			if (!(error instanceof ExpectedError) || error.exitCode === 2) {
				throw error;
			}

			if (files.find(({path}) => path === file.path)?.named ?? true) {
				if (prepared.length === 1 || /not clear/.test(error.message)) {
					throw error;
				}

				failed.push(words(file.path, error));
			} else if (/not clear.*time/.test(error.message)) {
				skipped.push({path: file.path, reason: 'no log: no column of times'});
			} else {
				throw error;
			}

			return [];
		}
	});

/** An empty file has no records and is no error. */
const emptyChoice = (file: PreparedFile): Choice => ({
	file, format: file.structure.kind === 'empty' ? 'empty' : 'json', why: 'there is nothing in it', mapping: {}, limitations: [],
	fields: {time: {kind: 'literal', text: ''}, timeStyle: {kind: 'iso'}}, zone: {name: 'UTC', given: true}, family: `empty ${file.path}`,
});

const planOf = (choice: Choice, id: number, choices: readonly Choice[]): SourcePlan => ({
	id, file: choice.file, format: choice.format, fields: choice.fields, zone: choice.zone.name, family: choice.family,
	fingerprint: choice.fields.id === undefined && choices.filter(({family}) => family === choice.family).length > 1,
	...(choice.envelope ? {envelope: choice.envelope} : {}),
});

const loadAll = async ({session, folder, options: {signal, onProgress}, keep}: Loading, choices: readonly Choice[], {failed}: Outcome): Promise<ReadonlyArray<Omit<LoadedSource, 'source'> & {readonly unmatched: Source['unmatched']}>> => {
	const loaded: Array<Omit<LoadedSource, 'source'> & {readonly unmatched: Source['unmatched']}> = [];
	for (const choice of choices) {
		const id = loaded.length;
		const {file} = choice;
		try {
			const plan = planOf(choice, id, choices);
			const report = (bytes: number, records: number): void => onProgress?.({kind: 'loading', path: file.path, bytes, ofBytes: file.bytes, records});
			report(0, 0);
			const result = file.structure.kind === 'empty'
				? await emptyResult(plan)
				: await loadSource(plan, {session, folder, keep: keep(plan), onProgress: report, ...(signal ? {signal} : {})});
			const unmatched = file.structure.kind === 'empty' ? [] : await unmatchedValues(session, result.plan, 1000);
			if (file.structure.kind !== 'empty') {
				await addSource(session, result.plan);
			}

			loaded.push({id, plan: result.plan, choice: {...choice, file: result.plan.file}, file: result.plan.file, scan: result.scan, staged: result.staged, unmatched});
		} catch (error) {
			if (error instanceof CancelledError || error instanceof BugError || signal?.aborted) {
				throw error instanceof BugError ? error : new CancelledError();
			}

			const failure = words(file.path, error);
			failed.push(failure);
			onProgress?.({kind: 'failed', source: failure});
		}
	}

	return loaded;
};

const emptyResult = async (plan: SourcePlan): Promise<Awaited<ReturnType<typeof loadSource>>> => {
	return {plan, scan: await scanFile(plan.file), staged: {rows: 0, understood: 0, ambiguous: 0, naive: 0, partial: false, elsewhere: 0}};
};
