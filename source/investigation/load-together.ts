import {rmSync} from 'node:fs';
import {CancelledError} from '../errors.ts';
import {pauseIfDue} from '../files/pause.ts';
import type {PreparedFile} from '../files/prepared-file.ts';
import {Feed, scanFile, type ScanResult} from '../files/scan.ts';
import type {SourcePlan} from '../store/plan.ts';
import {dropStage, keepStage, stagedParts, stageSource, type Staged} from '../store/stage.ts';
import type {LoadContext, LoadedStage} from './load-source.ts';

/*
Days of a cloud's log are thousands of files of a few records each, and the engine takes as long for a statement over one record as over
thousands. Files that are read alike are scanned each for itself, and given to the engine as one feed.
*/

/** Larger files gain nothing from company. */
const largestFile = 1 << 20;

/** What is loaded in one go: as much as one file of a fair size. */
const largestFeed = 1 << 26;

const numbers = new WeakMap<SourcePlan['fields'], number>();
const numberOfText = new Map<string, number>();

/** Most files of a format share one map: it is written out once. */
const numberOf = (fields: SourcePlan['fields']): number => {
	const known = numbers.get(fields);
	if (known !== undefined) {
		return known;
	}

	const text = JSON.stringify(fields);
	const number = numberOfText.get(text) ?? numberOfText.size;
	numberOfText.set(text, number);
	numbers.set(fields, number);
	return number;
};

/** What must agree for files to be read alike. */
export const likeness = ({file, format, fields, envelope, zone, family, fingerprint}: SourcePlan): string => {
	const {structure} = file;
	return JSON.stringify([format, numberOf(fields), envelope, zone, family, fingerprint, structure.kind, structure.kind === 'table' ? [structure.header, structure.shape.style] : []]);
};

/** Whether a file may be loaded together with others. */
export const isSmall = ({bytes, structure: {kind}}: PreparedFile): boolean => bytes <= largestFile && kind !== 'empty' && kind !== 'parquet';

/**
Loads the first of these sources, as many as go together: none, when the first has to be read by itself. `undefined` where the readers do not agree on
how many records there are: then fewer are to be tried. The plan is that of all of them.
*/
export const loadTogether = async (plans: readonly SourcePlan[], context: LoadContext): Promise<undefined | {readonly plan: SourcePlan; readonly each: readonly LoadedStage[]}> => {
	const path = context.folder.fresh('.feed');
	const scans = await scanInto(path, plans, context);
	try {
		const [first] = plans;
		if (!first || scans.length === 0) {
			return {plan: {...plans[0]!, parts: []}, each: []};
		}

		const plan: SourcePlan = {...first, parts: scans.map((scan, index) => ({path: plans[index]!.file.path, records: cleanRecords(scan)}))};
		const longest = Math.max(...scans.map(scan => scan.longest));
		const multiline = first.file.structure.kind === 'table' && scans.some(scan => scan.multiline);
		const staged = await stageSource(context.session, plan, {input: {path, skip: 0, lineEnd: '\n', multiline, longest}, keep: undefined, ...(context.signal ? {signal: context.signal} : {})});
		const parts = staged.rows === scans.reduce((sum, scan) => sum + cleanRecords(scan), 0) ? await stagedParts(context.session) : [];
		if (!parts.every((part, index) => agree(scans[index]!, part)) || parts.length !== scans.length) {
			await dropStage(context.session);
			return undefined;
		}

		await keepStage(context.session);
		return {plan, each: scans.map((scan, index) => ({plan: plans[index]!, scan, staged: parts[index]!}))};
	} finally {
		rmSync(path, {force: true});
	}
};

const cleanRecords = ({records, rejected}: ScanResult): number => records - rejected.length;

const agree = (scan: ScanResult, staged: Staged): boolean => staged.rows === cleanRecords(scan);

/** Scans files into one feed, until one of them cannot be read like the others. */
const scanInto = async (path: string, plans: readonly SourcePlan[], {signal, onProgress}: LoadContext): Promise<readonly ScanResult[]> => {
	const feed = new Feed(path);
	const scans: ScanResult[] = [];
	try {
		for (const {file} of plans) {
			const before = feed.length;
			const scan = await scanFile(file, {feed, ...(signal ? {signal} : {})}).catch((error: unknown) => {
				if (signal?.aborted) {
					throw error;
				}
			});
			if (!scan || scan.notUtf8) {
				feed.cut(before);
				break;
			}

			scans.push(scan);
			onProgress?.(scans.length, scan.records);
			await pauseIfDue();
			if (feed.length > largestFeed) {
				break;
			}
		}

		return scans;
	} catch (error) {
		throw signal?.aborted ? new CancelledError() : error;
	} finally {
		feed.close();
	}
};
