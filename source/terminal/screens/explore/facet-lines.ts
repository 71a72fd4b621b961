import {formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import type {FacetRow} from '../../../investigation/investigation.ts';
import {accountShown, blindingOf, type Blinding} from '../../app/blinding.ts';
import {selectionOf, type Selection} from '../../app/filter-words.ts';
import type {PaneBox} from '../../app/layout.ts';
import {markedValues} from '../../app/marks.ts';
import {facetFields, showsCustomers, type FacetPane} from '../../app/pane.ts';
import type {State} from '../../app/state.ts';
import {maskName, maskText} from '../../drawing/masking.ts';
import {oncePerAnswer} from '../../drawing/once-per-answer.ts';
import {fitApart} from '../../text/fit-apart.ts';
import {fitText, textWidth} from '../../text/fit-text.ts';
import {fitLine, inTone, span, type Line} from '../../drawing/line.ts';


/** Asked for, left out, or neither. */
const box = ({only, not}: Selection, value: string): string => only.has(value) ? '■' : (not.has(value) ? '×' : '□');

type Label = {readonly id: string; readonly name: string};

const partsOf = ({value, label}: FacetRow, masked: boolean, blinding: Blinding): Label => {
	if (blinding && value !== '') {
		return {id: accountShown(value, blinding), name: ''};
	}

	const id = visibleText(value === '' ? '(none)' : value);
	return {id: masked ? maskText(id) : id, name: label === undefined || label === value ? '' : ` ${visibleText(masked ? maskName(label) : label)}`};
};

/** The name of a row; `blinding` where the facet is of employees. */
export const labelOf = (row: FacetRow, masked: boolean, blinding: Blinding): string => {
	const {id, name} = partsOf(row, masked, blinding);
	return id + name;
};

/** As much of the labels as fits and tells them apart: a name only where the id leaves room for it. */
const fittedLabels = oncePerAnswer((rows: readonly FacetRow[], masked: boolean, blinding: Blinding, width: number): ((row: FacetRow) => string) => {
	const text = (row: FacetRow): string => {
		const {id, name} = partsOf(row, masked, blinding);
		return textWidth(id) >= width ? id : id + name;
	};

	const fit = fitApart(rows.map(row => text(row)), width);
	return row => fitText(fit(text(row)), width);
});

type RowContext = {readonly state: State; readonly pane: FacetPane; readonly width: number; readonly selection: Selection; readonly marked: ReadonlySet<string>};

const facetRow = (row: FacetRow, index: number, {state, pane, width, selection, marked}: RowContext): Line => {
	const counts = state.widest;
	const right = fitText(formatNumber(row.events), counts.events, 'right') + (showsCustomers(pane) ? ` ${fitText(row.customers === undefined ? '…' : formatNumber(row.customers), counts.customers, 'right')}` : '');
	const here = state.places[pane].cursor === index;
	const mark = marked.has(row.value) ? '✓' : box(selection, row.value);
	const line = fitLine([
		span(here ? '▸' : ' ', 'accent'),
		span(`${mark} `, mark === '□' ? 'quiet' : 'accent'),
		span(fittedLabels(state.answers[pane]!.value.rows, state.masked, pane === 'employees' ? blindingOf(state) : undefined, Math.max(1, width - right.length - 5))(row), mark === '■' ? 'accent' : 'plain'),
		span(` ${right} `),
	], width);
	const stale = state.answers[pane]?.revision !== state.revision;
	const shown = stale ? inTone(line, 'quiet') : line;
	return here && state.focus === pane ? inTone(shown, 'chosen') : shown;
};

const note = (text: string, width: number): Line => fitLine([span(` ${text}`, 'quiet')], width);

/** The rows in view, blank ones below them. What the limit of the question left out is counted in the last row. */
export const facetLines = (state: State, pane: FacetPane, {width, height}: PaneBox): readonly Line[] => {
	const facet = state.answers[pane]?.value;
	const {top} = state.places[pane];
	const selection = selectionOf(state.view.filter, facetFields[pane]);
	const marked = new Set(markedValues(state, pane));
	const rows = (facet?.rows ?? []).slice(top, top + height).map((row, index) => facetRow(row, top + index, {state, pane, width, selection, marked}));
	const notes = facet && facet.rows.length === 0 ? [note('none', width)] : (facet && facet.more > 0 && rows.length < height ? [note(`and ${formatNumber(facet.more)} more`, width)] : []);
	const lines = [...rows, ...notes];
	return [...lines, ...Array.from({length: Math.max(0, height - lines.length)}, () => fitLine([], width))];
};
