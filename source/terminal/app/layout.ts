import type {PaneName} from './pane.ts';
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
	/** Between the rule above the panes and the rule below them. */
	readonly body: PaneBox;
	readonly panes: Readonly<Record<'employees' | 'dataTypes' | 'events', PaneBox>>;
};

/** Header, chips, the rule above the panes, the rule below, footer, end of the frame. */
const fixedRows = 6;

const timelineRows = (rows: number): Layout['timelineRows'] => rows >= 20 ? 3 : (rows >= 14 ? 1 : 0);

/** Cursor, box and blanks around the name and the counts of a row of a facet. */
const facetSigns = 5;

/** Room for names of accounts; for names of data types the longest shipped one. */
const employeeNames = (columns: number): number => columns >= 180 ? 20 : (columns >= 140 ? 17 : 13);
const dataTypeNames = 13;

const widePanes = (columns: number, body: PaneBox, widths: CountWidths): Layout['panes'] => {
	const employees = facetSigns + employeeNames(columns) + widths.events + 1 + widths.customers;
	const dataTypes = facetSigns + dataTypeNames + widths.events;
	const {height} = body;
	return {
		employees: {width: employees, height},
		dataTypes: {width: dataTypes, height},
		events: {width: body.width - employees - dataTypes - 2, height},
	};
};

const stackedPanes = ({width, height}: PaneBox): Layout['panes'] => {
	const facets = Math.max(3, Math.floor((height - 1) * 0.35));
	const dataTypes = Math.floor((width - 1) * 0.4);
	return {
		employees: {width: width - 1 - dataTypes, height: facets},
		dataTypes: {width: dataTypes, height: facets},
		events: {width, height: height - 1 - facets},
	};
};

const kindOf = ({columns, rows}: Size): Layout['kind'] => {
	if (columns < 40 || rows < 10) {
		return 'tiny';
	}

	return columns >= 100 ? 'wide' : (columns >= 80 && rows >= 18 ? 'stacked' : 'single');
};

export const layoutOf = ({size, widest}: {readonly size: Size; readonly widest: CountWidths}): Layout => {
	const {columns, rows} = size;
	const kind = kindOf(size);
	const timeline = timelineRows(rows);
	const body = {width: columns - 2, height: Math.max(1, rows - fixedRows - timeline)};
	const panes = kind === 'wide' ? widePanes(columns, body, widest) : (kind === 'stacked' ? stackedPanes(body) : {employees: body, dataTypes: body, events: body});
	return {kind, columns, rows, inner: columns - 2, timelineRows: timeline, body, panes};
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

	return Math.max(1, layout.panes[pane].height - (pane === 'events' ? 1 : 0));
};

/** How many entries a pane's list has. */
export const listCount = (state: State, pane: PaneName, chips: number): number => ({
	chips: () => chips,
	timeline: () => state.answers.timeline?.value.filtered.length ?? 0,
	employees: () => state.answers.employees?.value.rows.length ?? 0,
	dataTypes: () => state.answers.dataTypes?.value.rows.length ?? 0,
	events: () => state.answers.events?.value.count ?? 0,
})[pane]();
