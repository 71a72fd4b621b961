import {BugError, CancelledError} from '../errors.ts';
import type {PrivateFolder} from '../files/private-folder.ts';
import {scanFile} from '../files/scan.ts';
import type {FailedSource, Source} from '../records/source.ts';
import {addSource, markDuplicates} from '../store/add-source.ts';
import type {Session} from '../store/database.ts';
import {dropPassingColumns} from '../store/record-columns.ts';
import type {Rule} from '../rules/rule.ts';
import type {SourcePlan} from '../store/plan.ts';
import type {KeepRows} from '../store/stage.ts';
import type {Choice} from './choose-plan.ts';
import type {LoadOptions} from './investigation.ts';
import {loadSource} from './load-source.ts';
import type {Loaded, LoadedSource} from './loaded-source.ts';
import {failureOfFile, type LookedAt} from './look-at-files.ts';
import {accountedAgain, sourceSummary} from './source-summary.ts';

export type Loading = {
	readonly session: Session;
	readonly folder: PrivateFolder;
	readonly overlapping: boolean;
	readonly options: LoadOptions;
	readonly keep: (plan: SourcePlan) => KeepRows;
	readonly rules: readonly Rule[];
	/** It is kept, and sources will be added to it: what they are compared by stays. */
	readonly growing?: boolean;
	/** Sources that stand in the store already, from an earlier load that was kept. */
	readonly before?: readonly LoadedSource[];
};

/** So many values without a rule are listed. */
const mostUnmatched = 1000;

/** Loads what was looked at; every source ends loaded, failed or skipped. */
export const loadSources = async (loading: Loading, looked: LookedAt): Promise<Loaded> => {
	const {options: {onProgress, signal}, growing = false, before = []} = loading;
	const failed = [...looked.failed];
	const loaded = await loadAll(loading, looked.choices, failed);
	onProgress?.({kind: 'phase', text: 'finding duplicates'});
	const duplicates = await markDuplicates(loading.session, loading.overlapping, signal);
	await dropPassingColumns(loading.session, {growing});
	const sources: LoadedSource[] = before.map(each => ({...each, source: accountedAgain(each, duplicates.get(each.id))}));
	for (const each of loaded) {
		const source = await sourceSummary(loading.session, each, duplicates.get(each.id));
		sources.push({...each, source});
		onProgress?.({kind: 'loaded', source});
	}

	return {sources, failed, skipped: looked.skipped};
};

/** Where sources will be added, another of the same family may come. */
const planOf = (choice: Choice, id: number, {choices, growing = false}: Pick<Loading, 'growing'> & {readonly choices: readonly Choice[]}): SourcePlan => ({
	id, file: choice.file, format: choice.format, fields: choice.fields, zone: choice.zone.name, family: choice.family,
	fingerprint: growing || choices.filter(({family}) => family === choice.family).length > 1,
	...(choice.envelope ? {envelope: choice.envelope} : {}),
});

const loadAll = async ({session, folder, options: {signal, onProgress}, keep, rules, growing = false, before = []}: Loading, choices: readonly Choice[], failed: FailedSource[]): Promise<ReadonlyArray<Omit<LoadedSource, 'source'> & {readonly unmatched: Source['unmatched']}>> => {
	const loaded: Array<Omit<LoadedSource, 'source'> & {readonly unmatched: Source['unmatched']}> = [];
	for (const choice of choices) {
		const id = before.length + loaded.length;
		const {file} = choice;
		try {
			const plan = planOf(choice, id, {choices, growing});
			const report = (bytes: number, records: number): void => onProgress?.({kind: 'loading', path: file.path, bytes, ofBytes: file.bytes, records});
			report(0, 0);
			const result = file.structure.kind === 'empty'
				? await emptyResult(plan)
				: await loadSource(plan, {session, folder, keep: keep(plan), onProgress: report, ...(signal ? {signal} : {})});
			const unmatched = file.structure.kind === 'empty' ? [] : await addSource(session, result.plan, {rules, mostUnmatched});

			loaded.push({id, plan: result.plan, choice: {...choice, file: result.plan.file}, file: result.plan.file, scan: result.scan, staged: result.staged, unmatched});
		} catch (error) {
			if (error instanceof CancelledError || error instanceof BugError || signal?.aborted) {
				throw error instanceof BugError ? error : new CancelledError();
			}

			const failure = failureOfFile(file.path, error);
			failed.push(failure);
			onProgress?.({kind: 'failed', source: failure});
		}
	}

	return loaded;
};

const emptyResult = async (plan: SourcePlan): Promise<Awaited<ReturnType<typeof loadSource>>> => {
	return {plan, scan: await scanFile(plan.file), staged: {rows: 0, understood: 0, ambiguous: 0, naive: 0, partial: false, elsewhere: 0}};
};
