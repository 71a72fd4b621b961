import {formatCount, formatNumber} from '../../document/format-number.ts';
import {visibleText} from '../../document/visible-text.ts';
import type {CaseView} from '../../investigation/case/case-view.ts';
import {saidText} from '../app/blinding.ts';
import type {State} from '../app/state.ts';
import {heardLines} from '../components/scrolling/extent.ts';
import {caseLines} from '../screens/case/case-lines.ts';
import {countWords, position, sentence} from './words.ts';

/** Where the case stands: said again whenever an act has changed it. */
const standing = ({state: {created, selections, exclusions, review, notes}, counts, readOnly}: CaseView, app: State): string => sentence(
	`Case ${visibleText(saidText(created?.title ?? 'without a title', app))}: ${formatCount(counts.accessed.customers, 'customer')} accessed`,
	`${formatNumber(counts.withoutSupportedReason.customers)} without a supported reason`, `${formatNumber(counts.corroborated.customers)} corroborated as disclosed`,
	formatCount(selections.length, 'selection'), formatCount(exclusions.length, 'exclusion'), formatCount(notes.length, 'note'),
	review ? `reviewed by ${visibleText(review.by.name)}` : 'not reviewed', readOnly === undefined ? undefined : 'read only',
);

/** The case in a sentence, and the line of its page at which one listens. */
export const spokenCase = (state: State): readonly string[] => {
	const lines = heardLines(width => caseLines(state, width));
	const at = Math.min(state.pageTop, lines.length - 1);
	return [...(state.opened ? [standing(state.opened, state)] : []), `Line ${position(at, lines.length)}: ${countWords(lines[at]!)}`];
};
