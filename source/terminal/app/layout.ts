import {gapsOf} from './coverage-gaps.ts';
import {facetSlots, type FacetChoice} from './facet-slots.ts';
import {facetPanes, isFacetPane, type FacetPane, type PaneName} from './pane.ts';
import type {CountWidths, Size, State} from './state.ts';

export type PaneBox = {readonly width: number; readonly height: number};

/**
How the screen is divided. `wide`: all panes side by side. `stacked` (under 100 columns): the facets above the events. `single`
(under 80, or too low for a stack): one pane. `tiny` (under 40 × 10): a sentence that asks for room.
*/
export type Layout = {
	readonly kind: 'wide' | 'stacked' | 'single' | 'tiny';
	readonly columns: number;
	readonly rows: number;
	/** Inside the frame. */
	readonly inner: number;
	/** 3: filtered, all, months. 1: filtered. 0: none. */
	readonly timelineRows: 0 | 1 | 3;
	/** One more row between them, where a system has days without records. */
	readonly gapRow: boolean;
	/** Between the rule above the panes and the rule below them. */
	readonly body: PaneBox;
	/** The facets in view, from left to right; on a `single` screen those that Tab reaches. */
	readonly facets: readonly FacetPane[];
	readonly panes: Readonly<Partial<Record<FacetPane, PaneBox>>> & {readonly events: PaneBox};
};

/** Header, chips, the rule above the panes, the rule below, footer, end of the frame. */
const fixedRows = 6;

const timelineRows = (rows: number): Layout['timelineRows'] => rows >= 20 ? 3 : (rows >= 14 ? 1 : 0);

/** Cursor, box and blanks around the name and the counts of a row of a facet. */
const facetSigns = 5;

/** Room for names of accounts; for names of data types the longest shipped one. */
const employeeNames = (columns: number): number => columns >= 180 ? 20 : (columns >= 140 ? 17 : 13);
const otherNames = (columns: number): number => columns >= 180 ? 18 : 13;

/** A wide screen gets another facet as long as so much is left for the events. */
const eventsRoom = 96;

const widePanes = (choice: FacetChoice, columns: number, {body, widths}: {readonly body: PaneBox; readonly widths: CountWidths}): Pick<Layout, 'facets' | 'panes'> => {
	const employees = facetSigns + employeeNames(columns) + widths.events + 1 + widths.customers;
	const other = facetSigns + otherNames(columns) + widths.events;
	const {height} = body;
	const places = Math.max(2, 1 + Math.floor((body.width - employees - 1 - eventsRoom) / (other + 1)));
	const facets = facetSlots(choice, places);
	const boxes = facets.map((pane): readonly [FacetPane, PaneBox] => [pane, {width: pane === 'employees' ? employees : other, height}]);
	const taken = boxes.reduce((sum, [, {width}]) => sum + width + 1, 0);
	return {facets, panes: {...Object.fromEntries(boxes), events: {width: body.width - taken, height}}};
};

const stackedPanes = (choice: FacetChoice, {width, height}: PaneBox): Pick<Layout, 'facets' | 'panes'> => {
	const facetHeight = Math.max(3, Math.floor((height - 1) * 0.35));
	const other = Math.floor((width - 1) * 0.4);
	const facets = facetSlots(choice, 2);
	const boxes = facets.map((pane): readonly [FacetPane, PaneBox] => [pane, {width: pane === 'employees' ? width - 1 - other : other, height: facetHeight}]);
	return {facets, panes: {...Object.fromEntries(boxes), events: {width, height: height - 1 - facetHeight}}};
};

/** One pane has the whole body, whichever it is. */
const singlePanes = (choice: FacetChoice, body: PaneBox): Pick<Layout, 'facets' | 'panes'> => {
	const facets = facetSlots(choice, facetPanes.length);
	return {facets, panes: {...Object.fromEntries(facets.map(pane => [pane, body])), events: body}};
};

const kindOf = ({columns, rows}: Size): Layout['kind'] => {
	if (columns < 40 || rows < 10) {
		return 'tiny';
	}

	return columns >= 100 ? 'wide' : (columns >= 80 && rows >= 18 ? 'stacked' : 'single');
};

export type LayoutState = FacetChoice & Pick<State, 'size' | 'widest' | 'answers'>;

/** From so many rows on there is room for the gaps. */
const rowsWithGaps = 24;

/** The days of one zone or another: whether there is a gap at all must not make the panes jump while that is asked. */
const hasGaps = ({answers: {coverage}}: LayoutState): boolean => coverage !== undefined && gapsOf(coverage.value.systems).size > 0;

export const layoutOf = (state: LayoutState): Layout => {
	const {size, widest} = state;
	const {columns, rows} = size;
	const kind = kindOf(size);
	const timeline = timelineRows(rows);
	const gapRow = rows >= rowsWithGaps && hasGaps(state);
	const body = {width: columns - 2, height: Math.max(1, rows - fixedRows - timeline - (gapRow ? 1 : 0))};
	const divided = kind === 'wide' ? widePanes(state, columns, {body, widths: widest}) : (kind === 'stacked' ? stackedPanes(state, body) : singlePanes(state, body));
	return {kind, columns, rows, inner: columns - 2, timelineRows: timeline, gapRow, body, ...divided};
};

/** Room for the label before and the number behind the timeline. */
export const timelineGutter = {left: 9, right: 12} as const;

/** One bucket a column, but never so many that a resize by a column asks again: a multiple of ten. */
export const bucketsFor = (size: Size): number => Math.max(20, Math.floor((size.columns - 2 - timelineGutter.left - timelineGutter.right) / 10) * 10);

/** How many rows of a list the pane shows; the events have a heading. */
export const listHeight = (layout: Layout, pane: PaneName): number => {
	if (pane === 'chips' || pane === 'timeline') {
		return Number.MAX_SAFE_INTEGER;
	}

	return Math.max(1, (layout.panes[pane] ?? layout.body).height - (pane === 'events' ? 1 : 0));
};

/** How many entries a pane's list has. */
export const listCount = ({answers}: State, pane: PaneName, chips: number): number => {
	if (isFacetPane(pane)) {
		return answers[pane]?.value.rows.length ?? 0;
	}

	return pane === 'chips' ? chips : ((pane === 'timeline' ? answers.timeline?.value.filtered.length : answers.events?.value.count) ?? 0);
};
