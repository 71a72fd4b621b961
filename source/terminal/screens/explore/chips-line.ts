import {formatCount, formatNumber} from '../../../document/format-number.ts';
import type {Affected} from '../../../records/answer.ts';
import {chips as chipsOf} from '../../../filter/chips.ts';
import {visibleText} from '../../../document/visible-text.ts';
import {maskText} from '../../drawing/masking.ts';
import {blindingOf, filterShown} from '../../app/blinding.ts';
import type {State} from '../../app/state.ts';
import {cutText, textWidth} from '../../text/fit-text.ts';
import {fitLine, inTone, lineWidth, span, spread, type Line} from '../../drawing/line.ts';

/** One value may not push all the others out of sight. */
const widestChip = 36;

/** Each chip as a line of its own: what it is about, its value, and the cross that removes it. */
const chips = (state: State): readonly Line[] => chipsOf(filterShown(state.view.filter, blindingOf(state)), state.view.zone).map(({group, label}, index) => {
	const text = visibleText(label);
	const chosen = state.focus === 'chips' && state.places.chips.cursor === index;
	const line: Line = [span(group === 'OTHER' ? '' : `${group} `, 'quiet'), span(cutText(state.masked ? maskText(text) : text, widestChip), 'accent'), span(' ✕', 'quiet')];
	return chosen ? inTone(line, 'chosen') : line;
});

const joined = (lines: readonly Line[]): Line => lines.flatMap((line, index) => index === 0 ? line : [span(' │ ', 'quiet'), ...line]);

/** Chips from the first on; those that do not fit are counted. Those before the cursor give way when it stands on a later one. */
export const chipsWithin = (state: State, width: number): Line => {
	const all = chips(state);
	if (all.length === 0) {
		return [span('Everything; ', 'quiet'), span('f', 'accent'), span(' filters', 'quiet')];
	}

	let from = 0;
	let to = all.length;
	const target = state.focus === 'chips' ? state.places.chips.cursor : 0;
	const shown = (): Line => joined([...(from > 0 ? [[span(`+${from}`, 'quiet')]] : []), ...all.slice(from, to), ...(to < all.length ? [[span(`+${all.length - to}`, 'quiet')]] : [])]);
	while (to - from > 1 && lineWidth(shown()) > width) {
		if (to - 1 > target) {
			to--;
		} else {
			from++;
		}
	}

	return shown();
};

/** `571 customers`, or the honest range: bulk exports that name nobody raise the upper end or take it away. */
export const affectedWords = ({atLeast, atMost}: Affected): string => {
	if (atMost === undefined) {
		return `at least ${formatCount(atLeast, 'customer')}`;
	}

	return atLeast === atMost ? formatCount(atLeast, 'customer') : `at least ${formatNumber(atLeast)}, at most ${formatCount(atMost, 'customer')}`;
};

/** From the fullest to the shortest. What was denied is among the events of the list: it is said longer than of how many they are. */
const counts = (state: State): readonly string[] => {
	const totals = state.answers.totals?.value;
	if (!totals) {
		return ['…'];
	}

	const {affected, totals: {events, denied, inferred = 0}} = totals;
	const matched = `${formatCount(events, 'event')} · ${affectedWords(affected)}`;
	const bound = affected.atMost === undefined ? ', no upper bound' : '';
	const loaded = state.facts ? ` (of ${formatNumber(state.facts.loaded.events)} · ${formatNumber(state.facts.loaded.customers)})` : '';
	const refused = denied > 0 ? ` · ${formatNumber(denied)} denied` : '';
	const lists = inferred > 0 ? ` (${formatNumber(inferred)} inferred)` : '';
	return [`${matched}${lists}${bound}${refused}${loaded}`, `${matched}${lists}${bound}${refused}`, `${matched}${lists}${bound}`, `${matched}${lists}`, matched, `${formatNumber(events)} ev. · ${formatNumber(affected.atLeast)}${affected.atMost === affected.atLeast ? '' : '+'} cust.`];
};

/** WHO, WHAT and WHEN on the left, exact counts on the right. The counts give way before the chips do, down to the events and customers. */
export const chipsLine = (state: State, width: number): Line => {
	const stale = state.answers.totals?.revision !== state.revision;
	const all = lineWidth(chipsWithin(state, Number.MAX_SAFE_INTEGER));
	const variants = counts(state);
	const beside = (chipsWidth: number): string | undefined => variants.find(text => textWidth(text) + chipsWidth + 2 <= width);
	const right = beside(all) ?? beside(Math.min(all, Math.floor(width / 2))) ?? variants.at(-1)!;
	const room = Math.max(0, width - textWidth(right) - 2);
	return spread(fitLine(chipsWithin(state, room), room), [span(right, stale ? 'quiet' : 'strong')], width);
};
