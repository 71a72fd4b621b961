import {formatNumber} from '../../../document/format-number.ts';
import type {Layout} from '../../app/layout.ts';
import type {PaneName} from '../../app/pane.ts';
import type {State} from '../../app/state.ts';
import {fitText} from '../../text/fit-text.ts';
import {rule, span, type Line} from '../../drawing/line.ts';

const titles: Readonly<Record<PaneName, string>> = {events: 'Events', employees: 'Employees', dataTypes: 'Data types', timeline: 'Timeline', chips: 'Filter'};

/** The pane that has the keys is marked by a sign too. */
const title = (state: State, pane: PaneName): Line => state.focus === pane
	? [span('─', 'quiet'), span(`▸${titles[pane]} `, 'accent')]
	: [span('─ ', 'quiet'), span(`${titles[pane]} `, 'strong')];

const facetHeads = (state: State, pane: PaneName): string => {
	const {events, customers} = state.widest;
	const heads = `${fitText('ev.', events, 'right')}${pane === 'employees' ? ` ${fitText('cust.', customers, 'right')}` : ''}`;
	return ` ${heads.trimStart()} `;
};

/** `22 of 5,558`: the place of the cursor. */
const position = (state: State): string => {
	const {count = 0} = state.answers.events?.value ?? {};
	return count === 0 ? '' : ` ${formatNumber(Math.min(count, state.places.events.cursor + 1))} of ${formatNumber(count)} `;
};

const segment = (state: State, pane: PaneName, width: number): Line =>
	rule(title(state, pane), [span(pane === 'events' ? position(state) : facetHeads(state, pane), 'quiet')], width);

/** The rule above the panes of a row, with their titles: `├ Employees ─── events cust. ┬ Data types ── events ┬ Events ───┤`. */
const row = (state: State, cells: ReadonlyArray<{readonly pane: PaneName; readonly width: number}>, [left, middle, right]: readonly [string, string, string]): Line => [
	span(left, 'quiet'),
	...cells.flatMap(({pane, width}, index) => [...(index > 0 ? [span(middle, 'quiet')] : []), ...segment(state, pane, width)]),
	span(right, 'quiet'),
];

/** The pane that a narrow screen shows: the one with the focus, or the events. */
export const singlePane = ({focus}: State): 'employees' | 'dataTypes' | 'events' => focus === 'employees' || focus === 'dataTypes' ? focus : 'events';

export const upperRule = (state: State, {kind, panes, inner}: Layout): Line => {
	switch (kind) {
		case 'wide': {
			return row(state, [{pane: 'employees', width: panes.employees.width}, {pane: 'dataTypes', width: panes.dataTypes.width}, {pane: 'events', width: panes.events.width}], ['├', '┬', '┤']);
		}

		case 'stacked': {
			return row(state, [{pane: 'employees', width: panes.employees.width}, {pane: 'dataTypes', width: panes.dataTypes.width}], ['├', '┬', '┤']);
		}

		default: {
			return row(state, [{pane: singlePane(state), width: inner}], ['├', '┬', '┤']);
		}
	}
};

/** Between the facets and the events of a stack. */
export const middleRule = (state: State, {panes, inner}: Layout): Line => {
	const line = row(state, [{pane: 'events', width: inner}], ['├', '┴', '┤']);
	return withCrossing(line, panes.employees.width + 1, '┴');
};

/** Below the panes. */
export const lowerRule = ({kind, panes, inner}: Layout): Line => {
	const plain: Line = [span(`├${'─'.repeat(inner)}┤`, 'quiet')];
	return kind === 'wide' ? withCrossing(withCrossing(plain, panes.employees.width + 1, '┴'), panes.employees.width + panes.dataTypes.width + 2, '┴') : plain;
};

/** Puts a crossing where the rule runs; never into a title. */
const withCrossing = (line: Line, at: number, crossing: string): Line => {
	let start = 0;
	return line.flatMap(piece => {
		const place = at - start;
		start += piece.text.length;
		return place >= 0 && piece.text[place] === '─' ? [span(piece.text.slice(0, place), piece.tone), span(crossing, piece.tone), span(piece.text.slice(place + 1), piece.tone)] : [piece];
	});
};
