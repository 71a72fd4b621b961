import {BugError, CancelledError, ExpectedError} from '../errors.ts';
import type {PrivateFolder} from '../files/private-folder.ts';
import {scanFile} from '../files/scan.ts';
import type {FailedSource, Source} from '../records/source.ts';
import {addSource, markDuplicates} from '../store/add-source.ts';
import type {Session} from '../store/database.ts';
import {joinSalesforceForms} from '../store/salesforce-ids.ts';
import {emptyEvents} from '../store/schema.ts';
import {dropPassingColumns} from '../store/record-columns.ts';
import type {Rule} from '../rules/rule.ts';
import type {SourcePlan} from '../store/plan.ts';
import type {KeepRows} from '../store/stage.ts';
import type {Choice} from './choose-plan.ts';
import type {LoadOptions} from './investigation.ts';
import {loadSource, type LoadedStage} from './load-source.ts';
import {filesOfSeveral} from './late-parts.ts';
import {isSmall, likeness, loadTogether} from './load-together.ts';
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
	/** Looks once more at files that hold records of several formats, and tells these apart; undefined where all are to be read as one. */
	readonly lookAgain: (looked: LookedAt, paths: readonly string[]) => Promise<LookedAt | undefined>;
};

/** So many values without a rule are listed. */
const mostUnmatched = 1000;

/** Loads what was looked at; every source ends loaded, failed or skipped. */
export const loadSources = async (loading: Loading, looked: LookedAt): Promise<Loaded> => {
	const {options: {onProgress, signal}, growing = false, before = []} = loading;
	const failed = [...looked.failed];
	const loaded = await loadAll(loading, looked.choices, failed);
	const mixed = await filesOfSeveral(loading.session, loaded, signal);
	const again = mixed.length === 0 ? undefined : await loading.lookAgain(looked, mixed);
	if (again) {
		if (before.length > 0) {
			throw new ExpectedError('a new one holds records of several formats');
		}

		await emptyEvents(loading.session);
		return loadSources(loading, again);
	}

	await joinSalesforceForms(loading.session);
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
const planner = (choices: readonly Choice[], growing: boolean): ((choice: Choice, id: number) => SourcePlan) => {
	const families = new Map<string, number>();
	for (const {family} of choices) {
		families.set(family, (families.get(family) ?? 0) + 1);
	}

	return (choice, id) => ({
		id, file: choice.file, format: choice.format, fields: choice.fields, zone: choice.zone.name, family: choice.family,
		fingerprint: growing || families.get(choice.family)! > 1,
		...(choice.envelope ? {envelope: choice.envelope} : {}),
	});
};

/** Sources that stand in the store, before their accounting. */
type Stored = Omit<LoadedSource, 'source'> & {readonly unmatched: Source['unmatched']};

const loadAll = async (loading: Loading, choices: readonly Choice[], failed: FailedSource[]): Promise<readonly Stored[]> => {
	const {session, folder, options: {signal, onProgress}, keep, rules, growing = false, before = []} = loading;
	const planOf = planner(choices, growing);
	const loaded: Stored[] = [];
	const add = (choice: Choice, {plan, scan, staged}: LoadedStage, unmatched: Source['unmatched'] = []): void => {
		loaded.push({id: plan.id, plan, choice: {...choice, file: plan.file}, file: plan.file, scan, staged, unmatched});
	};

	const loadOne = async (choice: Choice): Promise<void> => {
		const {file} = choice;
		try {
			const plan = planOf(choice, before.length + loaded.length);
			const report = (bytes: number, records: number): void => onProgress?.({kind: 'loading', path: file.path, bytes, ofBytes: file.bytes, records});
			report(0, 0);
			if (file.structure.kind === 'empty') {
				add(choice, await emptyResult(plan));
				return;
			}

			const result = await loadSource(plan, {session, folder, keep: keep(plan), onProgress: report, ...(signal ? {signal} : {})});
			add(choice, result, (await addSource(session, result.plan, {rules, mostUnmatched})).get(plan.id));
		} catch (error) {
			if (error instanceof CancelledError || error instanceof BugError || signal?.aborted) {
				throw error instanceof BugError ? error : new CancelledError();
			}

			const failure = failureOfFile(file.path, error);
			failed.push(failure);
			onProgress?.({kind: 'failed', source: failure});
		}
	};

	/** Loads as many of these as go together, and says how many that were. */
	const loadSome = async (some: readonly Choice[]): Promise<number | undefined> => {
		const first = before.length + loaded.length;
		const report = (files: number, records: number): void => {
			const {path, bytes} = some[files - 1]!.file;
			onProgress?.({kind: 'loading', path, bytes, ofBytes: bytes, records});
		};

		const result = await loadTogether(some.map((choice, index) => planOf(choice, first + index)), {session, folder, keep: undefined, onProgress: report, ...(signal ? {signal} : {})});
		if (!result || result.each.length === 0) {
			return result && 0;
		}

		const unmatched = await addSource(session, result.plan, {rules, mostUnmatched});
		for (const [index, each] of result.each.entries()) {
			add(some[index]!, each, unmatched.get(each.plan.id));
		}

		return result.each.length;
	};

	for (const group of alike(choices, choice => keep(planOf(choice, 0)) === undefined && isSmall(choice.file) ? likeness(planOf(choice, 0)) : undefined)) {
		for (let at = 0, most = group.length; at < group.length;) {
			const some = group.slice(at, at + most);
			const taken = some.length > 1 ? await loadSome(some) : 0;
			if (taken === undefined) {
				most = Math.ceil(most / 2);
			} else if (taken === 0) {
				await loadOne(some[0]!);
			}

			at += taken === undefined ? 0 : Math.max(taken, 1);
		}
	}

	return loaded;
};

/** Neighbours of one likeness; those that have none stand alone. */
const alike = (choices: readonly Choice[], likenessOf: (choice: Choice) => string | undefined): ReadonlyArray<readonly Choice[]> => {
	const groups: Choice[][] = [];
	let last: string | undefined;
	for (const choice of choices) {
		const own = likenessOf(choice);
		if (own !== undefined && own === last) {
			groups.at(-1)!.push(choice);
		} else {
			groups.push([choice]);
		}

		last = own;
	}

	return groups;
};

const emptyResult = async (plan: SourcePlan): Promise<LoadedStage> => {
	return {plan, scan: await scanFile(plan.file), staged: {rows: 0, understood: 0, ambiguous: 0, naive: 0, partial: false, elsewhere: 0}};
};
