import {formatCount, formatNumber} from '../../../document/format-number.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {printFilter} from '../../../filter/print.ts';
import {blindingOf, filterShown, saidText} from '../../app/blinding.ts';
import type {CaseActLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line} from '../../drawing/line.ts';
import {maskText} from '../../drawing/masking.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {affectedWords} from '../../screens/explore/chips-line.ts';
import {filterWords} from '../../screens/case/case-filter-words.ts';
import {cutText, fitText} from '../../text/fit-text.ts';
import {editorLine, restingText} from '../line-editor/view.ts';

export const caseActTitles: Readonly<Record<CaseActLayer['act'], string>> = {select: 'Add to the case', exclude: 'Exclude from the case', restore: 'Restore to the case', note: 'A note in the journal', unmask: 'Show names', unblind: 'Show accounts'};

/** What becomes visible, and that it is kept. */
const revealed: Partial<Record<CaseActLayer['act'], string>> = {
	unmask: 'Names, e-mails and phones are shown until m masks them again. That they were, by whom, when and why stands in the journal of the case.',
	unblind: 'Accounts are called by their names until b hides them again. That they were, by whom, when and why stands in the journal of the case.',
};

/** Which exclusion is taken back: the newest first, chosen with the arrows. */
const exclusionLines = ({chosen = 0, status}: CaseActLayer, state: State, width: number): readonly Line[] => {
	const all = state.opened?.state.exclusions.toReversed() ?? [];
	const top = Math.max(0, Math.min(chosen - 1, all.length - exclusionsShown));
	return status.is === 'done' ? [] : [
		...all.slice(top, top + exclusionsShown).flatMap(({number, filter, matched}, slot): readonly Line[] => [[
			span(top + slot === chosen ? '▸ ' : '  ', 'accent'), span(`${formatNumber(number)}  ${formatCount(matched.accesses, 'access', 'accesses')}  `, 'strong'),
			span(fitText(visibleText(filterWords(filter, state)), Math.max(8, width - 24)).trimEnd(), 'accent'),
		]]),
		...(all.length > 1 ? [[span(`${formatNumber(chosen + 1)} of ${formatCount(all.length, 'exclusion')}; ↓ ↑ choose`, 'quiet')] as Line] : []),
		[],
	];
};

/** So many exclusions are in view. */
const exclusionsShown = 4;

/** So many of those who would leave are named, each in so many columns. */
const namedCustomers = 8;
const longestName = 24;

/** Whom an exclusion removes, before anything is written. */
const takenLines = ({act, foreseen, status}: CaseActLayer, state: State, width: number): readonly Line[] => {
	if (act !== 'exclude' || status.is === 'done') {
		return [];
	}

	const taken = foreseen && 'taken' in foreseen ? foreseen.taken : undefined;
	if (!taken) {
		return [...wrapWords(foreseen && 'failure' in foreseen ? visibleText(saidText(foreseen.failure, state)) : 'Asking whom it removes…', width).map((row): Line => [span(row, 'quiet')]), []];
	}

	const {accesses, customersOut} = taken;
	const named = customersOut.slice(0, namedCustomers).map(customer => cutText(visibleText(state.masked ? maskText(customer) : customer), longestName)).join(', ');
	const more = customersOut.length > namedCustomers ? ` and ${formatNumber(customersOut.length - namedCustomers)} more` : '';
	const leaving = accesses === 0 ? 'no access of the selections matches' : customersOut.length === 0 ? 'no customer leaves, each has other accesses' : `${formatCount(customersOut.length, 'customer')} ${customersOut.length === 1 ? 'leaves' : 'leave'}: ${named}${more}`;
	return [...wrapWords(`It takes out ${formatCount(accesses, 'access', 'accesses')}; ${leaving}.`, width).map((row): Line => [span(row, 'warning')]), []];
};

const what = (layer: CaseActLayer, state: State, width: number): readonly Line[] => {
	const {act} = layer;
	const {view, answers, revision} = state;
	if (act === 'note') {
		return [];
	}

	if (act === 'restore') {
		return exclusionLines(layer, state, width);
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

const countWords = [['accessed', 'accessed'], ['without a supported reason', 'withoutSupportedReason'], ['corroborated as disclosed', 'corroborated']] as const;

/** The three counts stand apart: what they are, and before anything is written what they would be. */
const counts = ({opened}: State, {foreseen, status, act}: CaseActLayer): readonly Line[] => {
	if (!opened) {
		return [];
	}

	const isAsked = act !== 'restore' && status.is !== 'done';
	const then = foreseen && 'counts' in foreseen ? foreseen.counts : undefined;
	const unknown = foreseen ? '–' : '…';
	return [
		[span('customers', 'quiet'), span(`${'now'.padStart(11)}${isAsked ? 'with it'.padStart(11) : ''}`, 'quiet')],
		...countWords.map(([words, count]): Line => [
			span(formatNumber(opened.counts[count].customers).padStart(20), isAsked ? undefined : 'strong'),
			...(isAsked ? [span((then ? formatNumber(then[count].customers) : unknown).padStart(11), 'strong')] : []),
			span(`  ${words}`),
		]),
		[],
	];
};

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
	...takenLines(layer, state, width),
	...(layer.act === 'select' || layer.act === 'exclude' || layer.act === 'restore' ? counts(state, layer) : []),
	layer.status.is === 'asking' ? [span(layer.act === 'note' ? 'note    ' : 'reason  ', 'accent'), ...editorLine(layer.reason, width - 8)] : [span(layer.act === 'note' ? 'note    ' : 'reason  ', 'quiet'), span(restingText(layer.reason, width - 8))],
	[],
	...statusLines(layer, width).map(line => line.map(({text, tone}) => span(state.masked ? maskText(text) : text, tone))),
];
