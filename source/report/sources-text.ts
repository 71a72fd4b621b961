import {formatBytes, formatCount, formatNumber} from '../document/format-number.ts';
import {visibleText} from '../document/visible-text.ts';
import {formatInstant} from '../records/instant.ts';
import type {Resolutions} from '../records/identity.ts';
import type {FailedSource, Rejection, SkippedFile, Source} from '../records/source.ts';
import {accountingText, sumOf} from './accounting-lines.ts';
import type {EventList} from '../investigation/event-lists/event-list.ts';
import {listsText} from './list-lines.ts';
import {resolutionsText} from './resolution-lines.ts';
import {labelled} from './text-page.ts';

/** Unmatched raw values shown; the rest is counted. */
const shownValues = 10;

/** What `whosaw sources` prints. */
export type SourcesReport = {
	readonly sources: readonly Source[];
	readonly failed: readonly FailedSource[];
	readonly skipped: readonly SkippedFile[];
	/** Absent when not all ids of the logs are known. */
	readonly resolutions?: Resolutions | undefined;
	/** Behind bulk exports. */
	readonly lists: readonly EventList[];
	/** Given only when every rejected record is to be listed. */
	readonly rejected?: AsyncIterable<{readonly path: string; readonly rejection: Rejection}>;
};

const indented = (lines: readonly string[]): readonly string[] => lines.map(line => `  ${line}`.trimEnd());

const field = (label: string, text: string): readonly string[] => indented(labelled(label, text, 12));

const times = ({firstAt, lastAt, timezone}: Source): string => {
	const zone = `zone ${timezone.name}${timezone.assumed ? ', assumed (--timezone says which)' : ''}`;
	return firstAt === undefined || lastAt === undefined ? `none; ${zone}` : `${formatInstant(firstAt)} to ${formatInstant(lastAt)}; ${zone}`;
};

const place = ({record, byte}: {readonly record: number; readonly byte?: number}): string =>
	byte === undefined ? `record ${formatNumber(record)}` : `record ${formatNumber(record)}, byte ${formatNumber(byte)}`;

const unmatched = ({unmatched: values}: Source): readonly string[] => [
	...values.slice(0, shownValues).flatMap(({value, records, reason}) => field('unmatched', `${value} (${formatCount(records, 'record')}${reason === undefined ? '' : `; ${reason}`})`)),
	...(values.length > shownValues ? field('', `and ${formatCount(values.length - shownValues, 'more value')} (--format json)`) : []),
];

/** The records that share an id and differ, as far as one looks at them in a terminal. */
const conflictText = (conflicts: number, records: readonly number[]): string => {
	const shown = records.slice(0, shownValues).map(record => formatNumber(record)).join(', ');
	return `${formatCount(conflicts, 'id')} used again for a record that differs, all kept: records ${shown}${records.length > shownValues ? ', … (--format json lists more)' : ''}`;
};

const notes = ({possibleDuplicates, incomplete, ambiguousTimes, conflicts, conflicting = []}: Source): readonly string[] => [
	...(incomplete ? ['incomplete: the file is torn or damaged, there was more'] : []),
	...(possibleDuplicates > 0 ? [`${formatCount(possibleDuplicates, 'possible duplicate')} of records in an earlier file, all kept (--overlapping counts them once)`] : []),
	...(conflicts > 0 ? [conflictText(conflicts, conflicting)] : []),
	...(ambiguousTimes > 0 ? [`${formatCount(ambiguousTimes, 'time')} that the clock shows twice, the earlier taken`] : []),
].flatMap(text => field('note', text));

const sourceLines = (source: Source): readonly string[] => [
	visibleText(source.path),
	...field('format', `${source.format}: ${source.why}`),
	...field('records', accountingText(source.records)),
	...field('time', times(source)),
	...field('size', formatBytes(source.bytes)),
	...field('sha256', source.sha256),
	...Object.entries(source.mapping).flatMap(([role, column], index) => field(index === 0 ? 'mapping' : '', `${role} = ${column}`)),
	...(source.unusedColumns ? field('unused', source.unusedColumns.join(', ')) : []),
	...source.rejections.flatMap(({reason, records, first}) => field('rejected', `${formatNumber(records)} × ${reason} (first: ${place(first)})`)),
	...unmatched(source),
	...notes(source),
	'',
];

const failedLines = ({path, error, next}: FailedSource): readonly string[] =>
	[visibleText(path), ...field('unread', error), ...(next === undefined ? [] : field('', next)), ''];

const skippedLines = (skipped: readonly SkippedFile[]): readonly string[] =>
	skipped.length === 0 ? [] : ['Skipped', ...skipped.flatMap(({path, reason}) => indented(labelled('-', `${path}: ${reason}`, 2))), ''];

async function * rejectedLines(rejected: NonNullable<SourcesReport['rejected']>): AsyncGenerator<string> {
	yield 'Rejected records\n';
	for await (const {path, rejection} of rejected) {
		yield `  ${visibleText(path)}, ${place(rejection)}: ${visibleText(rejection.reason)}\n    ${visibleText(rejection.raw)}\n`;
	}
}

/** What would be loaded, for a terminal of 80 columns. */
export async function * sourcesText({sources, failed, skipped, resolutions, lists, rejected}: SourcesReport): AsyncGenerator<string> {
	for (const source of sources) {
		yield `${sourceLines(source).join('\n')}\n`;
	}

	yield [...failed.flatMap(source => failedLines(source)), ...skippedLines(skipped)].map(line => `${line}\n`).join('');
	yield resolutions ? resolutionsText(resolutions) : '';
	yield listsText(lists);
	yield `${formatCount(sources.length, 'source')}: ${accountingText(sumOf(sources))}\n`;
	if (rejected) {
		yield '\n';
		yield * rejectedLines(rejected);
	}
}
