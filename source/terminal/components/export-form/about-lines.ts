import {formatCount} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {blindingOf, freeText} from '../../app/blinding.ts';
import type {ExportLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line, type Tone} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {textWidth} from '../../text/fit-text.ts';
import {affectedWords} from '../../screens/explore/chips-line.ts';
import {contentsFor, figuresOf, type Figures} from './contents.ts';
import {labelWidth} from './form-lines.ts';

type Look = {readonly width: number; readonly tone?: Tone};

const labelled = (label: string, rows: readonly string[], tone?: Tone): readonly Line[] => rows.map((row, index): Line => [span(` ${index === 0 ? label : ''}`.padEnd(labelWidth), 'quiet'), span(row, tone)]);

const roomIn = (width: number): number => Math.max(10, width - labelWidth);

const said = (label: string, text: string, {width, tone}: Look): readonly Line[] => labelled(label, wrapWords(visibleText(text), roomIn(width)), tone);

/** A list that breaks between its items, so that no count stands apart from what it counts; a long item is broken all the same. */
const listed = (label: string, items: readonly string[], {width}: Look): readonly Line[] => {
	const rows: string[] = [];
	for (const [index, item] of items.entries()) {
		const text = index < items.length - 1 ? `${item},` : item;
		const longer = rows.length === 0 ? text : `${rows.at(-1)!} ${text}`;
		if (textWidth(longer) <= roomIn(width)) {
			rows[Math.max(0, rows.length - 1)] = longer;
		} else {
			rows.push(...wrapWords(text, roomIn(width)));
		}
	}

	return labelled(label, rows);
};

/** Whether a second person has confirmed it: every page of it says so. */
const reviewLines = ({opened}: State, {of}: ExportLayer, width: number): readonly Line[] => {
	const review = of === 'case' ? opened?.state.review : undefined;
	return review
		? said('status', `reviewed by ${review.by.name}, ${review.at.slice(0, 10)}`, {width, tone: 'good'})
		: said('status', 'draft: NOT REVIEWED, and it says so', {width, tone: 'warning'});
};

const whatLines = (state: State, {of}: ExportLayer, {figures, width}: {readonly figures: Figures | undefined; readonly width: number}): readonly Line[] => {
	if (of === 'filter') {
		return said('of', `all that the filter leaves${figures ? `: ${affectedWords(figures.affected)}` : ''}; nothing is masked`, {width});
	}

	const {selections, created} = state.opened!.state;
	return said('of', `${freeText(created?.title ?? 'the case', blindingOf(state))}: ${figures ? affectedWords(figures.affected) : 'counting…'} in ${formatCount(selections.length, 'selection')}; nothing is masked`, {width});
};

const warnings = ({opened}: State, {of}: ExportLayer): readonly string[] => of === 'filter' || !opened ? [] : [
	...opened.deltas.filter(({changed}) => changed).map(({number}) => `Selection ${number} matches otherwise since exports were added; it is exported as it matches now.`),
	...(opened.readOnly === undefined ? [] : [`The journal will not say that this was exported: ${opened.readOnly}.`]),
];

/** What it is of, whether it was reviewed, what this audience gets and what it does not. */
export const aboutLines = (state: State, layer: ExportLayer, {width, brief}: {readonly width: number; /** Without what stands elsewhere on the screen. */ readonly brief: boolean}): readonly Line[] => {
	const figures = figuresOf(state, layer);
	const contents = figures && contentsFor(layer, figures);
	return [
		...(brief ? [] : whatLines(state, layer, {figures, width})),
		...reviewLines(state, layer, width),
		...listed('holds', contents?.holds ?? ['counting…'], {width}),
		...(contents && contents.heldBack.length > 0 ? listed('held back', contents.heldBack, {width}) : []),
		...warnings(state, layer).flatMap(text => said('', text, {width, tone: 'warning'})),
	];
};
