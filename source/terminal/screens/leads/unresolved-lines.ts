import {formatCount, formatNumber} from '../../../document/format-number.ts';
import type {Leads} from '../../../investigation/leads/leads.ts';
import type {State} from '../../app/state.ts';
import {headingLine} from '../../drawing/facts.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {cutText} from '../../text/fit-text.ts';
import {said} from './leads-words.ts';

/** Entries of a list that are drawn: a page of a hundred thousand would be drawn anew for every key. */
const most = 500;

/** Of an entry, before it is made safe to show: what stands behind it is not in view. */
const longest = 400;

/** The entries of each list that mean nobody, one a row. */
export const unresolvedLines = ({list}: Leads, state: State, width: number): readonly Line[] => (list?.lists ?? []).flatMap(({path, unknown}) => unknown.length === 0 ? [] : [
	[], headingLine('Entries that are no customer of the exports or the directory'),
	...wrapWords(said(`${path}: ${formatCount(unknown.length, 'entry', 'entries')}`, state), Math.max(8, width)).map((row): Line => [span(row, 'quiet')]),
	...unknown.slice(0, most).map((entry): Line => [span(`   ${cutText(said(entry.slice(0, longest), state), Math.max(8, width - 3))}`)]),
	...(unknown.length > most ? wrapWords(`and ${formatNumber(unknown.length - most)} more: whosaw leads --format json lists every one`, Math.max(8, width)).map((row): Line => [span(row, 'quiet')]) : []),
]);
