import {formatNumber} from '../document/format-number.ts';
import {textWidth} from '../document/text-width.ts';
import {visibleText} from '../document/visible-text.ts';
import type {Accounting, FailedSource, Source} from '../records/source.ts';
import {fitPath} from './text-page.ts';

type Entry = {readonly path: string; readonly records: Accounting};

/** `read = kept + duplicate + rejected`, in words. */
export const accountingText = ({read, kept, duplicate, rejected}: Accounting): string =>
	`${formatNumber(read)} read = ${formatNumber(kept)} kept + ${formatNumber(duplicate)} duplicate + ${formatNumber(rejected)} rejected`;

export const sumOf = (sources: readonly Source[]): Accounting => {
	const sum = {read: 0, kept: 0, duplicate: 0, rejected: 0};
	for (const {records} of sources) {
		sum.read += records.read;
		sum.kept += records.kept;
		sum.duplicate += records.duplicate;
		sum.rejected += records.rejected;
	}

	return sum;
};

const pathRoom = (entries: ReadonlyArray<{readonly path: string}>, widest: number): number => {
	let room = 5;
	for (const {path} of entries) {
		room = Math.max(room, textWidth(visibleText(path)));
	}

	return Math.min(room, widest);
};

/** Narrower than this a path says nothing: then it gets a line of its own. */
const narrowest = 12;

/** A line a source, and one for all of them. */
export const accountingLines = (sources: readonly Source[], failed: readonly FailedSource[]): readonly string[] => {
	const entries: readonly Entry[] = [...sources, ...(sources.length > 1 ? [{path: 'total', records: sumOf(sources)}] : [])];
	let widest = 0;
	for (const {records} of entries) {
		widest = Math.max(widest, accountingText(records).length);
	}

	const beside = 76 - widest >= narrowest;
	const room = beside ? pathRoom([...entries, ...failed], 76 - widest) : 78;
	return [
		...entries.flatMap(({path, records}) => beside ? [`${fitPath(path, room)}  ${accountingText(records)}`] : [fitPath(path, room), `  ${accountingText(records)}`]),
		...failed.map(({path}) => `${fitPath(path, Math.min(room, 58))}  could not be read`),
	];
};
