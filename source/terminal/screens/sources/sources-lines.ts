import {formatBytes, formatCount, formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {Source} from '../../../records/source.ts';
import {blindingOf, valueShown, withoutQuotes, type Blinding} from '../../app/blinding.ts';
import type {Facts, State} from '../../app/state.ts';
import {factLines, headingLine, nameWidthOf, type Fact} from '../../drawing/facts.ts';
import {fitLine, inTone, span, type Line} from '../../drawing/line.ts';
import {oncePerAnswer} from '../../drawing/once-per-answer.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';
import {belowFolder} from '../../text/below-folder.ts';
import {cutMiddle, fitText} from '../../text/fit-text.ts';
import {sentences} from '../../text/sentences.ts';
import {earWidth, said} from '../../text/spoken-text.ts';
import {bodyBox} from '../frame/body-box.ts';
import {acquisitionFacts, type Described} from './acquisition-facts.ts';
import {changedLines} from './changed-lines.ts';
import {coverageLines, coverageWords} from './coverage-lines.ts';

/** What Enter and `w` are about. */
export type Target =
	| {readonly kind: 'rejected'; readonly path: string; readonly reason: string; readonly records: number}
	| {readonly kind: 'value'; readonly path: string; readonly field: 'column' | 'action' | 'resource'; readonly value: string; readonly records: number};

/** A row of the screen, and what can be opened there. */
export type Row = {readonly line: Line; readonly target?: Target; /** For the ear, where columns say it to the eye. */ readonly words?: string};

const plain = (lines: readonly Line[]): readonly Row[] => lines.map(line => ({line}));

type Counts = {readonly name: string; readonly records: Source['records']};

const numbers = ({read, kept, duplicate, rejected}: Source['records']): readonly number[] => [read, kept, duplicate, rejected];

type CountColumns = {readonly name: number; readonly titles: readonly string[]; readonly widths: readonly number[]};

const countLine = ({name, records}: Counts, {name: nameWidth, widths}: CountColumns): Line => [
	span(fitText(cutMiddle(visibleText(name), nameWidth), nameWidth)),
	...numbers(records).map((value, index) => span(`  ${fitText(formatNumber(value), widths[index]!, 'right')}`, index === 3 && value > 0 ? 'warning' : 'plain')),
];

/** On a narrow screen the titles give way: a number is never cut. */
const countColumns = (all: Source['records'], width: number): CountColumns => {
	const widthsOf = (titles: readonly string[], least: number): readonly number[] => numbers(all).map((value, index) => Math.max(least, formatNumber(value).length, titles[index]!.length));
	const titles = ['read', 'kept', 'duplicate', 'rejected'];
	const room = (widths: readonly number[]): number => width - widths.reduce((sum, wide) => sum + wide + 2, 0);
	const candidates = [{titles, widths: widthsOf(titles, 9)}, {titles, widths: widthsOf(titles, 0)}];
	const short = ['read', 'kept', 'dup.', 'rej.'];
	const {widths, titles: shown} = candidates.find(candidate => room(candidate.widths) >= 20) ?? {titles: short, widths: widthsOf(short, 0)};
	return {name: Math.max(6, Math.min(48, room(widths))), titles: shown, widths};
};

const total = (sources: readonly Source[]): Source['records'] => sources.reduce((sum, {records}) => ({
	read: sum.read + records.read, kept: sum.kept + records.kept, duplicate: sum.duplicate + records.duplicate, rejected: sum.rejected + records.rejected,
}), {read: 0, kept: 0, duplicate: 0, rejected: 0});

/** read = kept + duplicate + rejected, file by file and in all. */
const countWords = (name: string, {read, kept, duplicate, rejected}: Source['records']): string =>
	`${visibleText(name)}: ${formatCount(read, 'record')} read, ${formatNumber(kept)} kept, ${formatNumber(duplicate)} duplicate, ${formatNumber(rejected)} rejected`;

const accounting = (sources: readonly Source[], width: number): readonly Row[] => {
	const all = total(sources);
	const columns = countColumns(all, width);
	const head: Line = [span(fitText('records', columns.name), 'quiet'), ...columns.titles.map((title, index) => span(`  ${fitText(title, columns.widths[index]!, 'right')}`, 'quiet'))];
	const called = belowFolder(sources.map(({path}) => path));
	const rows = sources.map(({path, records}): Row => ({line: countLine({name: called(path), records}, columns), words: countWords(path, records)}));
	return [{line: head, words: ''}, ...rows, ...(sources.length > 1 ? [{line: inTone(countLine({name: 'in all', records: all}, columns), 'strong'), words: countWords('in all', all)}] : [])];
};

const mappingText = (mapping: Source['mapping']): string => Object.entries(mapping).map(([role, column]) => `${role}=${column}`).join('  ');

const doubts = (source: Source): readonly Fact[] => [
	...(source.incomplete ? [{name: 'incomplete', text: 'the file is torn or damaged: there was more', tone: 'bad'} as const] : []),
	...(source.possibleDuplicates > 0 ? [{name: 'possible duplicates', text: `${formatNumber(source.possibleDuplicates)}, all kept`, tone: 'warning'} as const] : []),
	...(source.conflicts > 0 ? [{name: 'conflicting ids', text: `${formatNumber(source.conflicts)}, all kept`, tone: 'warning'} as const] : []),
	...(source.ambiguousTimes > 0 ? [{name: 'ambiguous times', text: `${formatNumber(source.ambiguousTimes)} stand in the hour that occurs twice; the earlier was taken`, tone: 'warning'} as const] : []),
];

const factsOf = (source: Source, zone: string, described: Described): readonly Fact[] => {
	const {timezone, firstAt, lastAt} = source;
	return [
		{name: 'format', text: `${source.format}: ${source.why}`},
		...(Object.keys(source.mapping).length > 0 ? [{name: 'mapping', text: mappingText(source.mapping)}] : []),
		{name: 'zone', text: timezone.assumed ? `${timezone.name}, assumed: nobody said so` : timezone.name, tone: timezone.assumed ? 'warning' : 'plain'},
		...(firstAt === undefined || lastAt === undefined ? [] : [{name: 'from, to', text: `${zonedTime(firstAt, zone)} – ${zonedTime(lastAt, zone)} ${zone}`}]),
		{name: 'size', text: formatBytes(source.bytes)},
		{name: 'sha256', text: source.sha256, verbatim: true},
		...acquisitionFacts(described, source.sha256),
		...doubts(source),
	];
};

/** The names of what is told of all sources are as wide, so that the texts stand below each other. */
const about = (sources: readonly Source[], {zone, blinding, described, width}: {readonly zone: string; readonly blinding: Blinding; readonly described: Described; readonly width: number}): readonly Row[] => {
	const told = sources.map(source => ({source, facts: factsOf(source, zone, described)}));
	const nameWidth = told.reduce((widest, {facts}) => Math.max(widest, nameWidthOf(facts)), 0);
	return told.flatMap(({source, facts}) => [
		...plain([headingLine(visibleText(source.path)), ...factLines(facts, {width, nameWidth})]),
		...rejectedRows(source, blinding), ...unmatchedRows(source), ...plain([[]]),
	]);
};

/** Counts below each other end below each other. */
const aligned = (counted: ReadonlyArray<{readonly records: number}>): ((records: number) => string) => {
	const widest = counted.reduce((most, {records}) => Math.max(most, formatNumber(records).length), 0);
	return records => formatNumber(records).padStart(widest);
};

const rejectedRows = ({path, rejections}: Source, blinding: Blinding): readonly Row[] => {
	const count = aligned(rejections);
	return rejections.map(({reason, records, first}) => ({
		line: [
			span(`rejected  ${count(records)} × `, 'warning'), span(visibleText(withoutQuotes(reason, blinding))),
			span(`   first: record ${formatNumber(first.record)}${first.byte === undefined ? '' : `, byte ${formatNumber(first.byte)}`}`, 'quiet'),
		],
		target: {kind: 'rejected', path, reason, records},
	}));
};

/** So many values of a source are listed; the others are counted. */
const listedValues = 100;

const fieldWords = {column: 'data named', action: 'action', resource: 'resource'} as const;

const unmatchedRows = ({path, unmatched}: Source): readonly Row[] => {
	const listed = unmatched.slice(0, listedValues);
	const count = aligned(listed);
	const rows = listed.map(({value, records, field = 'action', reason}): Row => ({
		line: [span('no rule   ', 'warning'), span(`${count(records)} × ${fieldWords[field]} `, 'quiet'), span(visibleText(value)), ...(reason === undefined ? [] : [span(`   ${reason}`, 'quiet')])],
		target: {kind: 'value', path, field, value, records},
	}));
	const more = unmatched.length - listed.length;
	return more > 0 ? [...rows, {line: [span(`          and ${formatNumber(more)} more values; whosaw sources --format json lists them`, 'quiet')]}] : rows;
};

const rest = ({failed, skipped, notes}: Facts, width: number): readonly Line[] => {
	const facts: readonly Fact[] = [
		...failed.map(({path, error, next}): Fact => ({name: 'not read', tone: 'bad', text: sentences(`${path}: ${error}`, next)})),
		...skipped.map(({path, reason}): Fact => ({name: 'skipped', text: `${path}: ${reason}`})),
		...notes.map((text): Fact => ({name: 'note', text})),
	];
	return facts.length === 0 ? [] : [...factLines(facts, {width, nameWidth: 8}), []];
};

/** What became of every record, what the logs cover, and how each export was read. Of thousands of exports only a moved cursor is drawn anew. */
export const sourcesRows = ({facts, changed, sources: {coverage}, view: {zone}, spoken, opened, ...state}: State, width: number): readonly Row[] =>
	facts ? rowsOf(facts, changed, coverage, zone, blindingOf(state), opened?.state.sources, spoken, width) : [];

const rowsOf = oncePerAnswer((facts: Facts, changed: State['changed'], coverage: State['sources']['coverage'], zone: string, blinding: Blinding, described: Described, spoken: boolean, seen: number): readonly Row[] => {
	const width = spoken ? earWidth : seen;
	const covered = spoken ? coverageWords(coverage).map((text): Line => [span(visibleText(text))]) : coverageLines(coverage, width);
	const rows = [
		...plain(changedLines(changed, zone, width)), ...accounting(facts.sources, width),
		...plain([[], ...rest(facts, width), headingLine('Coverage'), ...covered, []]),
		...about(facts.sources, {zone, blinding, described, width}),
	];
	return spoken ? rows.filter(({line, words}) => (words ?? said(line)) !== '') : rows.slice(0, rows.findLastIndex(({line}) => line.length > 0) + 1);
});

/** What stands under the cursor and can be opened. */
export const targetOf = (state: State): Target | undefined => sourcesRows(state, bodyBox(state).width - signWidth)[state.sources.place.cursor]?.target;

/** Cursor sign before each row. */
export const signWidth = 2;

/** The rows in view, with the cursor; those that can be opened bear a sign. */
export const sourcesLines = (state: State): {readonly lines: readonly Line[]; readonly count: number} => {
	const {width, height} = bodyBox(state);
	const rows = sourcesRows(state, width - signWidth);
	const {cursor, top} = state.sources.place;
	const lines = rows.slice(top, top + height).map(({line, target}, slot) => {
		const here = top + slot === cursor;
		const shown = fitLine([span(here ? '▸ ' : (target ? '· ' : '  '), here ? 'accent' : 'quiet'), ...line.map(({text, tone}) => span(valueShown(text, state), tone))], width);
		return here ? inTone(shown, 'chosen') : shown;
	});
	return {lines, count: rows.length};
};
