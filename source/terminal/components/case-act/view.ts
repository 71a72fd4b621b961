import {formatCount, formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {printFilter} from '../../../filter/print.ts';
import {blindingOf, filterShown} from '../../app/blinding.ts';
import type {CaseActLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line} from '../../drawing/line.ts';
import {maskText} from '../../drawing/masking.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {affectedWords} from '../../screens/explore/chips-line.ts';
import {editorLine} from '../line-editor/view.ts';

export const caseActTitles: Readonly<Record<CaseActLayer['act'], string>> = {select: 'Add to the case', exclude: 'Take out of the case', note: 'A note in the journal', unmask: 'Show names', unblind: 'Show accounts'};

/** What becomes visible, and that it is kept. */
const revealed: Partial<Record<CaseActLayer['act'], string>> = {
	unmask: 'Names, e-mails and phones are shown until m masks them again. That they were, by whom, when and why stands in the journal of the case.',
	unblind: 'Accounts are called by their names until b hides them again. That they were, by whom, when and why stands in the journal of the case.',
};

const what = ({act}: CaseActLayer, state: State, width: number): readonly Line[] => {
	const {view, answers, revision} = state;
	if (act === 'note') {
		return [];
	}

	const words = revealed[act];
	if (words !== undefined) {
		return [...wrapWords(words, width).map((row): Line => [span(row)]), []];
	}

	const totals = answers.totals?.revision === revision ? answers.totals.value : undefined;
	const text = printFilter(filterShown(view.filter, blindingOf(state)));
	return [
		...wrapWords(visibleText(text === '' ? 'everything' : text), width).slice(0, 3).map((row): Line => [span(row, 'accent')]),
		[span(totals ? `${affectedWords(totals.affected)} · ${formatCount(totals.totals.events, 'event')}` : 'counting', 'strong'), span(act === 'select' ? ' match this filter' : ' of all that is loaded match this filter', 'quiet')],
		[],
	];
};

/** The three counts stand apart, before anything is added to them or taken out. */
const counts = ({opened}: State): readonly Line[] => opened ? [
	[span('The case now', 'quiet')],
	...([['accessed', opened.counts.accessed], ['without a supported reason', opened.counts.withoutSupportedReason], ['corroborated as disclosed', opened.counts.corroborated]] as const)
		.map(([words, {customers}]): Line => [span(formatNumber(customers).padStart(9), 'strong'), span(`  ${words}`)]),
	[],
] : [];

const statusLines = ({status}: CaseActLayer, width: number): readonly Line[] => {
	switch (status.is) {
		case 'running': {
			return [[span('writing', 'quiet')]];
		}

		case 'done': {
			return status.lines.flatMap((text, index) => wrapWords(visibleText(text), width - 2).map((row, at): Line => [span(index === 0 && at === 0 ? '✓ ' : '  ', 'good'), span(row, index === 0 ? 'strong' : undefined)]));
		}

		default: {
			return status.problem === undefined ? [] : wrapWords(visibleText(status.problem), width - 2).map((row, at): Line => [span(at === 0 ? '✕ ' : '  ', 'bad'), span(row, 'warning')]);
		}
	}
};

/** What is added or taken out, what the case counts now, and why it is done. */
export const caseActLines = (state: State, layer: CaseActLayer, {width}: {readonly width: number}): readonly Line[] => [
	...what(layer, state, width),
	...(layer.act === 'select' || layer.act === 'exclude' ? counts(state) : []),
	layer.status.is === 'asking' ? [span(layer.act === 'note' ? 'note    ' : 'reason  ', 'accent'), ...editorLine(layer.reason, width - 8)] : [span(layer.act === 'note' ? 'note    ' : 'reason  ', 'quiet'), span(visibleText(layer.reason.text))],
	[],
	...statusLines(layer, width).map(line => line.map(({text, tone}) => span(state.masked ? maskText(text) : text, tone))),
];
