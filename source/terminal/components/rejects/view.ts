import {formatNumber} from '../../../document/format-number.ts';
import {visibleLines, visibleText} from '../../../document/visible-text.ts';
import type {Rejection} from '../../../records/source.ts';
import {blindingOf, saidText, withoutQuotes} from '../../app/blinding.ts';
import type {RejectsLayer} from '../../app/layer.ts';
import type {State} from '../../app/state.ts';
import {span, type Line} from '../../drawing/line.ts';
import {maskText} from '../../drawing/masking.ts';
import {wrapVerbatim, wrapWords} from '../../drawing/wrap.ts';

/** Characters of a record that are shown; a torn file may have swallowed megabytes. */
const mostText = 4000;

const record = ({record: number, byte, raw}: Rejection, {masked}: State, width: number): readonly Line[] => {
	const text = masked ? maskText(raw.slice(0, mostText)) : raw.slice(0, mostText);
	return [
		[span(`record ${formatNumber(number)}${byte === undefined ? '' : `, byte ${formatNumber(byte)}`}`, 'accent')],
		...visibleLines(text).flatMap(row => wrapVerbatim(row, width)).map((row): Line => [span(row)]),
		...(raw.length > mostText ? [[span(`… and ${formatNumber(raw.length - mostText)} more characters`, 'quiet')]] : []),
		[],
	];
};

/** Why they were rejected, and each as it stands in the export. */
export const rejectsLines = (state: State, {path, reason, records, items, failure}: RejectsLayer, width: number): readonly Line[] => {
	const head: readonly Line[] = [[span(visibleText(saidText(path, state)), 'strong')], ...wrapWords(visibleText(withoutQuotes(reason, blindingOf(state))), width).map((row): Line => [span(row, 'warning')]), []];
	if (state.blind) {
		return [...head, [span('Blind: a verbatim record names its account; b ends it.')]];
	}

	if (failure !== undefined || !items) {
		return [...head, [span(failure === undefined ? 'Reading the records in the export…' : visibleText(failure), failure === undefined ? 'quiet' : 'bad')]];
	}

	const more = items.length < records ? [[span(`The first ${formatNumber(items.length)} of ${formatNumber(records)}; whosaw sources --rejected lists all.`, 'quiet')], []] : [];
	return [...head, ...(state.masked ? [[span('Names, e-mails and phones are masked; m shows them.', 'quiet')], []] : []), ...items.flatMap(item => record(item, state, width)), ...more];
};
