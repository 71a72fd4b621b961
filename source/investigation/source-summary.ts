import {formatNumber} from '../document/format-number.ts';
import {BugError} from '../errors.ts';
import {pauseIfDue} from '../files/pause.ts';
import {readRecords} from '../files/read-records.ts';
import type {ScanResult} from '../files/scan.ts';
import type {RejectionGroup, Source} from '../records/source.ts';
import type {Duplicates} from '../store/add-source.ts';
import type {Session} from '../store/database.ts';
import {askProblems} from '../store/questions/rejected.ts';
import type {LoadedSource} from './loaded-source.ts';
import {unusedColumns} from './missing-columns.ts';

/** The record number of the n-th row of a source (from 0): rejected pieces have numbers too, and so have the records of other parts of its file. */
export const recordNumber = ({rejected, without}: Pick<ScanResult, 'rejected' | 'without'>, n: number): number => {
	const numberOf = without ? (at: number): number => without[at]! : (at: number): number => rejected[at]!.record;
	// The smallest record r with r − (records without a row up to r) = n + 1.
	let low = 0;
	let high = (without ?? rejected).length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (numberOf(middle) - middle <= n + 1) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return n + 1 + low;
};

const mostGroups = 1000;

/** Where no record could be read there was nothing to tell its columns by: that is not to be taken for an empty file. */
const whyOf = ({why, format, mapping}: LoadedSource['choice'], {read, rejected}: Source['records']): string =>
	format === 'json' && Object.keys(mapping).length === 0 && read > 0 && rejected === read ? read === 1 ? 'its one record was rejected' : `all ${formatNumber(read)} records were rejected` : why;

type Found = Duplicates extends ReadonlyMap<number, infer Value> ? Value | undefined : never;

/** The accounting of one source: read = kept + duplicate + rejected, or it is our own fault. */
export const sourceSummary = async (session: Session, loaded: Omit<LoadedSource, 'source'> & {readonly unmatched: Source['unmatched']}, found: Found): Promise<Source> => {
	const {id, choice, scan, staged, unmatched, file} = loaded;
	const misread = staged.rows - staged.understood;
	const rejectedRecords = scan.rejected.length + misread;
	const duplicate = found?.duplicates ?? 0;
	const records = {read: scan.records, kept: staged.understood - duplicate, duplicate, rejected: rejectedRecords};
	if (records.read !== records.kept + records.duplicate + records.rejected) {
		throw new BugError(`the records of ${file.path} do not add up: ${JSON.stringify(records)}`);
	}

	const unused = unusedColumns(choice);
	const zoneAssumed = !choice.zone.given && staged.naive > 0;
	return {
		path: file.path, format: choice.format, why: whyOf(choice, records), sha256: scan.sha256, bytes: scan.bytes, records,
		mapping: choice.mapping as Readonly<Record<string, string>>, ...(unused.length > 0 ? {unusedColumns: unused} : {}), possibleDuplicates: found?.possible ?? 0, incomplete: scan.incomplete,
		...(staged.firstAt === undefined ? {} : {firstAt: staged.firstAt}), ...(staged.lastAt === undefined ? {} : {lastAt: staged.lastAt}),
		timezone: {name: choice.zone.name, assumed: zoneAssumed}, ambiguousTimes: staged.ambiguous, unmatched,
		// Ordinals are not known after a one-shot scan: places are then left to `sources`, which loads everything.
		rejections: staged.partial || rejectedRecords === 0 ? [] : await rejectionGroups(session, {id, file, scan}), conflicts: found?.conflicts ?? 0,
		...(found && found.conflicting.length > 0 ? {conflicting: found.conflicting.map(n => recordNumber(scan, n))} : {}),
	};
};

/** The accounting of a source that was loaded before, beside the sources that came after it: they repeat its records, or contradict them. */
export const accountedAgain = ({source, scan, staged}: LoadedSource, found: Found): Source => {
	const {conflicting: _, ...others} = source;
	const duplicate = found?.duplicates ?? 0;
	return {
		...others, records: {...source.records, kept: staged.understood - duplicate, duplicate}, possibleDuplicates: found?.possible ?? 0, conflicts: found?.conflicts ?? 0,
		...(found && found.conflicting.length > 0 ? {conflicting: found.conflicting.map(n => recordNumber(scan, n))} : {}),
	};
};

type Rejecting = {readonly id: number; readonly file: LoadedSource['file']; readonly scan: ScanResult};

type Group = {readonly reason: string; readonly records: number; /** The first of them. */ readonly record: number};

/** The groups with most records, and one of what the others come to. Reasons can be as many as records: they are sorted in pieces, with pauses. */
const mostOf = async (groups: ReadonlyMap<string, Omit<Group, 'reason'>>): Promise<readonly Group[]> => {
	let most: Group[] = [];
	let [reasons, records, record] = [0, 0, Infinity];
	const cut = (): void => {
		const sorted = most.toSorted((a, b) => b.records - a.records || a.record - b.record);
		for (const group of sorted.slice(mostGroups)) {
			reasons++;
			records += group.records;
			record = Math.min(record, group.record);
		}

		most = sorted.slice(0, mostGroups);
	};

	for (const [reason, group] of groups) {
		most.push({reason, ...group});
		if (most.length === 2 * mostGroups) {
			cut();
			await pauseIfDue();
		}
	}

	cut();
	return reasons === 0 ? most : [...most, {reason: `${reasons} more reasons`, records, record}];
};

/** Rejected records by reason, most first, with the place of the first of each. */
const rejectionGroups = async (session: Session, {id, file, scan}: Rejecting): Promise<readonly RejectionGroup[]> => {
	const groups = new Map<string, Omit<Group, 'reason'>>();
	for (const {reason, records, first} of await askProblems(session, id)) {
		groups.set(reason, {records, record: recordNumber(scan, first)});
		const pause = pauseIfDue();
		if (pause) {
			await pause;
		}
	}

	for (const {reason, record} of scan.rejected) {
		const group = groups.get(reason);
		groups.set(reason, {records: (group?.records ?? 0) + 1, record: Math.min(group?.record ?? record, record)});
		const pause = pauseIfDue();
		if (pause) {
			await pause;
		}
	}

	const most = await mostOf(groups);
	const offsets = await offsetsOf(file, scan, most.map(({record}) => record));
	return most.map(({reason, records, record}) => {
		const byte = offsets.get(record);
		return {reason, records, first: {record, ...(byte === undefined ? {} : {byte})}};
	});
};

const offsetsOf = async (file: LoadedSource['file'], scan: ScanResult, records: readonly number[]): Promise<ReadonlyMap<number, number>> => {
	const offsets = new Map<number, number>();
	for await (const {record, offset} of readRecords(file, {records: [...new Set(records)].toSorted((a, b) => a - b), checkpoints: scan.checkpoints})) {
		offsets.set(record, offset);
	}

	return offsets;
};
