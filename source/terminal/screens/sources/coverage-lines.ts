import {formatCount, formatNumber} from '../../../document/format-number.ts';
import {sparkline} from '../../../document/sparkline.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {SystemDays} from '../../../investigation/investigation.ts';
import {dayText, silentDays, type DayRange} from '../../../records/silent-days.ts';
import {inTone, span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {fitText} from '../../text/fit-text.ts';
import type {SourcesScreen} from './sources-state.ts';

/** Stretches of days without a record, between the first and the last day of all systems, the longest first. */
export const gapsOf = (days: readonly number[], range: DayRange): readonly DayRange[] =>
	silentDays(days, range).toSorted((a, b) => (b.to - b.from) - (a.to - a.from) || a.from - b.from);

/** So many gaps are named, the longest, in the order of their days; the others are counted. */
const namedGaps = 4;

const gapText = ({from, to}: DayRange): string => from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`;

const gapWords = (gaps: readonly DayRange[]): string => {
	const days = gaps.reduce((sum, {from, to}) => sum + to - from + 1, 0);
	const more = gaps.length > namedGaps ? `, and ${formatNumber(gaps.length - namedGaps)} more` : '';
	return gaps.length === 0 ? 'a record on every day' : `no record on ${formatCount(days, 'day')}: ${gaps.slice(0, namedGaps).toSorted((a, b) => a.from - b.from).map(gap => gapText(gap)).join(', ')}${more}`;
};

const nameWidth = 18;

/** Columns of equally many days, so that none stands out for being longer. One is hatched when none of its days has a record. */
const bars = ({days, events}: SystemDays, {from, to}: DayRange, perColumn: number): Line => {
	const columns = Array.from({length: Math.ceil((to - from + 1) / perColumn)}, () => 0);
	for (const [index, day] of days.entries()) {
		columns[Math.floor((day - from) / perColumn)]! += events[index] ?? 0;
	}

	return [...sparkline(columns)].map((bar, index) => columns[index] === 0 ? span('░', 'warning') : span(bar, 'accent'));
};

const rangeOf = (systems: readonly SystemDays[]): DayRange | undefined => {
	const ends = systems.flatMap(({days}) => [days[0]!, days.at(-1)!]);
	return ends.length === 0 ? undefined : {from: Math.min(...ends), to: Math.max(...ends)};
};

const systemName = ({system}: SystemDays): string => visibleText(system ?? 'no system named');

/** The same for the ear: no bars, and what is said of a system in one sentence. */
export const coverageWords = (coverage: SourcesScreen['coverage']): readonly string[] => {
	if (!coverage || 'failure' in coverage) {
		return coverage ? [coverage.failure] : ['asking'];
	}

	const range = rangeOf(coverage.systems);
	return range ? [
		`${dayText(range.from)} to ${dayText(range.to)}, days of ${coverage.zone}. No record is not no access.`,
		...coverage.systems.map(system => `${systemName(system)}: ${gapWords(gapsOf(system.days, range))}`),
	] : ['No record was understood.'];
};

/** Each system by days: where it has no record, the logs cannot say that nothing happened. */
export const coverageLines = (coverage: SourcesScreen['coverage'], width: number): readonly Line[] => {
	if (!coverage || 'failure' in coverage) {
		return [[span(coverage ? visibleText(coverage.failure) : 'asking…', 'quiet')]];
	}

	const range = rangeOf(coverage.systems);
	if (!range) {
		return [[span('No record was understood.', 'quiet')]];
	}

	const room = Math.max(10, width - nameWidth - 2);
	const perColumn = Math.max(1, Math.ceil((range.to - range.from + 1) / room));
	return [
		...wrapWords(`${dayText(range.from)} to ${dayText(range.to)}, days of ${coverage.zone}${perColumn > 1 ? `; a column is ${formatCount(perColumn, 'day')}` : ''}. ░ no record: that is not no access.`, width).map((row): Line => [span(row, 'quiet')]),
		...coverage.systems.flatMap((system): readonly Line[] => [
			[span(fitText(systemName(system), nameWidth)), span('  '), ...bars(system, range, perColumn)],
			...wrapWords(gapWords(gapsOf(system.days, range)), room).map(row => inTone([span(' '.repeat(nameWidth + 2)), span(row)], 'quiet')),
		]),
	];
};
