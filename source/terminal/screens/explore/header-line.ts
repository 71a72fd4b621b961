import {formatCount, formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {countFiles} from '../../../records/source.ts';
import {saidText} from '../../app/blinding.ts';
import {nearestDeadline, standingOf} from '../../app/case-standing.ts';
import {exportRuns, isWorking} from '../../app/working.ts';
import type {Facts, State} from '../../app/state.ts';
import {cutMiddle} from '../../text/fit-text.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';
import {lineWidth, rule, span, type Line} from '../../drawing/line.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** `1 gone`, `2 changed`: what is told of them stands on the screen of sources. */
const changeWords = (changed: State['changed']): Line => (['gone', 'changed'] as const).flatMap(change => {
	const count = changed.filter(file => file.change === change).length;
	return count === 0 ? [] : [span(`${formatNumber(count)} ${change}`, 'bad')];
});

const listed = (spans: Line): Line => spans.flatMap((one, index) => index === 0 ? [one] : [span(' · ', 'quiet'), one]);

/** What every total rests on, from the fullest to the shortest: what may be wrong with it is left out last. */
const accountings = ({sources, failed, loaded}: Facts, changed: State['changed']): readonly Line[] => {
	const rejected = sum(sources.map(({records}) => records.rejected));
	const torn = sources.filter(({incomplete}) => incomplete).length;
	const bad: Line = [
		...(failed.length > 0 ? [span(`${formatNumber(failed.length)} not read`, 'bad')] : []),
		...changeWords(changed),
		...(torn > 0 ? [span(`${formatNumber(torn)} incomplete`, 'bad')] : []),
	];
	const doubtful: Line = [span(`${formatNumber(rejected)} rejected`, rejected > 0 ? 'warning' : 'quiet'), ...bad];
	return [
		[span(formatCount(countFiles(sources), 'file'), 'quiet'), span(formatCount(loaded.events, 'event'), 'quiet'), ...doubtful],
		[span(formatCount(loaded.events, 'event'), 'quiet'), ...doubtful],
		doubtful, ...(bad.length > 0 ? [bad] : []),
	].map(spans => listed(spans));
};

/** What goes on now, at the right end. */
const activity = (state: State): Line => {
	if (exportRuns(state)) {
		return [span(' exporting… ', 'accent')];
	}

	return isWorking(state) ? [span(' asking… ', 'quiet')] : (state.stopped ? [span(' stopped; r asks again ', 'warning')] : []);
};

/** `draft   GB by 2020-10-26 09:00`: how far the case is, and the nearest deadline; from the fullest to the shortest. */
const standings = ({opened, view: {zone}}: State): ReadonlyArray<readonly Line[]> => {
	if (!opened) {
		return [];
	}

	const standing = standingOf(opened);
	const deadline = nearestDeadline(opened);
	const word: Line = [span(standing, standing === 'draft' ? 'warning' : 'good')];
	return [
		...(deadline ? [[[...word, span(' · ', 'quiet'), span(`${deadline.jurisdiction} ${deadline.isOver ? 'ended' : 'by'} ${zonedTime(deadline.endsAt, zone).slice(0, 16)}`, deadline.isOver ? 'bad' : 'warning')]]] : []),
		[word],
	];
};

/** What stands in it, from the fullest to the shortest: the investigator goes first, then the zone, then what of the accounting is no warning. */
const variants = (state: State): ReadonlyArray<readonly Line[]> => {
	const {investigator, view: {zone}, facts, changed} = state;
	const [full, ...shorter] = facts ? accountings(facts, changed).map(line => [line]) : [[]];
	const [standing = [], ...briefly] = standings(state);
	const beside = [...(investigator === undefined ? [] : [[span(visibleText(investigator))]]), [span(zone)]];
	return [
		...beside.map((_, index) => [...standing, ...beside.slice(index), ...full!]), ...[full!, ...shorter].map(rest => [...standing, ...rest]),
		...briefly.map(word => [...word, ...shorter.at(-1) ?? full!]), shorter.at(-1) ?? full!, [],
	];
};

/** The upper edge of the frame. */
export const headerLine = (state: State): Line => {
	const {columns} = state.size;
	const right: Line = [...activity(state), span('─┐', 'quiet')];
	const title = cutMiddle(visibleText(saidText(state.title, state)), Math.max(8, Math.floor(columns / 4)));
	const start: Line = [span('┌ ', 'quiet'), span('whosaw', 'accent'), span(`  ${title}`, 'strong')];
	const whole = (parts: readonly Line[]): Line => [...start, ...parts.flatMap(part => [span('   '), ...part]), span(' ', 'quiet')];
	const all = variants(state).map(parts => whole(parts));
	return rule(all.find(line => lineWidth(line) + lineWidth(right) <= columns) ?? all.at(-1)!, right, columns);
};
