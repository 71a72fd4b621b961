import {formatCount} from '../../../document/format-number.ts';
import type {NoticedFile} from '../../app/noticed-files.ts';
import {factLines, headingLine, type Fact} from '../../drawing/facts.ts';
import {span, type Line} from '../../drawing/line.ts';
import {wrapWords} from '../../drawing/wrap.ts';
import {zonedTime} from '../../drawing/zoned-time.ts';

/** So many are named; the others are counted. */
const named = 20;

const consequence = ({isReadable, change}: NoticedFile): string => isReadable
	? 'Its records are read from what was unpacked of it.'
	: `Its records cannot be shown or exported ${change === 'gone' ? 'while it is gone' : 'as they were loaded'}.`;

const fact = (zone: string) => (file: NoticedFile): Fact =>
	({name: file.change, text: `${file.path}, noticed ${zonedTime(file.since, zone)} ${zone}. ${consequence(file)}`, tone: 'bad'});

/** Which exports are not as they were loaded, since when that is known, and what to do. */
export const changedLines = (changed: readonly NoticedFile[], zone: string, width: number): readonly Line[] => changed.length === 0 ? [] : [
	headingLine('Not as they were loaded'),
	...factLines(changed.slice(0, named).map(fact(zone)), {width, nameWidth: 8}),
	...(changed.length > named ? [[span(`and ${formatCount(changed.length - named, 'more export')}`, 'bad')] as Line] : []),
	...wrapWords('Every number here is still that of the exports as they were loaded. Put the loaded files back, and this goes away by itself; or R loads the exports again as they are now.', width).map((row): Line => [span(row, 'quiet')]),
	[],
];
