import {formatCount, formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {saidText} from '../../app/blinding.ts';
import {exportRuns, isWorking} from '../../app/working.ts';
import type {Facts, State} from '../../app/state.ts';
import {cutMiddle} from '../../text/fit-text.ts';
import {lineWidth, rule, span, type Line} from '../../drawing/line.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** ` · 1 gone · 2 changed`: what is told of them stands on the screen of sources. */
const changeWords = (changed: State['changed']): Line => (['gone', 'changed'] as const).flatMap(change => {
	const count = changed.filter(file => file.change === change).length;
	return count === 0 ? [] : [span(` · ${formatNumber(count)} ${change}`, 'bad')];
});

/** What every total rests on: never left out while there is room for anything. */
const accounting = ({sources, failed, loaded}: Facts, changed: State['changed']): Line => {
	const rejected = sum(sources.map(({records}) => records.rejected));
	const torn = sources.filter(({incomplete}) => incomplete).length;
	return [
		span(`${formatCount(sources.length, 'file')} · ${formatCount(loaded.events, 'event')} · `, 'quiet'),
		span(`${formatNumber(rejected)} rejected`, rejected > 0 ? 'warning' : 'quiet'),
		...(failed.length > 0 ? [span(` · ${formatNumber(failed.length)} not read`, 'bad')] : []),
		...changeWords(changed),
		...(torn > 0 ? [span(` · ${formatNumber(torn)} incomplete`, 'bad')] : []),
	];
};

/** What goes on now, at the right end. */
const activity = (state: State): Line => {
	if (exportRuns(state)) {
		return [span(' exporting… ', 'accent')];
	}

	return isWorking(state) ? [span(' asking… ', 'quiet')] : (state.stopped ? [span(' stopped; r asks again ', 'warning')] : []);
};

const parts = (state: State): readonly Line[] => [
	...(state.investigator === undefined ? [] : [[span(visibleText(state.investigator))]]),
	[span(state.view.zone)],
	...(state.facts ? [accounting(state.facts, state.changed)] : []),
];

/** The upper edge of the frame. On a narrow screen the investigator goes first, then the zone. */
export const headerLine = (state: State): Line => {
	const {columns} = state.size;
	const right: Line = [...activity(state), span('─┐', 'quiet')];
	const title = cutMiddle(visibleText(saidText(state.title, state)), Math.max(8, Math.floor(columns / 4)));
	const start: Line = [span('┌ ', 'quiet'), span('whosaw', 'accent'), span(`  ${title}`, 'strong')];
	let rest = parts(state);
	const whole = (): Line => [...start, ...rest.flatMap(part => [span('   '), ...part]), span(' ', 'quiet')];
	while (rest.length > 0 && lineWidth(whole()) + lineWidth(right) > columns) {
		rest = rest.slice(1);
	}

	return rule(whole(), right, columns);
};
