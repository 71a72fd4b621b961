import {formatCount, formatNumber} from '../document/format-number.ts';
import {visibleText} from '../document/visible-text.ts';
import type {EventList} from '../investigation/event-lists/event-list.ts';
import type {Pseudonyms} from './pseudonyms.ts';
import {labelled} from './text-page.ts';

/** A list behind a bulk export by the names of `whosaw.sources/1`. */
export const listJson = ({event, source, record, path, sha256, given, resolved, repeated, same, ambiguous, without, unnamed, inferred, logged, recordCount, column}: EventList): Readonly<Record<string, unknown>> =>
	({event, source, record, path, sha256, given, resolved, repeated, same, ambiguous, without, unnamed, inferred, logged, recordCount, column});

/** Entries may be addresses, and a column may be called by anything. */
export const maskList = (list: EventList, by: Pseudonyms): EventList =>
	({...list, path: by.shown(list.path), source: by.shown(list.source), ambiguous: list.ambiguous.map(entry => by.id(entry)), ...(list.column === undefined ? {} : {column: by.text(list.column)})});

const field = (label: string, text: string): readonly string[] => labelled(label, text, 12).map(line => `  ${line}`.trimEnd());

const became = ({given, resolved, repeated, same, ambiguous, without}: EventList): string => [
	formatCount(given, 'entry', 'entries'), formatCount(resolved, 'customer'),
	...([[repeated, 'repeated'], [same, 'of a customer whom another entry means'], [ambiguous.length, 'shared by several customers and not joined'], [without, 'empty']] as const).flatMap(([count, what]) => count > 0 ? [`${formatNumber(count)} ${what}`] : []),
].join(', ');

const lines = (list: EventList): readonly string[] => [
	visibleText(list.path),
	...field('behind', `${list.event}, record ${formatNumber(list.record)} of ${list.source}`),
	...field('entries', became(list)),
	...(list.column === undefined ? [] : field('column', list.column)),
	...field('customers', `${formatNumber(list.logged)} named by the record, ${formatNumber(list.inferred)} by the list alone (inferred), ${formatNumber(list.unnamed)} of whom nothing else names`),
	...field('the log', list.recordCount === undefined ? 'says no number' : `says ${formatNumber(list.recordCount)}`),
	...(list.ambiguous.length > 0 ? field('not joined', list.ambiguous.join(', ')) : []),
	...field('sha256', list.sha256),
	'',
];

/** The lists behind bulk exports, with what became of them. */
export const listsText = (lists: readonly EventList[]): string => lists.length === 0 ? '' : `${['Lists behind bulk exports', '', ...lists.flatMap(list => lines(list))].join('\n')}\n`;
