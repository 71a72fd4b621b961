import {formatNumber} from '../../../document/format-number.ts';
import type {Layout} from '../../app/layout.ts';
import {nextFacet} from '../../app/facet-slots.ts';
import {markCount} from '../../app/marks.ts';
import {isFacetPane, paneTitles, type FacetPane, type PaneName} from '../../app/pane.ts';
import type {State} from '../../app/state.ts';
import {fitText} from '../../text/fit-text.ts';
import {rule, span, type Line} from '../../drawing/line.ts';

/** The pane that has the keys is marked by a sign too, and the one that gives its place to others by their key. */
const title = (state: State, pane: PaneName, changes: boolean): Line => [
	...(state.focus === pane ? [span('─', 'quiet'), span(`▸${paneTitles[pane]} `, 'accent')] : [span('─ ', 'quiet'), span(`${paneTitles[pane]} `, 'strong')]),
	...(markCount(state, pane) > 0 ? [span(`✓${formatNumber(markCount(state, pane))} `, 'accent')] : []),
	...(changes ? [span('(v) ', 'accent')] : []),
];

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

type Cell = {readonly pane: PaneName; readonly width: number};

const changes = (state: State, {kind, facets}: Layout, pane: PaneName): boolean =>
	kind !== 'single' && pane === facets.at(-1) && nextFacet(state, facets) !== undefined;

const segment = (state: State, layout: Layout, {pane, width}: Cell): Line =>
	rule(title(state, pane, changes(state, layout, pane)), [span(pane === 'events' ? position(state) : facetHeads(state, pane), 'quiet')], width);

/** The rule above the panes of a row, with their titles: `├ Employees ─── events cust. ┬ Data types ── events ┬ Events ───┤`. */
const row = (state: State, layout: Layout, {cells, signs: [left, middle, right]}: {readonly cells: readonly Cell[]; readonly signs: readonly [string, string, string]}): Line => [
	span(left, 'quiet'),
	...cells.flatMap((cell, index) => [...(index > 0 ? [span(middle, 'quiet')] : []), ...segment(state, layout, cell)]),
	span(right, 'quiet'),
];

/** The pane that a narrow screen shows: the one with the focus, or the events. */
export const singlePane = ({focus}: State): FacetPane | 'events' => isFacetPane(focus) ? focus : 'events';

const facetCells = ({facets, panes, body}: Layout): readonly Cell[] => facets.map(pane => ({pane, width: (panes[pane] ?? body).width}));

/** Above the upper panes, with their titles. */
export const upperRule = (state: State, layout: Layout): Line => {
	const events: Cell = {pane: 'events', width: layout.panes.events.width};
	const cells: readonly Cell[] = layout.kind === 'wide' ? [...facetCells(layout), events] : (layout.kind === 'stacked' ? facetCells(layout) : [{pane: singlePane(state), width: layout.inner}]);
	return row(state, layout, {cells, signs: ['├', '┬', '┤']});
};

/** Where the edges behind the facets meet a rule. */
const edges = (layout: Layout): readonly number[] => facetCells(layout).reduce<readonly number[]>((places, {width}) => [...places, (places.at(-1) ?? 0) + width + 1], []);

const crossed = (line: Line, places: readonly number[]): Line => places.reduce((kept, place) => withCrossing(kept, place, '┴'), line);

/** Between the facets and the events of a stack. */
export const middleRule = (state: State, layout: Layout): Line =>
	crossed(row(state, layout, {cells: [{pane: 'events', width: layout.inner}], signs: ['├', '┴', '┤']}), edges(layout).slice(0, -1));

/** Below the panes. */
export const lowerRule = (layout: Layout): Line => {
	const plain: Line = [span(`├${'─'.repeat(layout.inner)}┤`, 'quiet')];
	return layout.kind === 'wide' ? crossed(plain, edges(layout)) : plain;
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
